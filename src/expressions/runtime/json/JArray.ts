import type { Environment } from '../Environment.ts';
import { ArgumentException, ArgumentNullException } from '../exceptions.ts';
import { JContainer } from './JContainer.ts';
import { keyText } from './keyText.ts';
import { JValue } from './JValue.ts';
import type { JToken } from './JToken.ts';
import { tokenTypes } from './tokenTypes.ts';

/** Newtonsoft.Json.Linq.JArray. */
export class JArray extends JContainer {
  override get type(): number {
    return tokenTypes.Array;
  }

  override get typeName(): string {
    return 'Newtonsoft.Json.Linq.JArray';
  }

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
      `${verb} JArray values with invalid key value: ${keyText(key)}. Int32 array index expected.`,
    );
  }

  protected override emptyCopy(): JArray {
    return new JArray();
  }

  override deepEquals(other: JToken, environment: Environment): boolean {
    return other instanceof JArray && this.hasEqualItems(other, environment);
  }
}
