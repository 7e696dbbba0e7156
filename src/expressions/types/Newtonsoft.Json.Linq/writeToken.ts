/** Tokens as JSON text: JToken.WriteTo and ToString(Formatting). */
import { quoteString } from '../../../lib/newtonsoft/escapeString.ts';
import { JsonTextWriter } from '../../../lib/newtonsoft/JsonTextWriter.ts';
import { defaultLimits, LimitExceeded } from '../../runtime/Environment.ts';
import { JsonWriterException } from '../../runtime/exceptions.ts';
import { checkDepth } from '../../runtime/json/checkDepth.ts';
import { JConstructor } from '../../runtime/json/JConstructor.ts';
import { JObject } from '../../runtime/json/JObject.ts';
import { JProperty } from '../../runtime/json/JProperty.ts';
import type { JToken } from '../../runtime/json/JToken.ts';
import { tokenTypes } from '../../runtime/json/tokenTypes.ts';
import { JValue } from '../../runtime/json/JValue.ts';
import { toText } from '../../runtime/toText.ts';
import { formatJsonValue } from './formatJsonValue.ts';

/** @throws LimitExceeded */
export function jsonText(token: JToken, isIndented: boolean): string {
  const writer = new JsonTextWriter(isIndented, allowLength);
  writeToken(token, writer);
  return writer.text;
}

/** `ToString()` is given no environment, so the default allowance counts. */
function allowLength(length: number): void {
  const { maxStringLength } = defaultLimits;
  if (length > maxStringLength) throw new LimitExceeded('string length', maxStringLength);
}

/** @throws JsonWriterException, LimitExceeded */
export function writeToken(token: JToken, writer: JsonTextWriter): void {
  if (token instanceof JValue) return writeValue(token, writer);
  if (token instanceof JProperty) {
    if (!writer.takesName) throw misplacedName();
    writer.name(token.name);
    return token.value ? writeToken(token.value, writer) : writer.value('null');
  }
  checkDepth(writer.depth);
  if (token instanceof JObject) writer.startObject();
  else if (token instanceof JConstructor) writer.startConstructor(token.name ?? '');
  else writer.startArray();
  for (const child of token.children) writeToken(child, writer);
  writer.end();
}

/** What a writer throws that is given a property outside of an object. */
export function misplacedName(): JsonWriterException {
  return new JsonWriterException(
    "Token PropertyName in state Array would result in an invalid JSON object. Path ''.",
  );
}

function writeValue({ type, value }: JValue, writer: JsonTextWriter): void {
  switch (type) {
    case tokenTypes.Comment:
      return writer.comment(toText(value));
    case tokenTypes.Raw:
      return writer.value(toText(value));
    case tokenTypes.Null:
      return writer.value('null');
    case tokenTypes.Undefined:
      return writer.value('undefined');
    default:
      return writer.value(formatJsonValue(value) ?? quoteString(toText(value)));
  }
}
