import type { ObjectNode } from '../document/DocumentNode.ts';
import type { Span } from '../source/SourceText.ts';
import type { DescribedOperation, DescribedParameter } from './ApiDescription.ts';
import { readResponses } from './bodies.ts';
import type { BodyReader } from './bodies.ts';
import { headOf } from './DescriptionReader.ts';
import type { DescriptionReader } from './DescriptionReader.ts';
import { readParameters } from './parameters.ts';
import type { LocatedParameter } from './parameters.ts';

/** More operations than this are refused; the largest public APIs have about a thousand. */
const mostOperations = 10_000;

/** The members of a path item that are operations; `query` came with OpenAPI 3.2. */
const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];

interface PathItem {
  readonly node: ObjectNode;
  /** The path template, checked. */
  readonly path: string;
  /** The names in its braces. */
  readonly names: readonly string[];
}

/** All operations of a document, in its order. */
export function readOperations(
  reader: DescriptionReader,
  bodies: BodyReader,
): DescribedOperation[] {
  const operations: DescribedOperation[] = [];
  for (const item of pathItems(reader)) {
    for (const method of methods) {
      const member = item.node.members.get(method);
      const node = member && reader.asObject(member.value);
      if (node === undefined || member === undefined) continue;
      operations.push(readOperation(reader, bodies, item, { node, method, span: member.key }));
      if (operations.length > mostOperations) {
        reader.tell('OAS1011', member.key, String(mostOperations));
        return [];
      }
    }
  }
  tellRepeatedIds(reader, operations);
  return operations;
}

function pathItems(reader: DescriptionReader): PathItem[] {
  // "x-ms-paths" holds paths with a query, which OpenAPI cannot express; Azure reads it too.
  return ['paths', 'x-ms-paths'].flatMap((collection) =>
    reader.entries(reader.root, collection).flatMap(([written, member]) => {
      if (written.startsWith('x-')) return [];
      const path = written.startsWith('/') ? written : `/${written}`;
      if (path !== written) reader.tell('OAS1006', member.key, path);
      const names = Array.from(path.matchAll(/\{\*?([^{}*]+)\}/g), (match) => match[1]!);
      if (/[{}]/.test(path.replace(/\{\*?[^{}*]+\}/g, ''))) {
        reader.tell('OAS1007', member.key, path);
        return [];
      }
      const node = reader.asObject(member.value);
      return node === undefined ? [] : [{ node, path, names }];
    }),
  );
}

function readOperation(
  reader: DescriptionReader,
  bodies: BodyReader,
  item: PathItem,
  { node, method, span }: { node: ObjectNode; method: string; span: Span },
): DescribedOperation {
  const parameters = readParameters(reader, item.node, node);
  const at = (location: string) =>
    parameters.filter((each) => each.location === location).map(({ parameter }) => parameter);
  return {
    operationId: reader.text(node, 'operationId') || undefined,
    method: method.toUpperCase(),
    path: item.path,
    summary: reader.text(node, 'summary') || undefined,
    description: reader.text(node, 'description'),
    pathParameters: pathParameters(reader, item, parameters),
    queryParameters: at('query').filter(({ name }) => !item.names.includes(name)),
    headers: at('header'),
    request: bodies.request(node, parameters),
    responses: readResponses(reader, node, bodies),
    span,
  };
}

/** One parameter for each name in the template; what the document does not declare is a text. */
function pathParameters(
  reader: DescriptionReader,
  { names }: PathItem,
  parameters: readonly LocatedParameter[],
): DescribedParameter[] {
  for (const { location, node, parameter } of parameters) {
    if (location === 'path' && !names.includes(parameter.name)) {
      reader.tell('OAS1008', headOf(node), parameter.name);
    }
  }
  return names.map((name) => {
    const declared = parameters.find(
      ({ location, parameter }) =>
        parameter.name === name && (location === 'path' || location === 'query'),
    );
    return { ...(declared?.parameter ?? undeclared(name)), required: true };
  });
}

function undeclared(name: string): DescribedParameter {
  return {
    name,
    required: true,
    description: undefined,
    type: 'string',
    values: [],
    defaultValue: undefined,
    schema: { type: 'string' },
  };
}

function tellRepeatedIds(
  reader: DescriptionReader,
  operations: readonly DescribedOperation[],
): void {
  const known = new Set<string>();
  for (const { operationId, span } of operations) {
    if (operationId === undefined) continue;
    if (known.has(operationId)) reader.tell('OAS1009', span, operationId);
    known.add(operationId);
  }
}
