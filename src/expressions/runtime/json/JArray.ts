import type { Environment } from '../Environment.ts';
import { IndexedContainer } from './IndexedContainer.ts';
import type { JToken } from './JToken.ts';
import { tokenTypes } from './tokenTypes.ts';

/** Newtonsoft.Json.Linq.JArray. */
export class JArray extends IndexedContainer {
  override get type(): number {
    return tokenTypes.Array;
  }

  override get typeName(): string {
    return 'Newtonsoft.Json.Linq.JArray';
  }

  protected override get wantedKey(): string {
    return 'Int32 array index';
  }

  protected override emptyCopy(): JArray {
    return new JArray();
  }

  override deepEquals(other: JToken, environment: Environment): boolean {
    return other instanceof JArray && this.hasEqualItems(other, environment);
  }
}
