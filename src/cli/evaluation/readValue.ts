/** .NET values of a context in JSON: plain ones, and `{"$type": "System.Guid", "value": "…"}`. */
import { Authorization } from '../../expressions/context/values.ts';
import { compileExpression } from '../../expressions/evaluate.ts';
import { Box } from '../../expressions/runtime/Box.ts';
import { Environment } from '../../expressions/runtime/Environment.ts';
import { NetException } from '../../expressions/runtime/exceptions.ts';
import { netTypes } from '../../expressions/types/index.ts';
import { SourceText } from '../../lib/source/SourceText.ts';
import { Complaint } from '../Complaint.ts';
import { keptNumber } from './parseJson.ts';
import { readResponse } from './readMessage.ts';
import { integerOr, listOr, objectOr, textOr } from './shapes.ts';

/** Types of the context tree itself. */
const contextReaders: Readonly<Record<string, (json: unknown, where: string) => unknown>> = {
  IResponse: readResponse,
  Authorization: readAuthorization,
};

/** How the C# of each named type reads `value`: by the expression language itself. */
const readers: Readonly<Record<string, (text: string, json: unknown, where: string) => string>> = {
  JObject: (text) => `Newtonsoft.Json.Linq.JObject.Parse(${text})`,
  JArray: (text) => `Newtonsoft.Json.Linq.JArray.Parse(${text})`,
  JToken: (text) => `Newtonsoft.Json.Linq.JToken.Parse(${text})`,
  JValue: (text) => `(Newtonsoft.Json.Linq.JValue)Newtonsoft.Json.Linq.JToken.Parse(${text})`,
  'JObject[]': (text) =>
    `Newtonsoft.Json.Linq.JArray.Parse(${text}).Cast<Newtonsoft.Json.Linq.JObject>().ToArray()`,
  'System.Int32': (text) => `int.Parse(${text})`,
  'System.Int64': (text) => `long.Parse(${text})`,
  'System.Double': (text) => `double.Parse(${text})`,
  'System.Single': (text) => `float.Parse(${text})`,
  'System.Decimal': (text) => `decimal.Parse(${text})`,
  'System.Boolean': (text) => `bool.Parse(${text})`,
  'System.String': (text) => text,
  'System.DateTime': (text) => `DateTime.Parse(${text})`,
  'System.DateTimeOffset': (text) => `DateTimeOffset.Parse(${text})`,
  'System.TimeSpan': (text) => `TimeSpan.Parse(${text})`,
  'System.Guid': (text) => `Guid.Parse(${text})`,
  'System.Uri': (text) => `new Uri(${text})`,
  'byte[]': (text) => `Convert.FromBase64String(${text})`,
  'string[]': (_text, json, where) => `new string[] { ${literals(json, where)} }`,
  'int[]': (_text, json, where) => `new int[] { ${numbers(json, where)} }`,
  'List<string>': (_text, json, where) => `new List<string> { ${literals(json, where)} }`,
  'List<int>': (_text, json, where) => `new List<int> { ${numbers(json, where)} }`,
  'Dictionary<string,string>': (_text, json, where) =>
    `new Dictionary<string, string> { ${Object.entries(objectOr(json, {}, where))
      .map(([name, value]) => `{ ${literal(name)}, ${literal(value)} }`)
      .join(', ')} }`,
  Jwt: (text) => `(${text}).AsJwt()`,
  BasicAuthCredentials: (text) => `(${text}).AsBasic()`,
  XElement: (text) => `System.Xml.Linq.XElement.Parse(${text})`,
  XDocument: (text) => `System.Xml.Linq.XDocument.Parse(${text})`,
};

/** The boxed value. @throws Complaint */
export function readValue(json: unknown, where: string): unknown {
  if (json === null || typeof json === 'string' || typeof json === 'boolean') return json;
  if (typeof json === 'number') return readNumber(json);
  const kept = keptNumber(json);
  if (kept !== undefined) return readKeptNumber(kept, where);
  if (typeof json === 'object' && '$type' in json && 'value' in json) {
    return readTyped(String(json.$type), json.value, where);
  }
  throw new Complaint(
    `The context's '${where}' needs a type.`,
    'Write {"$type": "JObject", "value": …}.',
  );
}

/** Integers are Int32 when they fit, else Int64; others are Double. */
function readNumber(json: number): unknown {
  if (!Number.isInteger(json)) return new Box(netTypes.named('System.Double'), json);
  return json === (json | 0) ? json : BigInt(json);
}

/** As it is written: what has a point or an exponent is a Double. @throws Complaint */
function readKeptNumber(text: string, where: string): unknown {
  const isInteger = /^-?[0-9]+$/.test(text);
  if (!isInteger) return new Box(netTypes.named('System.Double'), Number(text));
  const integer = BigInt(text);
  if (BigInt.asIntN(32, integer) === integer) return Number(integer);
  if (BigInt.asIntN(64, integer) === integer) return integer;
  throw new Complaint(
    `The context's '${where}' is too large for a System.Int64.`,
    'Write {"$type": "System.Decimal", "value": "…"}.',
  );
}

function readTyped(type: string, json: unknown, where: string): unknown {
  const contextReader = contextReaders[type];
  if (contextReader) return contextReader(json, where);
  const reader = readers[type];
  if (!reader) {
    const known = [...Object.keys(readers), ...Object.keys(contextReaders)].join(', ');
    throw new Complaint(
      `The context's '${where}' has an unknown type '${type}'.`,
      `Known are ${known}.`,
    );
  }
  const text = literal(typeof json === 'string' ? json : JSON.stringify(json));
  return run(reader(text, json, where), where);
}

/** `{accessToken, claims?}`. @throws Complaint */
function readAuthorization(json: unknown, where: string): Authorization {
  const given = objectOr(json, {}, where);
  const claims = Object.entries(objectOr(given['claims'], {}, `${where}.claims`));
  return new Authorization(
    textOr(given['accessToken'], '', `${where}.accessToken`),
    new Map(claims.map(([name, claim]) => [name, readValue(claim, `${where}.claims.${name}`)])),
  );
}

function run(code: string, where: string): unknown {
  const source = new SourceText(where, code);
  const { expression, diagnostics } = compileExpression(source, 'expression', {
    registry: netTypes,
  });
  if (!expression) {
    throw new Complaint(`The context's '${where}' cannot be made: ${diagnostics[0]?.message}`);
  }
  const world = { now: () => Date.now(), randomBytes: (count: number) => new Uint8Array(count) };
  try {
    return expression.evaluate(null, new Environment(world));
  } catch (error) {
    if (!(error instanceof NetException)) throw error;
    throw new Complaint(`The context's '${where}' cannot be read: ${error.message}`);
  }
}

/** A C# string literal: every unit that is not plain is escaped. */
function literal(json: unknown): string {
  const text = String(json).replace(/[^ !#-[\]-~]/g, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return `"${text}"`;
}

/** @throws Complaint */
function literals(json: unknown, where: string): string {
  return listOr(json, where).map(literal).join(', ');
}

/** @throws Complaint */
function numbers(json: unknown, where: string): string {
  const list = listOr(json, where);
  return list.map((each) => String(integerOr(each, 0, where))).join(', ');
}
