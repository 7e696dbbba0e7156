import { closest } from '../lib/source/closest.ts';
import { parseDuration } from './duration.ts';
import type { Duration } from './duration.ts';
import type { ProblemCode } from './problems.ts';

/** Members and indexes from the root of a JSON document down to one value. */
export type JsonPath = readonly (string | number)[];

/** One way in which a value is not what its schema says, addressed by JSON path. */
export interface SchemaIssue {
  readonly code: ProblemCode;
  readonly path: JsonPath;
  /** Fill the holes of the problem's message; never holds the value of a secret. */
  readonly args: readonly string[];
  readonly hint?: string;
}

export type ReportIssue = (issue: SchemaIssue) => void;

/** Reads plain JSON into `T`. */
export interface Schema<out T> {
  readonly kind: 'text' | 'integer' | 'number' | 'boolean' | 'list' | 'record' | 'object' | 'any';
  /** True when the value must never be shown. */
  readonly secret?: boolean;
  /** The members of an object. */
  readonly fields?: Fields;
  /** The value as `T`, or undefined after at least one issue was reported. Never throws. */
  read(value: unknown, path: JsonPath, report: ReportIssue): T | undefined;
}

export interface Optional<out T> {
  readonly presence: 'optional';
  readonly schema: Schema<T>;
}

export interface Defaulted<out T> {
  readonly presence: 'default';
  readonly schema: Schema<T>;
  readonly value: T;
}

export type Field = Schema<unknown> | Optional<unknown> | Defaulted<unknown>;
export type Fields = Readonly<Record<string, Field>>;

type FieldValue<F> = F extends Optional<infer T> | Defaulted<infer T> | Schema<infer T> ? T : never;
type OptionalKeys<F> = { [K in keyof F]: F[K] extends Optional<unknown> ? K : never }[keyof F];
type Flatten<T> = { readonly [K in keyof T]: T[K] };
type ObjectValue<F> = Flatten<
  { [K in Exclude<keyof F, OptionalKeys<F>>]: FieldValue<F[K]> } & {
    [K in OptionalKeys<F>]?: FieldValue<F[K]>;
  }
>;

/** The TypeScript type of the values that a schema reads. */
export type Infer<S> = S extends Schema<infer T> ? T : never;

/** A member that may be absent; JSON null counts as absent, as Azure writes it. */
export function optional<T>(schema: Schema<T>): Optional<T> {
  return { presence: 'optional', schema };
}

/** A member that has Azure's default when it is absent or null. */
export function withDefault<T>(schema: Schema<T>, value: T): Defaulted<T> {
  return { presence: 'default', schema, value };
}

interface TextBounds {
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: RegExp;
}

/** A string; lengths are in UTF-16 units. */
export function text(bounds: TextBounds = {}): Schema<string> {
  return textSchema(bounds, false);
}

/** A string whose value no message and no answer may show. */
export function secret(bounds: TextBounds = {}): Schema<string> {
  return textSchema(bounds, true);
}

function textSchema({ min = 0, max, pattern }: TextBounds, isSecret: boolean): Schema<string> {
  return {
    kind: 'text',
    secret: isSecret,
    read(value, path, report) {
      if (typeof value !== 'string') return wrongType('a string', value, path, report);
      if (value.length < min) {
        report({ code: 'APIM3104', path, args: [String(min), String(value.length)] });
      } else if (max !== undefined && value.length > max) {
        report({ code: 'APIM3105', path, args: [String(max), String(value.length)] });
      } else if (pattern !== undefined && !pattern.test(value)) {
        report({ code: 'APIM3106', path, args: [pattern.source] });
      } else return value;
      return undefined;
    },
  };
}

/** One of the given words. Case is forgiven and normalised, as Azure does it. */
export function oneOf<const W extends readonly string[]>(...words: W): Schema<W[number]> {
  const byLowerCase = new Map<string, W[number]>(words.map((word) => [word.toLowerCase(), word]));
  return {
    kind: 'text',
    read(value, path, report) {
      if (typeof value !== 'string') return wrongType('a string', value, path, report);
      const word = byLowerCase.get(value.toLowerCase());
      if (word !== undefined) return word;
      const near = closest(value, words);
      const args = [shorten(value), words.map((each) => `'${each}'`).join(', ')];
      const hint = near === undefined ? {} : { hint: `Did you mean '${near}'?` };
      report({ code: 'APIM3103', path, args, ...hint });
      return undefined;
    },
  };
}

/** A whole number within bounds, both inclusive. */
export function integer(bounds: { min?: number; max?: number } = {}): Schema<number> {
  const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = bounds;
  return {
    kind: 'integer',
    read(value, path, report) {
      if (typeof value !== 'number') return wrongType('a whole number', value, path, report);
      if (Number.isInteger(value) && value >= min && value <= max) return value;
      report({ code: 'APIM3107', path, args: [String(value), String(min), String(max)] });
      return undefined;
    },
  };
}

export function boolean(): Schema<boolean> {
  return {
    kind: 'boolean',
    read(value, path, report) {
      if (typeof value === 'boolean') return value;
      return wrongType('true or false', value, path, report);
    },
  };
}

/** An ISO 8601 duration of days and smaller, such as `PT1M30S`. */
export function duration(): Schema<Duration> {
  return {
    kind: 'text',
    read(value, path, report) {
      if (typeof value !== 'string') return wrongType('a string', value, path, report);
      const parsed = parseDuration(value);
      if (parsed === undefined) report({ code: 'APIM3108', path, args: [shorten(value)] });
      return parsed;
    },
  };
}

/** An ISO 8601 date and time, kept as it was written. */
export function dateTime(): Schema<string> {
  return {
    kind: 'text',
    read(value, path, report) {
      if (typeof value !== 'string') return wrongType('a string', value, path, report);
      if (/^\d{4}-\d{2}-\d{2}([T ]|$)/.test(value) && !Number.isNaN(Date.parse(value))) {
        return value;
      }
      report({ code: 'APIM3109', path, args: [shorten(value)] });
      return undefined;
    },
  };
}

/** Any JSON value, kept as it is. */
export function any(): Schema<unknown> {
  return { kind: 'any', read: (value) => value };
}

export function list<T>(
  element: Schema<T>,
  { max = 10_000 }: { max?: number } = {},
): Schema<readonly T[]> {
  return {
    kind: 'list',
    read(value, path, report) {
      if (!Array.isArray(value)) return wrongType('a list', value, path, report);
      if (value.length > max) {
        report({ code: 'APIM3110', path, args: [String(max), String(value.length)] });
        return undefined;
      }
      const items = value.map((item: unknown, index) =>
        element.read(item, [...path, index], report),
      );
      return items.every((item) => item !== undefined) ? items : undefined;
    },
  };
}

/** An object used as a table: any names, values of one kind. */
export function record<T>(element: Schema<T>): Schema<Readonly<Record<string, T>>> {
  return {
    kind: 'record',
    read(value, path, report) {
      if (!isJsonObject(value)) return wrongType('an object', value, path, report);
      const entries: [string, T][] = [];
      let sound = true;
      for (const [name, item] of Object.entries(value)) {
        const read = element.read(item, [...path, name], report);
        if (read === undefined) sound = false;
        else entries.push([name, read]);
      }
      return sound ? Object.fromEntries(entries) : undefined;
    },
  };
}

/**
 * An object with known members. Members it does not know are passed over, as Azure Resource
 * Manager does; names are matched exactly first and then without case, for the same reason.
 */
export function object<const F extends Fields>(fields: F): Schema<ObjectValue<F>> {
  return {
    kind: 'object',
    fields,
    read(value, path, report) {
      if (!isJsonObject(value)) return wrongType('an object', value, path, report);
      const result: Record<string, unknown> = {};
      let sound = true;
      for (const [name, field] of Object.entries(fields)) {
        const key = memberNamed(name, value);
        const read = readField(field, key === undefined ? undefined : value[key]);
        if (read === missing) {
          report({ code: 'APIM3102', path, args: [name], ...misspelt(name, value, fields) });
          sound = false;
        } else if (read !== absent) result[name] = read;

        function readField(each: Field, member: unknown): unknown {
          const schema = 'presence' in each ? each.schema : each;
          if (member === undefined || (member === null && schema.kind !== 'any')) {
            if (!('presence' in each)) return missing;
            return each.presence === 'default' ? each.value : absent;
          }
          const known = schema.read(member, [...path, key ?? name], report);
          if (known === undefined) sound = false;
          return known === undefined ? absent : known;
        }
      }
      // The loop above put one member of the right type for every field of F.
      return sound ? (result as ObjectValue<F>) : undefined;
    },
  };
}

const missing = Symbol('missing');
const absent = Symbol('absent');

/** The way in which `value` spells the member `name`, or undefined when it has none. */
function memberNamed(name: string, value: Readonly<Record<string, unknown>>): string | undefined {
  if (Object.hasOwn(value, name)) return name;
  const wanted = name.toLowerCase();
  return Object.keys(value).find((key) => key.toLowerCase() === wanted);
}

function misspelt(
  name: string,
  value: Readonly<Record<string, unknown>>,
  fields: Fields,
): { hint?: string } {
  const unknown = Object.keys(value).filter((key) => !Object.hasOwn(fields, key));
  const near = closest(name, unknown);
  return near === undefined ? {} : { hint: `Did you mean '${name}' where it says '${near}'?` };
}

function wrongType(wanted: string, value: unknown, path: JsonPath, report: ReportIssue): undefined {
  report({ code: 'APIM3101', path, args: [wanted, nameOfType(value)] });
}

function nameOfType(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'a list';
  return { string: 'a string', number: 'a number', boolean: 'a boolean', object: 'an object' }[
    typeof value as 'string' | 'number' | 'boolean' | 'object'
  ];
}

export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shorten(value: string): string {
  return value.length > 60 ? `${value.slice(0, 57)}...` : value;
}
