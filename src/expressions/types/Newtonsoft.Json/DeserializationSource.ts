import type { LineInfo } from '../../../lib/newtonsoft/JsonReadError.ts';
import type { JsonReader } from '../../../lib/newtonsoft/JsonReader.ts';
import { JsonTextReader } from '../../../lib/newtonsoft/JsonTextReader.ts';
import { JsonToken } from '../../../lib/newtonsoft/JsonToken.ts';
import { checkDepth } from '../../runtime/json/checkDepth.ts';
import { JConstructor } from '../../runtime/json/JConstructor.ts';
import { JObject } from '../../runtime/json/JObject.ts';
import { JProperty } from '../../runtime/json/JProperty.ts';
import type { JToken } from '../../runtime/json/JToken.ts';
import { tokenTypes } from '../../runtime/json/tokenTypes.ts';
import { JValue } from '../../runtime/json/JValue.ts';
import { boxJsonValue } from '../Newtonsoft.Json.Linq/boxJsonValue.ts';
import { tokenPath } from '../Newtonsoft.Json.Linq/tokenPath.ts';

/** A reader whose values are boxed .NET values. */
export interface DeserializationSource extends JsonReader<unknown> {
  /** Goes on, taking no string for a date. */
  readWithoutDates(): boolean;
  /** The number as it is written; undefined when it was not read from text. */
  readonly numberText: string | undefined;
  /** Makes the token another: what it means to the one who asked. */
  becomes(token: number, value: unknown): void;
}

/** Reads from text. */
export class TextSource implements DeserializationSource {
  token: number = JsonToken.None;
  value: unknown = null;
  readonly #reader: JsonTextReader;

  constructor(text: string) {
    this.#reader = new JsonTextReader(text);
  }

  read(): boolean {
    return this.#take(this.#reader.read());
  }

  readWithoutDates(): boolean {
    return this.#take(this.#reader.readWithoutDates());
  }

  becomes(token: number, value: unknown): void {
    this.token = token;
    this.value = value;
  }

  get numberText(): string {
    return this.#reader.numberText;
  }

  get depth(): number {
    return this.#reader.depth;
  }

  get path(): string {
    return this.#reader.path;
  }

  get line(): LineInfo {
    return this.#reader.line;
  }

  #take(isThere: boolean): boolean {
    this.token = isThere ? this.#reader.token : JsonToken.None;
    this.value = boxJsonValue(this.token, this.#reader.value);
    return isThere;
  }
}

type Step = readonly [token: number, value: unknown, at: JToken];

/** Newtonsoft's JTokenReader: reads the tokens of a tree. */
export class TokenSource implements DeserializationSource {
  token: number = JsonToken.None;
  value: unknown = null;
  depth = 0;
  readonly numberText = undefined;
  readonly line = undefined;
  readonly #steps: Iterator<Step>;
  #at: JToken;

  constructor(root: JToken) {
    this.#at = root;
    this.#steps = stepsOf(root, 0);
  }

  get path(): string {
    return tokenPath(this.#at);
  }

  read(): boolean {
    const { done, value } = this.#steps.next();
    if (done) {
      this.becomes(JsonToken.None, null);
      return false;
    }
    [this.token, this.value, this.#at] = value as Step;
    return true;
  }

  readWithoutDates(): boolean {
    return this.read();
  }

  becomes(token: number, value: unknown): void {
    this.token = token;
    this.value = value;
  }
}

const ofTypes: Readonly<Partial<Record<number, number>>> = {
  [tokenTypes.Comment]: JsonToken.Comment,
  [tokenTypes.Integer]: JsonToken.Integer,
  [tokenTypes.Float]: JsonToken.Float,
  [tokenTypes.Boolean]: JsonToken.Boolean,
  [tokenTypes.Null]: JsonToken.Null,
  [tokenTypes.Undefined]: JsonToken.Undefined,
  [tokenTypes.Date]: JsonToken.Date,
  [tokenTypes.Raw]: JsonToken.Raw,
  [tokenTypes.Bytes]: JsonToken.Bytes,
};

function* stepsOf(token: JToken, depth: number): Generator<Step> {
  checkDepth(depth);
  if (token instanceof JValue) {
    yield [ofTypes[token.type] ?? JsonToken.String, token.value, token];
  } else if (token instanceof JProperty) {
    yield [JsonToken.PropertyName, token.name, token];
    if (token.value) yield* stepsOf(token.value, depth);
  } else {
    const [start, end, name] = bordersOf(token);
    yield [start, name, token];
    for (const child of token.children) yield* stepsOf(child, depth + 1);
    yield [end, null, token];
  }
}

function bordersOf(token: JToken): readonly [start: number, end: number, name: string | null] {
  if (token instanceof JObject) return [JsonToken.StartObject, JsonToken.EndObject, null];
  if (token instanceof JConstructor)
    return [JsonToken.StartConstructor, JsonToken.EndConstructor, token.name];
  return [JsonToken.StartArray, JsonToken.EndArray, null];
}
