import { pointerTokens } from './DescriptionReader.ts';

/** What a generated sample may cost. */
const limits = { depth: 8, values: 1_000 };

/**
 * An example value for a JSON Schema (OpenAPI 3.0 and 3.1 dialects, Swagger 2.0): the schema's own
 * example, default or constant where it has one, else a value made from its type, the same each
 * time. `document` is what local references are relative to. Bounded in depth and size, so that
 * recursive schemas end; `undefined` when the schema allows nothing or gives no hint.
 */
export function sampleOf(schema: unknown, document: unknown): unknown {
  return new Sampler(document).sample(schema, 0);
}

class Sampler {
  readonly #document: unknown;
  #values = 0;

  constructor(document: unknown) {
    this.#document = document;
  }

  sample(written: unknown, depth: number): unknown {
    this.#values += 1;
    if (depth > limits.depth || this.#values > limits.values) return undefined;
    const schema = this.#follow(written);
    if (schema === undefined) return undefined;
    const given = givenValue(schema);
    if (given !== undefined) return given;
    const variants = [schema['oneOf'], schema['anyOf']].find(isList);
    if (isList(schema['allOf'])) return this.#combined(schema, schema['allOf'], depth);
    if (variants?.length && !('properties' in schema)) return this.sample(variants[0], depth + 1);
    switch (typeOf(schema)) {
      case 'object':
        return this.#object(schema, depth);
      case 'array':
        return this.#array(schema, depth);
      case 'integer':
        return sampleNumber(schema, 1);
      case 'number':
        return sampleNumber(schema, 1.5);
      case 'boolean':
        return true;
      case 'string':
        return sampleText(schema);
      case 'null':
        return null;
      default:
        return undefined;
    }
  }

  /** The members of all parts together; a part that is no object stands for the whole. */
  #combined(schema: JsonObject, parts: readonly unknown[], depth: number): unknown {
    const { allOf: _, ...rest } = schema;
    const own = 'properties' in rest ? [rest] : [];
    const samples = [...parts, ...own].map((part) => this.sample(part, depth + 1));
    const objects = samples.filter(isObject);
    if (objects.length === 0) return samples.find((sample) => sample !== undefined);
    return Object.fromEntries(objects.flatMap((sample) => Object.entries(sample)));
  }

  #object(schema: JsonObject, depth: number): unknown {
    const properties = isObject(schema['properties']) ? Object.entries(schema['properties']) : [];
    const members = properties
      .filter(([, property]) => !(isObject(property) && property['writeOnly'] === true))
      .map(([name, property]): [string, unknown] => [name, this.sample(property, depth + 1)]);
    const additional = schema['additionalProperties'];
    if (members.length === 0 && isObject(additional)) {
      members.push(['key', this.sample(additional, depth + 1)]);
    }
    return Object.fromEntries(members.filter(([, value]) => value !== undefined));
  }

  #array(schema: JsonObject, depth: number): unknown {
    const item = this.sample(schema['items'], depth + 1);
    const wanted = typeof schema['minItems'] === 'number' ? schema['minItems'] : 1;
    return item === undefined ? [] : Array(Math.max(1, Math.min(wanted, 10))).fill(item);
  }

  #follow(written: unknown): JsonObject | undefined {
    let schema = written;
    for (let hops = 0; hops < 32; hops++) {
      if (!isObject(schema)) return schema === true ? {} : undefined;
      const reference = schema['$ref'];
      if (typeof reference !== 'string') return schema;
      schema = resolve(reference, this.#document);
    }
    return undefined;
  }
}

type JsonObject = Readonly<Record<string, unknown>>;

/** `enum` and `const` bind; `example`, `examples` (3.1: a list) and `default` are hints. */
function givenValue(schema: JsonObject): unknown {
  for (const name of ['example', 'const', 'default']) {
    if (Object.hasOwn(schema, name)) return schema[name];
  }
  for (const name of ['examples', 'enum']) {
    const values = schema[name];
    if (isList(values) && values.length > 0) return values[0];
  }
  return undefined;
}

function typeOf(schema: JsonObject): string | undefined {
  const { type } = schema;
  if (typeof type === 'string') return type;
  if (isList(type)) {
    const named = type.filter((each) => typeof each === 'string');
    return named.find((each) => each !== 'null') ?? named[0];
  }
  if (isObject(schema['properties']) || isObject(schema['additionalProperties'])) return 'object';
  return schema['items'] === undefined ? undefined : 'array';
}

function sampleNumber(schema: JsonObject, usual: number): number {
  const bound = (name: string) => {
    const value = schema[name];
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  };
  const step = usual === 1 ? 1 : 0.5;
  // OpenAPI 3.0 writes exclusiveMinimum as a boolean beside minimum, 3.1 as a number of its own.
  const isOpen = (name: string) => schema[name] === true;
  const minimum = bound('minimum');
  const above = bound('exclusiveMinimum') ?? (isOpen('exclusiveMinimum') ? minimum : undefined);
  const lowest = above === undefined ? minimum : above + step;
  const maximum = bound('maximum');
  const below = bound('exclusiveMaximum') ?? (isOpen('exclusiveMaximum') ? maximum : undefined);
  const highest = below === undefined ? maximum : below - step;
  if (lowest !== undefined && usual < lowest) return lowest;
  return highest !== undefined && usual > highest ? highest : usual;
}

/** A text of each format of JSON Schema 2020-12 Validation §7.3 and of OpenAPI. */
const textsByFormat: Readonly<Record<string, string>> = {
  date: '2024-01-31',
  'date-time': '2024-01-31T12:00:00Z',
  time: '12:00:00Z',
  duration: 'PT1H',
  email: 'user@example.com',
  hostname: 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  uri: 'https://example.com/',
  url: 'https://example.com/',
  uuid: '3fa85f64-5717-4562-b3fc-2c963f66afa6',
  byte: 'c3RyaW5n',
  binary: 'string',
};

function sampleText(schema: JsonObject): string {
  const format = typeof schema['format'] === 'string' ? schema['format'] : '';
  const usual = Object.hasOwn(textsByFormat, format) ? textsByFormat[format]! : 'string';
  const { minLength, maxLength } = schema;
  if (typeof minLength === 'number' && minLength > usual.length && minLength <= 1_000) {
    return usual.padEnd(minLength, 'x');
  }
  return typeof maxLength === 'number' ? usual.slice(0, Math.max(0, maxLength)) : usual;
}

/** The value that a local reference names in `document`, or undefined. */
function resolve(reference: string, document: unknown): unknown {
  if (!reference.startsWith('#')) return undefined;
  let value: unknown = document;
  for (const token of pointerTokens(reference)) {
    if (isList(value)) value = value[Number(token)];
    else if (isObject(value) && Object.hasOwn(value, token)) value = value[token];
    else return undefined;
  }
  return value;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
