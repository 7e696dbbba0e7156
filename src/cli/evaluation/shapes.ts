/** What stands at a place of a context in JSON: of the right kind, a default when nothing stands there. */
import { Complaint } from '../Complaint.ts';
import { keptNumber } from './parseJson.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** @throws Complaint */
export function objectOr(json: unknown, otherwise: JsonObject, where: string): JsonObject {
  if (isAbsent(json)) return otherwise;
  if (isObject(json)) return json;
  throw new Complaint(`${placeOf(where)} must be a JSON object.`);
}

/** @throws Complaint */
export function textOr<Otherwise extends string | null>(
  json: unknown,
  otherwise: Otherwise,
  where: string,
): string | Otherwise {
  if (isAbsent(json)) return otherwise;
  if (typeof json === 'string') return json;
  throw new Complaint(`${placeOf(where)} must be a string.`);
}

/** @throws Complaint */
export function integerOr<Otherwise extends number | null>(
  json: unknown,
  otherwise: Otherwise,
  where: string,
): number | Otherwise {
  if (isAbsent(json)) return otherwise;
  if (typeof json === 'number' && Number.isInteger(json)) return json;
  throw new Complaint(`${placeOf(where)} must be an integer.`);
}

/** @throws Complaint */
export function booleanOr(json: unknown, otherwise: boolean, where: string): boolean {
  if (isAbsent(json)) return otherwise;
  if (typeof json === 'boolean') return json;
  throw new Complaint(`${placeOf(where)} must be true or false.`);
}

/** @throws Complaint */
export function listOr(json: unknown, where: string): readonly unknown[] {
  if (isAbsent(json)) return [];
  if (Array.isArray(json)) return json;
  throw new Complaint(`${placeOf(where)} must be a JSON array.`);
}

export function isAbsent(json: unknown): json is null | undefined {
  return json === undefined || json === null;
}

function isObject(json: unknown): json is JsonObject {
  return (
    typeof json === 'object' &&
    json !== null &&
    !Array.isArray(json) &&
    keptNumber(json) === undefined
  );
}

/** Where in the context; an empty place is the whole. */
function placeOf(where: string): string {
  return where === '' ? 'The context' : `The context's '${where}'`;
}
