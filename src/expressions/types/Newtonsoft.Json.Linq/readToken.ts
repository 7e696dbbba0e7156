/** Makes tokens of what a reader gives, as JToken.ReadFrom and JContainer.ReadTokenFrom do. */
import { readErrorAt } from '../../../lib/newtonsoft/JsonReader.ts';
import type { JsonReader } from '../../../lib/newtonsoft/JsonReader.ts';
import { JsonReadError } from '../../../lib/newtonsoft/JsonReadError.ts';
import { JsonTextReader } from '../../../lib/newtonsoft/JsonTextReader.ts';
import { JsonToken, tokenName } from '../../../lib/newtonsoft/JsonToken.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { JsonReaderException } from '../../runtime/exceptions.ts';
import { JArray } from '../../runtime/json/JArray.ts';
import { JConstructor } from '../../runtime/json/JConstructor.ts';
import type { JContainer } from '../../runtime/json/JContainer.ts';
import { JObject } from '../../runtime/json/JObject.ts';
import { JProperty } from '../../runtime/json/JProperty.ts';
import type { JToken } from '../../runtime/json/JToken.ts';
import { tokenTypes } from '../../runtime/json/tokenTypes.ts';
import { JValue } from '../../runtime/json/JValue.ts';
import { boxJsonValue } from './boxJsonValue.ts';

type Reader = JsonReader<unknown>;

/** The token type of a value that a reader gives. */
const valueTypes: Readonly<Partial<Record<number, number>>> = {
  [JsonToken.Comment]: tokenTypes.Comment,
  [JsonToken.Integer]: tokenTypes.Integer,
  [JsonToken.Float]: tokenTypes.Float,
  [JsonToken.String]: tokenTypes.String,
  [JsonToken.Boolean]: tokenTypes.Boolean,
  [JsonToken.Null]: tokenTypes.Null,
  [JsonToken.Undefined]: tokenTypes.Undefined,
  [JsonToken.Date]: tokenTypes.Date,
};

/** What a static `Parse` makes of a text that holds one JSON document. @throws JsonReaderException */
export function parseJson<T>(
  text: string,
  environment: Environment,
  readFrom: (reader: JsonTextReader) => T,
): T {
  environment.spend(1 + (text.length >> 7));
  return withReaderExceptions(() => {
    const reader = new JsonTextReader(text);
    const result = readFrom(reader);
    // Anything but a comment that follows the document is refused by the reader.
    while (reader.read());
    return result;
  });
}

/** Turns errors of a reader into .NET's. @throws JsonReaderException */
export function withReaderExceptions<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof JsonReadError) throw new JsonReaderException(error.message);
    throw error;
  }
}

/** JToken.Load. @throws JsonReadError */
export function readToken(reader: Reader): JToken {
  if (reader.token === JsonToken.None && !reader.read())
    throw readErrorAt(reader, 'Error reading JToken from JsonReader.');
  const container = openedBy(reader);
  if (container) return readContainer(reader, container);
  if (reader.token === JsonToken.PropertyName) return readProperty(reader);
  const value = valueOf(reader);
  if (value) return value;
  const message = `Error reading JToken from JsonReader. Unexpected token: ${tokenName(reader.token)}.`;
  throw readErrorAt(reader, message);
}

function valueOf({ token, value }: Reader): JValue | undefined {
  const type = valueTypes[token];
  return type === undefined ? undefined : new JValue(boxJsonValue(token, value), type);
}

function readProperty(reader: Reader): JProperty {
  const property = new JProperty(reader.value as string);
  reader.read();
  property.append(readToken(reader));
  return property;
}

/** JObject.Load, whose error names what is there instead. @throws JsonReadError */
export function readObject(reader: Reader): JObject {
  start(reader, JsonToken.StartObject, 'JObject', 'an object');
  return readContainer(reader, new JObject());
}

/** JArray.Load. @throws JsonReadError */
export function readArray(reader: Reader): JArray {
  start(reader, JsonToken.StartArray, 'JArray', 'an array');
  return readContainer(reader, new JArray());
}

/** JConstructor.Load. @throws JsonReadError */
export function readConstructor(reader: Reader): JConstructor {
  start(reader, JsonToken.StartConstructor, 'JConstructor', 'a constructor');
  return readContainer(reader, new JConstructor(reader.value as string));
}

function start(reader: Reader, wanted: number, name: string, article: string): void {
  if (reader.token === JsonToken.None && !reader.read())
    throw readErrorAt(reader, `Error reading ${name} from JsonReader.`);
  while (reader.token === JsonToken.Comment && reader.read());
  if (reader.token === wanted) return;
  throw readErrorAt(
    reader,
    `Error reading ${name} from JsonReader. Current JsonReader item is not ${article}: ${tokenName(reader.token)}.`,
  );
}

/** Reads what stands in a container whose start was read, up to its end. */
function readContainer<T extends JContainer>(reader: Reader, container: T): T {
  if (!reader.read())
    throw readErrorAt(reader, `Error reading ${container.className} from JsonReader.`);
  let parent: JContainer = container;
  do {
    const opened = openedBy(reader);
    if (opened) {
      parent.append(opened);
      parent = opened;
    } else if (reader.token === JsonToken.PropertyName) {
      parent = propertyIn(parent, reader.value as string);
    } else if (closings.has(reader.token)) {
      if (parent === container) return container;
      parent = outsideProperty(parentOf(parent));
    } else if (reader.token !== JsonToken.Comment) {
      // JsonLoadSettings.CommentHandling is Ignore unless asked otherwise.
      parent.append(valueOf(reader) ?? JValue.ofNull());
      parent = outsideProperty(parent);
    }
  } while (reader.read());
  throw readErrorAt(reader, `Unexpected end of content while loading ${container.className}.`);
}

const closings: ReadonlySet<number> = new Set([
  JsonToken.EndObject,
  JsonToken.EndArray,
  JsonToken.EndConstructor,
]);

/** The empty container whose start was read. */
function openedBy({ token, value }: Reader): JContainer | undefined {
  if (token === JsonToken.StartObject) return new JObject();
  if (token === JsonToken.StartArray) return new JArray();
  return token === JsonToken.StartConstructor ? new JConstructor(value as string) : undefined;
}

function outsideProperty(container: JContainer): JContainer {
  return container instanceof JProperty ? parentOf(container) : container;
}

function parentOf({ parent }: JContainer): JContainer {
  if (!parent) throw new Error('a container was closed that is not open');
  return parent;
}

/** The last property of a name stands, at the place of the first. */
function propertyIn(parent: JContainer, name: string): JProperty {
  const property = new JProperty(name);
  const existing = parent instanceof JObject ? parent.property(name) : undefined;
  if (existing) (parent as JObject).exchange(existing, property);
  else parent.append(property);
  return property;
}
