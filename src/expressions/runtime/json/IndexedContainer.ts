import type { Environment } from '../Environment.ts';
import { ArgumentException, ArgumentNullException } from '../exceptions.ts';
import { JContainer } from './JContainer.ts';
import type { JToken } from './JToken.ts';
import { JValue } from './JValue.ts';
import { keyText } from './keyText.ts';

/** A container whose children are found by their place. */
export abstract class IndexedContainer extends JContainer {
  /** What a key is called where it is none, as Newtonsoft says it. */
  protected abstract readonly wantedKey: string;

  override item(key: unknown): JToken | null {
    return this.at(this.#indexOf(key, 'Accessed'));
  }

  override setItem(key: unknown, value: JToken | null, environment: Environment): void {
    this.replaceAt(this.#indexOf(key, 'Set'), value ?? JValue.ofNull(), environment);
  }

  #indexOf(key: unknown, verb: string): number {
    if (key === null) throw new ArgumentNullException('key');
    if (typeof key === 'number') return key;
    throw new ArgumentException(
      `${verb} ${this.className} values with invalid key value: ${keyText(key)}. ${this.wantedKey} expected.`,
    );
  }
}
