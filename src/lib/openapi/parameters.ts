import { toJson } from '../document/DocumentNode.ts';
import type { DocumentNode, ObjectNode } from '../document/DocumentNode.ts';
import type { DescribedParameter } from './ApiDescription.ts';
import { headOf } from './DescriptionReader.ts';
import type { DescriptionReader } from './DescriptionReader.ts';

/** A parameter as the document writes it, with its place of use: `path`, `query`, `header`, … */
export interface LocatedParameter {
  readonly location: string;
  readonly node: ObjectNode;
  readonly parameter: DescribedParameter;
}

/**
 * The parameters of an operation: those of its path, unless the operation has one of the same name
 * and location (OpenAPI 3.1 §4.8.10, "parameters").
 */
export function readParameters(
  reader: DescriptionReader,
  pathItem: ObjectNode,
  operation: ObjectNode,
): LocatedParameter[] {
  const found = new Map<string, LocatedParameter>();
  for (const owner of [pathItem, operation]) {
    for (const item of reader.items(owner, 'parameters')) {
      const each = readParameter(reader, item);
      if (each) found.set(`${each.location} ${each.parameter.name}`, each);
    }
  }
  return [...found.values()];
}

function readParameter(
  reader: DescriptionReader,
  item: DocumentNode,
): LocatedParameter | undefined {
  const node = reader.asObject(item);
  if (node === undefined) return undefined;
  const name = reader.text(node, 'name');
  const location = reader.text(node, 'in');
  if (name === undefined || location === undefined) {
    reader.tell('OAS1012', headOf(node), name === undefined ? 'name' : 'in');
    return undefined;
  }
  return { location, node, parameter: describeParameter(reader, name, node) };
}

/** Reads what stands in a parameter or header object: OpenAPI 3 has a schema, Swagger 2 is one. */
export function describeParameter(
  reader: DescriptionReader,
  name: string,
  node: ObjectNode,
): DescribedParameter {
  const written = node.members.get('schema')?.value ?? schemaOfContent(reader, node);
  const schema = (written && reader.asObject(written)) ?? node;
  const standard = schema.members.get('default')?.value;
  return {
    name,
    required: reader.isTrue(node, 'required'),
    description: reader.text(node, 'description'),
    type: typeOf(reader, schema),
    values: reader.texts(schema, 'enum'),
    defaultValue: standard?.kind === 'scalar' ? textOrUndefined(standard.value) : undefined,
    schema: written === undefined ? typeMembersOf(node) : toJson(written),
  };
}

function schemaOfContent(reader: DescriptionReader, node: ObjectNode): DocumentNode | undefined {
  const [first] = reader.entries(node, 'content');
  return first && reader.asObject(first[1].value)?.members.get('schema')?.value;
}

/** JSON Schema 2020-12, which OpenAPI 3.1 uses, also allows a list of types. */
function typeOf(reader: DescriptionReader, schema: ObjectNode): string {
  const type = schema.members.get('type')?.value;
  if (type?.kind !== 'list') return reader.text(schema, 'type') ?? 'string';
  return reader.texts(schema, 'type').find((each) => each !== 'null') ?? 'string';
}

const notOfTheType = new Set(['name', 'in', 'required', 'description', 'collectionFormat']);

/** Swagger 2.0 writes a parameter's type into the parameter itself. */
function typeMembersOf(node: ObjectNode): unknown {
  const members = [...node.members].filter(([name]) => !notOfTheType.has(name));
  return Object.fromEntries(members.map(([name, { value }]) => [name, toJson(value)]));
}

function textOrUndefined(value: string | number | boolean | null): string | undefined {
  return value === null ? undefined : String(value);
}
