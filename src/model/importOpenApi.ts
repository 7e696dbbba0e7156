import type {
  ApiDescription,
  DescribedOperation,
  DescribedParameter,
  DescribedRepresentation,
} from '../lib/openapi/ApiDescription.ts';
import type { OperationProperties, Parameter, Representation } from './operation.ts';
import { originIn } from './resources.ts';
import type { ApiSchema, Located } from './resources.ts';
import { isJsonObject } from './schema.ts';

/** What a description of an API becomes when it is imported, as Azure does it. */
export interface ImportedApi {
  readonly displayName: string | undefined;
  readonly description: string | undefined;
  /** The first server of the description. */
  readonly serviceUrl: string | undefined;
  readonly operations: readonly Located<OperationProperties>[];
  readonly schema: ApiSchema;
}

/** The id of the one schema document that an import makes. */
const schemaId = 'openapi';

/**
 * Turns a neutral description into operations. Required query parameters become part of the URL
 * template (Azure's `translateRequiredQueryParameters: template`, the default); bodies of GET, HEAD
 * and OPTIONS are dropped.
 * https://learn.microsoft.com/azure/api-management/api-management-api-import-restrictions
 */
export function importOpenApi(description: ApiDescription): ImportedApi {
  const ids = new UniqueIds();
  const types = new InlineTypes(description);
  const operations = description.operations.map((operation) => ({
    id: ids.take(normalizeOperationId(operation.operationId ?? generatedName(operation))),
    properties: propertiesOf(operation, types),
    origin: originIn(description.source, operation.span),
  }));
  return {
    displayName: description.title,
    description: description.description,
    serviceUrl: description.servers[0],
    operations,
    schema: { id: schemaId, contentType: contentTypeOf(description), document: types.document() },
  };
}

/**
 * The resource name of an operation: lower case, everything but letters and digits as one dash, no
 * dashes at the ends, at most 76 characters (the import page, "Normalization rules").
 */
export function normalizeOperationId(operationId: string): string {
  const dashed = operationId
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return dashed.slice(0, 76).replace(/-$/, '') || 'operation';
}

/** "If operationId isn't specified, … combining HTTP method and path template, e.g. get-foo." */
function generatedName({ method, path }: DescribedOperation): string {
  return `${method}-${path}`;
}

/** Repeated names get a suffix -1, -2, … within the four characters left of a resource name. */
export class UniqueIds {
  readonly #taken = new Set<string>();

  take(wanted: string): string {
    let id = wanted;
    for (let suffix = 1; this.#taken.has(id); suffix++) id = `${wanted}-${suffix}`;
    this.#taken.add(id);
    return id;
  }
}

const bodiless = new Set(['GET', 'HEAD', 'OPTIONS']);

function propertiesOf(operation: DescribedOperation, types: InlineTypes): OperationProperties {
  const { method, path, description, summary, operationId, request } = operation;
  const required = operation.queryParameters.filter((parameter) => parameter.required);
  const rest = operation.queryParameters.filter((parameter) => !parameter.required);
  const name = pascalCase(`${path} ${method}`);
  const display = summary ?? operationId ?? `${titleCase(method)} - ${path}`;
  return {
    displayName: display.slice(0, 300),
    ...(description === undefined ? {} : { description }),
    method,
    urlTemplate: withQuery(path, required),
    templateParameters: [...operation.pathParameters, ...required].map(parameterOf),
    request: {
      ...(request?.description === undefined ? {} : { description: request.description }),
      queryParameters: rest.map(parameterOf),
      headers: operation.headers.map(parameterOf),
      representations: bodiless.has(method)
        ? []
        : (request?.representations ?? []).map((each) =>
            representationOf(each, types, `${name}Request`),
          ),
    },
    responses: responsesOf(operation, types, name),
  };
}

function responsesOf(
  operation: DescribedOperation,
  types: InlineTypes,
  name: string,
): OperationProperties['responses'] {
  const numbered = operation.responses.filter(({ status }) => status !== 'default');
  // A response of Azure has a number. Where "default" is all there is, it says what success is.
  const described = numbered.length > 0 ? numbered : operation.responses;
  return described.map(({ status, description, headers, representations }) => {
    const statusCode = status === 'default' ? 200 : status;
    return {
      statusCode,
      ...(description === undefined ? {} : { description }),
      headers: headers.map(parameterOf),
      representations: representations.map((each) =>
        representationOf(
          each,
          types,
          `${name}${statusCode}${pascalCase(each.contentType)}Response`,
        ),
      ),
    };
  });
}

function withQuery(path: string, required: readonly DescribedParameter[]): string {
  if (required.length === 0) return path;
  const query = required.map(({ name }) => `${name}={${name}}`).join('&');
  return `${path}${path.includes('?') ? '&' : '?'}${query}`;
}

function parameterOf(described: DescribedParameter): Parameter {
  const { name, required, description, type, values, defaultValue } = described;
  return {
    name,
    required,
    type,
    values,
    ...(description === undefined ? {} : { description }),
    ...(defaultValue === undefined ? {} : { defaultValue }),
  };
}

function representationOf(
  described: DescribedRepresentation,
  types: InlineTypes,
  inlineName: string,
): Representation {
  const { contentType, schema, examples } = described;
  return {
    contentType,
    ...(schema === undefined ? {} : { schemaId, typeName: types.nameOf(schema, inlineName) }),
    ...(examples.length === 0
      ? {}
      : {
          examples: Object.fromEntries(
            examples.map(({ name, summary, value }) => [
              name,
              { value, ...(summary === undefined ? {} : { summary }) },
            ]),
          ),
        }),
  };
}

/** Schemas without a name of their own get one, because a representation refers to a type by name. */
class InlineTypes {
  readonly #description: ApiDescription;
  readonly #added = new Map<string, unknown>();

  constructor(description: ApiDescription) {
    this.#description = description;
  }

  nameOf(schema: unknown, inlineName: string): string {
    const reference = isJsonObject(schema) ? schema['$ref'] : undefined;
    const named = /^#\/(?:components\/schemas|definitions)\/([^/]+)$/.exec(String(reference));
    if (named) return named[1]!;
    this.#added.set(inlineName, schema);
    return inlineName;
  }

  /** The whole description, with the added types among its own. */
  document(): unknown {
    const { document, format } = this.#description;
    const added = Object.fromEntries(this.#added);
    if (format === 'swagger-2.0') {
      return { ...document, definitions: { ...added, ...membersOf(document['definitions']) } };
    }
    const components = membersOf(document['components']);
    const schemas = { ...added, ...membersOf(components['schemas']) };
    return { ...document, components: { ...components, schemas } };
  }
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return isJsonObject(value) ? value : {};
}

function contentTypeOf({ format }: ApiDescription): string {
  return format === 'swagger-2.0'
    ? 'application/vnd.ms-azure-apim.swagger.definitions+json'
    : 'application/vnd.oai.openapi.components+json';
}

function pascalCase(text: string): string {
  return text
    .split(/[^A-Za-z0-9]+/)
    .map(titleCase)
    .join('');
}

function titleCase(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
}
