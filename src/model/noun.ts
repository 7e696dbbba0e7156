import { object } from './schema.ts';
import type { Fields, Infer, JsonPath, ReportIssue, Schema } from './schema.ts';

/** A resource type of Microsoft.ApiManagement: its names, and the schema of its `properties`. */
export interface Noun<out T> {
  /** The ARM type, such as `Microsoft.ApiManagement/service/apis`. */
  readonly type: string;
  /** The last segment of the type and of the REST path, such as `apis`. */
  readonly collection: string;
  /** The ARM name of one of them, such as `api`. */
  readonly singular: string;
  readonly schema: Schema<T>;
  /** Reads the `properties` of the resource called `id`; undefined after an issue was reported. */
  read(id: string, properties: unknown, report: ReportIssue): T | undefined;
}

/** The properties of a resource of the given noun. */
export type PropertiesOf<N> = N extends Noun<infer T> ? T : never;

/**
 * Declares a noun. `named` is the property that takes the resource's id when it is absent: a hand-
 * written file need not repeat its directory's name.
 */
export function defineNoun<const F extends Fields>(declaration: {
  readonly type: string;
  readonly singular: string;
  readonly named?: keyof F & string;
  readonly properties: F;
}): Noun<Infer<ReturnType<typeof object<F>>>> {
  const { type, singular, named, properties } = declaration;
  const schema = object(properties);
  return {
    type,
    singular,
    collection: type.slice(type.lastIndexOf('/') + 1),
    schema,
    read: (id, value, report) => schema.read(withName(value, named, id), root, report),
  };
}

const root: JsonPath = [];

function withName(value: unknown, named: string | undefined, id: string): unknown {
  if (named === undefined || typeof value !== 'object' || value === null) return value;
  const has = Object.entries(value).some(
    ([key, member]) => key.toLowerCase() === named.toLowerCase() && member !== null,
  );
  return has ? value : { ...value, [named]: id };
}
