/** .NET values of a context in JSON: plain ones, and `{"$type": "System.Guid", "value": "…"}`. */
import { compileExpression } from '../../expressions/evaluate.ts';
import { Box } from '../../expressions/runtime/Box.ts';
import { Environment } from '../../expressions/runtime/Environment.ts';
import { NetException } from '../../expressions/runtime/exceptions.ts';
import { netTypes } from '../../expressions/types/index.ts';
import { SourceText } from '../../lib/source/SourceText.ts';
import { Complaint } from '../Complaint.ts';

/** How the C# of each named type reads `value`: by the expression language itself. */
const readers: Readonly<Record<string, (text: string, json: unknown) => string>> = {
  JObject: (text) => `Newtonsoft.Json.Linq.JObject.Parse(${text})`,
  JArray: (text) => `Newtonsoft.Json.Linq.JArray.Parse(${text})`,
  JToken: (text) => `Newtonsoft.Json.Linq.JToken.Parse(${text})`,
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
  'string[]': (_text, json) => `new string[] { ${literals(json)} }`,
  'int[]': (_text, json) => `new int[] { ${numbers(json)} }`,
  'List<string>': (_text, json) => `new List<string> { ${literals(json)} }`,
  'List<int>': (_text, json) => `new List<int> { ${numbers(json)} }`,
  'Dictionary<string,string>': (_text, json) =>
    `new Dictionary<string, string> { ${Object.entries(Object(json))
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
  return json === Math.trunc(json) && Math.abs(json) <= 0x7fff_ffff ? json : BigInt(json);
}

function readTyped(type: string, json: unknown, where: string): unknown {
  const reader = readers[type];
  if (!reader) {
    const known = Object.keys(readers).join(', ');
    throw new Complaint(
      `The context's '${where}' has an unknown type '${type}'.`,
      `Known are ${known}.`,
    );
  }
  const text = literal(typeof json === 'string' ? json : JSON.stringify(json));
  return run(reader(text, json), where);
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

function literals(json: unknown): string {
  return Array.isArray(json) ? json.map(literal).join(', ') : '';
}

function numbers(json: unknown): string {
  return Array.isArray(json) ? json.map((each) => String(Number(each))).join(', ') : '';
}
