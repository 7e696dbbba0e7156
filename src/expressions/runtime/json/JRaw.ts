import type { Environment } from '../Environment.ts';
import type { JToken } from './JToken.ts';
import { JValue } from './JValue.ts';
import { tokenTypes } from './tokenTypes.ts';

/** A text that is written to JSON as it is: Newtonsoft.Json.Linq.JRaw. */
export class JRaw extends JValue {
  constructor(value: unknown) {
    super(value, tokenTypes.Raw);
  }

  override get typeName(): string {
    return 'Newtonsoft.Json.Linq.JRaw';
  }

  override clone(environment: Environment): JToken {
    environment.spend();
    return new JRaw(this.value);
  }
}
