import { JsonReadError } from './JsonReadError.ts';
import type { LineInfo } from './JsonReadError.ts';
import type { JsonDate } from './readDate.ts';

/**
 * What a token holds: the text of a name, string, comment or constructor's name; the value of an
 * integer, a float, a boolean or a date.
 */
export type TokenValue = string | bigint | number | boolean | JsonDate | null;

/** Gives the tokens of a JSON document one after the other: Newtonsoft's JsonReader. */
export interface JsonReader<Value = TokenValue> {
  /** The kind of the token that was read last, as `JsonToken` numbers them. */
  readonly token: number;
  readonly value: Value;
  /** Containers around what is read next. */
  readonly depth: number;
  readonly path: string;
  readonly line: LineInfo | undefined;
  /** Goes to the next token; false after the last. */
  read(): boolean;
}

export function readErrorAt(reader: JsonReader<unknown>, message: string): JsonReadError {
  return new JsonReadError(message, reader.path, reader.line);
}
