import { quoteString } from '../../../lib/newtonsoft/escapeString.ts';
import { JsonTextWriter } from '../../../lib/newtonsoft/JsonTextWriter.ts';
import { Box } from '../../runtime/Box.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { checkDepth } from '../../runtime/json/checkDepth.ts';
import { JArray } from '../../runtime/json/JArray.ts';
import type { JContainer } from '../../runtime/json/JContainer.ts';
import { JObject } from '../../runtime/json/JObject.ts';
import { JProperty } from '../../runtime/json/JProperty.ts';
import type { JToken } from '../../runtime/json/JToken.ts';
import { tokenTypes } from '../../runtime/json/tokenTypes.ts';
import { JValue } from '../../runtime/json/JValue.ts';
import { toText } from '../../runtime/toText.ts';
import { formatJsonValue } from '../Newtonsoft.Json.Linq/formatJsonValue.ts';
import { misplacedName, writeToken } from '../Newtonsoft.Json.Linq/writeToken.ts';

/** Takes what a serializer finds in objects: Newtonsoft's JsonWriter. */
export interface JsonSink {
  startObject(): void;
  startArray(): void;
  end(): void;
  name(name: string): void;
  /** A boxed value that is neither object nor array. */
  value(value: unknown): void;
  token(token: JToken): void;
  /** What stands between values and is none. */
  comment(text: string): void;
}

/** Writes JSON text. */
export class TextSink implements JsonSink {
  readonly #writer: JsonTextWriter;

  constructor(isIndented: boolean, environment: Environment) {
    this.#writer = new JsonTextWriter(isIndented, (length) => environment.allowLength(length));
  }

  get text(): string {
    return this.#writer.text;
  }

  startObject(): void {
    checkDepth(this.#writer.depth);
    this.#writer.startObject();
  }

  startArray(): void {
    checkDepth(this.#writer.depth);
    this.#writer.startArray();
  }

  end(): void {
    this.#writer.end();
  }

  name(name: string): void {
    this.#writer.name(name);
  }

  value(value: unknown): void {
    this.#writer.value(formatJsonValue(value) ?? quoteString(toText(value)));
  }

  token(token: JToken): void {
    writeToken(token, this.#writer);
  }

  comment(text: string): void {
    this.#writer.comment(text);
  }
}

/** Makes tokens. */
export class TokenSink implements JsonSink {
  readonly #environment: Environment;
  #root: JToken | undefined;
  #parent: JContainer | undefined;
  #depth = 0;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  get root(): JToken {
    if (!this.#root) throw new Error('nothing was written');
    return this.#root;
  }

  startObject(): void {
    this.#start(new JObject());
  }

  startArray(): void {
    this.#start(new JArray());
  }

  end(): void {
    this.#depth--;
    const { parent } = this.#parent ?? {};
    this.#parent = (parent instanceof JProperty ? parent.parent : parent) ?? undefined;
  }

  /** As when JSON is read, the last property of a name stands. */
  name(name: string): void {
    const property = new JProperty(name);
    const object = this.#parent;
    if (!(object instanceof JObject)) throw new Error('a name was written outside of an object');
    const existing = object.property(name);
    if (existing) object.exchange(existing, property);
    else object.append(property);
    this.#parent = property;
  }

  value(value: unknown): void {
    this.#put(valueToken(value));
  }

  token(token: JToken): void {
    if (token instanceof JProperty && this.#parent instanceof JArray) throw misplacedName();
    this.#put(token.clone(this.#environment));
  }

  /** A comment is added to arrays; in an object it would need a name. */
  comment(text: string): void {
    if (!(this.#parent instanceof JObject)) this.#put(new JValue(text, tokenTypes.Comment));
  }

  #start(container: JContainer): void {
    checkDepth(this.#depth++);
    const parent = this.#parent;
    if (parent) parent.append(container);
    else this.#root = container;
    this.#parent = container;
  }

  #put(token: JToken): void {
    const parent = this.#parent;
    if (!parent) {
      this.#root = token;
      return;
    }
    parent.append(token);
    if (parent instanceof JProperty) this.#parent = parent.parent ?? undefined;
  }
}

/** An enum is written as its number, a Char as a text. */
function valueToken(value: unknown): JValue {
  if (!(value instanceof Box)) return JValue.of(value);
  if (value.type.toString() === 'System.Char') return new JValue(value, tokenTypes.String);
  const isEnum = value.type.kind === 'named' && value.type.definition.kind === 'enum';
  return JValue.of(isEnum ? value.value : value);
}
