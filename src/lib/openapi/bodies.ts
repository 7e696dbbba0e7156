import { toJson } from '../document/DocumentNode.ts';
import type { ObjectNode } from '../document/DocumentNode.ts';
import type {
  DescribedExample,
  DescribedParameter,
  DescribedRepresentation,
  DescribedRequest,
  DescribedResponse,
} from './ApiDescription.ts';
import type { DescriptionReader } from './DescriptionReader.ts';
import { describeParameter } from './parameters.ts';
import type { LocatedParameter } from './parameters.ts';

/** How one generation of the format says what a request and a response carry. */
export interface BodyReader {
  request(
    operation: ObjectNode,
    parameters: readonly LocatedParameter[],
  ): DescribedRequest | undefined;
  representations(response: ObjectNode, operation: ObjectNode): DescribedRepresentation[];
}

/** OpenAPI 3: `requestBody`, and `content` by media type. */
export function openApi3Bodies(reader: DescriptionReader): BodyReader {
  return {
    request(operation) {
      const body = reader.object(operation, 'requestBody');
      if (body === undefined) return undefined;
      return {
        description: reader.text(body, 'description'),
        required: reader.isTrue(body, 'required'),
        representations: contentOf(reader, body),
      };
    },
    representations: (response) => contentOf(reader, response),
  };
}

function contentOf(reader: DescriptionReader, owner: ObjectNode): DescribedRepresentation[] {
  return reader.entries(owner, 'content').map(([contentType, { value }]) => {
    const media = reader.asObject(value);
    const schema = media?.members.get('schema')?.value;
    return {
      contentType,
      schema: schema && toJson(schema),
      examples: media === undefined ? [] : examplesOf(reader, media),
    };
  });
}

function examplesOf(reader: DescriptionReader, media: ObjectNode): DescribedExample[] {
  const single = media.members.get('example')?.value;
  if (single !== undefined) {
    return [{ name: 'default', summary: undefined, value: toJson(single) }];
  }
  return reader.entries(media, 'examples').flatMap(([name, member]) => {
    const example = reader.asObject(member.value);
    const value = example?.members.get('value')?.value;
    if (example === undefined || value === undefined) return [];
    return [{ name, summary: reader.text(example, 'summary'), value: toJson(value) }];
  });
}

/** Swagger 2: `body` and `formData` parameters, `consumes` and `produces`, one schema. */
export function swagger2Bodies(reader: DescriptionReader): BodyReader {
  const mediaTypes = (operation: ObjectNode, name: 'consumes' | 'produces'): string[] => {
    const own = operation.members.has(name) ? operation : reader.root;
    return reader.texts(own, name);
  };
  return {
    request(operation, parameters) {
      const body = parameters.find(({ location }) => location === 'body');
      const fields = parameters.filter(({ location }) => location === 'formData');
      if (body === undefined && fields.length === 0) return undefined;
      const declared = mediaTypes(operation, 'consumes');
      const usual = body ? 'application/json' : 'application/x-www-form-urlencoded';
      const schema = body ? body.parameter.schema : formSchema(fields);
      return {
        description: body?.parameter.description,
        required: (body ? [body] : fields).some(({ parameter }) => parameter.required),
        representations: (declared.length > 0 ? declared : [usual]).map((contentType) => ({
          contentType,
          schema,
          examples: [],
        })),
      };
    },
    representations(response, operation) {
      const schema = response.members.get('schema')?.value;
      const examples = new Map(reader.entries(response, 'examples'));
      const declared = mediaTypes(operation, 'produces');
      const types = new Set([...declared, ...examples.keys()]);
      if (types.size === 0 && schema !== undefined) types.add('application/json');
      if (schema === undefined && examples.size === 0) return [];
      return [...types].map((contentType) => {
        const example = examples.get(contentType);
        return {
          contentType,
          schema: schema && toJson(schema),
          examples: example
            ? [{ name: 'default', summary: undefined, value: toJson(example.value) }]
            : [],
        };
      });
    },
  };
}

function formSchema(fields: readonly LocatedParameter[]): unknown {
  return {
    type: 'object',
    properties: Object.fromEntries(
      fields.map(({ parameter }) => [parameter.name, parameter.schema]),
    ),
    required: fields
      .filter(({ parameter }) => parameter.required)
      .map(({ parameter }) => parameter.name),
  };
}

/** The responses of an operation; a status such as `2XX` is its class's first code. */
export function readResponses(
  reader: DescriptionReader,
  operation: ObjectNode,
  bodies: BodyReader,
): DescribedResponse[] {
  return reader.entries(operation, 'responses').flatMap(([key, member]) => {
    const status = statusOf(key);
    if (status === undefined) {
      if (!key.startsWith('x-')) reader.tell('OAS1010', member.key, key);
      return [];
    }
    const response = reader.asObject(member.value);
    if (response === undefined) return [];
    return [
      {
        status,
        description: reader.text(response, 'description'),
        headers: headersOf(reader, response),
        representations: bodies.representations(response, operation),
      },
    ];
  });
}

function statusOf(key: string): number | 'default' | undefined {
  if (key === 'default') return key;
  if (/^[1-5][0-9]{2}$/.test(key)) return Number(key);
  return /^[1-5]XX$/i.test(key) ? Number(key[0]) * 100 : undefined;
}

function headersOf(reader: DescriptionReader, response: ObjectNode): DescribedParameter[] {
  return reader.entries(response, 'headers').flatMap(([name, { value }]) => {
    const header = reader.asObject(value);
    return header === undefined ? [] : [describeParameter(reader, name, header)];
  });
}
