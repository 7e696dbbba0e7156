/** Headers, bodies and responses of a context in JSON. */
import type { HostBody, HostHeaders } from '../../expressions/context/host.ts';
import { ReceivedResponse } from '../../expressions/context/values.ts';
import { Body } from '../../lib/http/Body.ts';
import { integerOr, isAbsent, objectOr, textOr } from './shapes.ts';

/** `{statusCode, statusReason, headers, body}`. @throws Complaint */
export function readResponse(json: unknown, where: string): ReceivedResponse {
  const given = objectOr(json, {}, where);
  return new ReceivedResponse(
    integerOr(given['statusCode'], 200, `${where}.statusCode`),
    textOr(given['statusReason'], 'OK', `${where}.statusReason`),
    readHeaders(given['headers'], `${where}.headers`),
    readBody(given['body']),
  );
}

/**
 * `{name: value}` or `{name: [value, …]}`. Of names that differ in case only the last one counts, as
 * in a dictionary that is filled in this order. @throws Complaint
 */
export function readHeaders(json: unknown, where: string): HostHeaders {
  const fields = new Map<string, { readonly name: string; readonly values: readonly string[] }>();
  for (const [name, value] of Object.entries(objectOr(json, {}, where))) {
    const values = (Array.isArray(value) ? value : [value]).map((each) =>
      textOr(each, '', `${where}.${name}`),
    );
    fields.set(name.toLowerCase(), { name, values });
  }
  return {
    names: () => [...fields.values()].map(({ name }) => name),
    values: (name) => fields.get(name.toLowerCase())?.values ?? [],
  };
}

/** Text as it stands, other JSON as its text, null for no body. */
export function readBody(json: unknown): HostBody | null {
  if (isAbsent(json)) return null;
  return Body.ofText(typeof json === 'string' ? json : JSON.stringify(json));
}
