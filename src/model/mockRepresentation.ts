import { sampleOf } from '../lib/openapi/sample.ts';
import type { OperationProperties, Representation } from './operation.ts';
import type { ApiResource, ApiSchema } from './resources.ts';
import { isJsonObject } from './schema.ts';

export interface MockRepresentation {
  readonly contentType: string;
  /** Empty when neither an example nor a schema says what it holds. */
  readonly body: string;
}

/**
 * What `mock-response` answers: the example that `operation` declares for the status and media
 * type, else a value made from the schema. Without `contentType` the first media type counts;
 * `index` chooses among several examples, from 0. Undefined when nothing is declared.
 * https://learn.microsoft.com/azure/api-management/mock-response-policy
 */
export function mockRepresentation(
  api: Pick<ApiResource, 'schemas'>,
  operation: OperationProperties,
  wanted: { readonly statusCode: number; readonly contentType?: string; readonly index?: number },
): MockRepresentation | undefined {
  const response = operation.responses.find(({ statusCode }) => statusCode === wanted.statusCode);
  const representation = response?.representations.find(
    ({ contentType }) =>
      wanted.contentType === undefined || essence(contentType) === essence(wanted.contentType),
  );
  if (representation === undefined) return undefined;
  const example = exampleOf(representation, wanted.index ?? 0);
  const value = example === undefined ? generated(api, representation) : example;
  return { contentType: representation.contentType, body: written(value, representation) };
}

function exampleOf({ examples }: Representation, index: number): unknown {
  const all = Object.values(examples ?? {});
  return (all[index] ?? all[0])?.value;
}

function generated({ schemas }: Pick<ApiResource, 'schemas'>, of: Representation): unknown {
  const schema = schemas.find(({ id }) => id === of.schemaId);
  if (schema === undefined || of.typeName === undefined) return undefined;
  const type = typesOf(schema)[of.typeName];
  return type === undefined ? undefined : sampleOf(type, schema.document);
}

function typesOf({ document }: ApiSchema): Readonly<Record<string, unknown>> {
  if (!isJsonObject(document)) return {};
  const { components, definitions } = document;
  const types = isJsonObject(components) ? components['schemas'] : definitions;
  return isJsonObject(types) ? types : {};
}

function written(value: unknown, { contentType }: Representation): string {
  if (value === undefined) return '';
  const isJson = /[/+]json$/.test(essence(contentType));
  // Azure stores an example either as a value or as its text.
  if (typeof value === 'string')
    return isJson && !isJsonText(value) ? JSON.stringify(value) : value;
  // A structure has no one form outside JSON; nothing is better than something wrong.
  return isJson || typeof value !== 'object' ? JSON.stringify(value, null, 2) : '';
}

function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A media type without its parameters (RFC 9110 §8.3.1: type and subtype are case-insensitive). */
function essence(contentType: string): string {
  return contentType.split(';', 1)[0]!.trim().toLowerCase();
}
