import { defineNoun } from './noun.ts';
import type { PropertiesOf } from './noun.ts';
import {
  any,
  boolean,
  integer,
  list,
  object,
  optional,
  record,
  text,
  withDefault,
} from './schema.ts';
import type { Infer } from './schema.ts';

const example = object({
  summary: optional(text()),
  description: optional(text()),
  value: optional(any()),
  externalValue: optional(text()),
});

const parameter = object({
  name: text({ min: 1 }),
  description: optional(text()),
  type: withDefault(text(), 'string'),
  defaultValue: optional(text()),
  required: withDefault(boolean(), false),
  values: withDefault(list(text()), []),
  schemaId: optional(text()),
  typeName: optional(text()),
  examples: optional(record(example)),
});

const representation = object({
  contentType: text({ min: 1 }),
  schemaId: optional(text()),
  typeName: optional(text()),
  formParameters: optional(list(parameter)),
  examples: optional(record(example)),
});

const response = object({
  statusCode: integer({ min: 100, max: 599 }),
  description: optional(text()),
  headers: withDefault(list(parameter), []),
  representations: withDefault(list(representation), []),
});

/** A method and a URL template of an API. */
export const operation = defineNoun({
  type: 'Microsoft.ApiManagement/service/apis/operations',
  singular: 'operation',
  named: 'displayName',
  properties: {
    displayName: text({ min: 1, max: 300 }),
    description: optional(text()),
    method: text({ min: 1, pattern: /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/ }),
    urlTemplate: text({ min: 1, max: 1000 }),
    templateParameters: withDefault(list(parameter), []),
    request: optional(
      object({
        description: optional(text()),
        queryParameters: withDefault(list(parameter), []),
        headers: withDefault(list(parameter), []),
        representations: withDefault(list(representation), []),
      }),
    ),
    responses: withDefault(list(response), []),
  },
});

export type OperationProperties = PropertiesOf<typeof operation>;
export type Parameter = Infer<typeof parameter>;
export type Representation = Infer<typeof representation>;
export type ResponseDescription = Infer<typeof response>;
export type ParameterExample = Infer<typeof example>;
