import type { Environment } from '../Environment.ts';
import { ArgumentException, ArgumentNullException } from '../exceptions.ts';
import { JContainer } from './JContainer.ts';
import { keyText } from './keyText.ts';
import { JValue } from './JValue.ts';
import type { JToken } from './JToken.ts';
import { tokenTypes } from './tokenTypes.ts';

/** `new Date(0)` in a text that is nearly JSON: Newtonsoft.Json.Linq.JConstructor. */
export class JConstructor extends JContainer {
  name: string | null;

  constructor(name: string | null = null) {
    super();
    this.name = name;
  }

  override get type(): number {
    return tokenTypes.Constructor;
  }

  override get typeName(): string {
    return 'Newtonsoft.Json.Linq.JConstructor';
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
      `${verb} JConstructor values with invalid key value: ${keyText(key)}. Argument position index expected.`,
    );
  }

  protected override emptyCopy(): JConstructor {
    return new JConstructor(this.name);
  }

  override deepEquals(other: JToken, environment: Environment): boolean {
    return (
      other instanceof JConstructor &&
      other.name === this.name &&
      this.hasEqualItems(other, environment)
    );
  }
}
