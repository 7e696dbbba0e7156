import { ArgumentException } from '../runtime/exceptions.ts';
import type { Environment } from '../runtime/Environment.ts';
import { newArray } from '../runtime/newArray.ts';
import type { NetType } from '../typeSystem/NetType.ts';

/** Makes a value of a type from the bytes of a body. */
type BodyReader = (
  bytes: Uint8Array,
  charset: string,
  type: NetType,
  environment: Environment,
) => unknown;

/** `T Parse(string)` of the type itself, or of the type that stands for it. */
function parsedBy(name: string): BodyReader {
  return (bytes, charset, type, environment) => {
    if (type.kind !== 'named') throw new Error('a type that is not declared cannot read a body');
    const definition = type.definition.registry.named(name).definition;
    const parse = definition
      .membersNamed('Parse')
      .filter((member) => member.kind === 'method')
      .find(({ isStatic, parameters }) => isStatic && parameters.length === 1);
    if (!parse) throw new Error(`${name} cannot be parsed`);
    const implementation = parse.implementation as (...args: unknown[]) => unknown;
    return implementation(decode(bytes, charset), [], environment);
  };
}

/** What `Body.As<T>()` can make, by the full name of T. */
const readers: Readonly<Record<string, BodyReader>> = {
  'System.String': decode,
  'System.Byte[]': (bytes, _charset, type) =>
    newArray((type as NetType & { kind: 'array' }).element, Uint8Array.from(bytes)),
  'Newtonsoft.Json.Linq.JObject': parsedBy('Newtonsoft.Json.Linq.JObject'),
  'Newtonsoft.Json.Linq.JArray': parsedBy('Newtonsoft.Json.Linq.JArray'),
  'Newtonsoft.Json.Linq.JToken': parsedBy('Newtonsoft.Json.Linq.JToken'),
  'System.Xml.Linq.XElement': parsedBy('System.Xml.Linq.XElement'),
  'System.Xml.Linq.XNode': parsedBy('System.Xml.Linq.XElement'),
  'System.Xml.Linq.XDocument': parsedBy('System.Xml.Linq.XDocument'),
};

/** @throws ArgumentException for a type that no body can be read as */
export function readBody(
  bytes: Uint8Array,
  charset: string,
  type: NetType,
  environment: Environment,
): unknown {
  const reader = readers[type.toString()];
  if (!reader) {
    throw new ArgumentException(`The body of a message cannot be read as '${type.toString()}'.`);
  }
  environment.allowLength(bytes.length);
  return reader(bytes, charset, type, environment);
}

/** Bytes that are not of the charset become U+FFFD; a byte order mark is no part of the text. */
export function decode(bytes: Uint8Array, charset: string): string {
  return decoderOf(charset).decode(bytes);
}

function decoderOf(charset: string): { decode(bytes: Uint8Array): string } {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}

/** The `charset` of a Content-Type (RFC 9110 §8.3.2); UTF-8 when it says none. */
export function charsetIn(contentType: string | undefined): string {
  return /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType ?? '')?.[1] ?? 'utf-8';
}
