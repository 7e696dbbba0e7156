import { toJson } from '../document/DocumentNode.ts';
import type { DocumentNode, ObjectNode } from '../document/DocumentNode.ts';
import { parseJson } from '../document/parseJson.ts';
import { parseYaml } from '../document/parseYaml.ts';
import type { Report } from '../source/Diagnostic.ts';
import type { SourceText } from '../source/SourceText.ts';
import type { ApiDescription } from './ApiDescription.ts';
import { openApi3Bodies, swagger2Bodies } from './bodies.ts';
import { DescriptionReader, headOf } from './DescriptionReader.ts';
import { readOperations } from './operations.ts';

/**
 * Reads a description of an API: OpenAPI 3.0 or 3.1, or Swagger 2.0, in JSON or YAML (JSON when
 * the first character is a brace). Lenient: what it does not know it passes over, and what is wrong
 * in one operation leaves the others alone. Problems are reported with their place; the result is
 * undefined only when the text is not such a document at all.
 */
export function readApiDescription(source: SourceText, report: Report): ApiDescription | undefined {
  const isJson = /^\uFEFF?\s*\{/.test(source.text);
  const { root } = (isJson ? parseJson : parseYaml)(source, report);
  return root && describe(source, root, report);
}

function describe(
  source: SourceText,
  root: DocumentNode,
  report: Report,
): ApiDescription | undefined {
  const documentReader = new DescriptionReader(source, emptyObject, report);
  if (root.kind !== 'object') {
    documentReader.tell('OAS1001', headOf(root), 'it holds no object');
    return undefined;
  }
  const reader = new DescriptionReader(source, root, report);
  const format = formatOf(reader);
  if (format === undefined) return undefined;
  const bodies = format === 'swagger-2.0' ? swagger2Bodies(reader) : openApi3Bodies(reader);
  const info = reader.object(root, 'info') ?? emptyObject;
  return {
    format,
    source,
    title: reader.text(info, 'title'),
    description: reader.text(info, 'description'),
    servers: format === 'swagger-2.0' ? swaggerServers(reader) : openApiServers(reader),
    operations: readOperations(reader, bodies),
    document: Object.fromEntries(
      Array.from(root.members, ([name, { value }]) => [name, toJson(value)]),
    ),
  };
}

const emptyObject: ObjectNode = { kind: 'object', span: { start: 0, end: 0 }, members: new Map() };

function formatOf(reader: DescriptionReader): ApiDescription['format'] | undefined {
  const { root } = reader;
  const openapi = reader.text(root, 'openapi');
  const swagger = reader.text(root, 'swagger');
  if (openapi !== undefined && /^3\.0(\.|$)/.test(openapi)) return 'openapi-3.0';
  // 3.2 only adds to 3.1; what it adds and is not read here is passed over.
  if (openapi !== undefined && /^3\.[12](\.|$)/.test(openapi)) return 'openapi-3.1';
  if (swagger !== undefined && /^2(\.0)?$/.test(swagger)) return 'swagger-2.0';
  const version = root.members.get('openapi') ?? root.members.get('swagger');
  if (version === undefined) {
    reader.tell('OAS1001', headOf(root), "it has neither 'openapi' nor 'swagger'");
  } else {
    reader.tell('OAS1001', headOf(version.value), `its version is '${openapi ?? swagger}'`);
  }
  return undefined;
}

function openApiServers(reader: DescriptionReader): string[] {
  return reader.items(reader.root, 'servers').flatMap((item) => {
    const server = reader.asObject(item);
    const url = server && reader.text(server, 'url');
    if (url === undefined) return [];
    const variables = new Map(reader.entries(server!, 'variables'));
    return [
      url.replace(/\{([^{}]+)\}/g, (whole, name: string) => {
        const variable = reader.asObject(variables.get(name)?.value);
        return (variable && reader.text(variable, 'default')) ?? whole;
      }),
    ];
  });
}

function swaggerServers(reader: DescriptionReader): string[] {
  const { root } = reader;
  const basePath = reader.text(root, 'basePath') ?? '';
  const host = reader.text(root, 'host');
  if (host === undefined) return basePath === '' ? [] : [basePath];
  const schemes = reader.texts(root, 'schemes');
  return (schemes.length > 0 ? schemes : ['https']).map(
    (scheme) => `${scheme}://${host}${basePath}`,
  );
}
