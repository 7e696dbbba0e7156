import type { Environment } from '../Environment.ts';
import { IndexedContainer } from './IndexedContainer.ts';
import type { JToken } from './JToken.ts';
import { tokenTypes } from './tokenTypes.ts';

/** `new Date(0)` in a text that is nearly JSON: Newtonsoft.Json.Linq.JConstructor. */
export class JConstructor extends IndexedContainer {
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

  protected override get wantedKey(): string {
    return 'Argument position index';
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
