import { assumedValue } from '../engine/compile/References.ts';
import { PolicyText } from '../engine/document/PolicyText.ts';
import { readNodes } from '../engine/document/readPolicy.ts';
import { problemText } from '../expressions/check/problems.ts';
import { beyondAllowList } from '../expressions/inspect/beyondAllowList.ts';
import { netTypes } from '../expressions/types/index.ts';
import type { Diagnostic } from '../lib/source/Diagnostic.ts';
import type { SourceText, Span } from '../lib/source/SourceText.ts';
import { decode } from '../lib/xml/decode.ts';
import type { XmlNode } from '../lib/xml/nodes.ts';
import type { PolicyDocument, ServiceResources } from '../model/resources.ts';

const noNamedValues = { valueOf: () => undefined, names: [], secrets: [] };

/** What the expressions of a document name beyond Azure's list; remarks, for Azure has the last word. */
export function remarksOn({ source, format }: PolicyDocument): readonly Diagnostic[] {
  const nodes = readNodes(new PolicyText(source, noNamedValues), format) ?? [];
  return nodes.flatMap(holesIn).flatMap((hole) => remarksIn(hole, source));
}

/** Every document of a configuration. */
export function documentsOf(resources: ServiceResources): readonly PolicyDocument[] {
  const { policy, apis, products, policyFragments } = resources;
  return [
    policy,
    ...products.map((product) => product.policy),
    ...apis.flatMap((api) => [api.policy, ...api.operations.map((each) => each.policy)]),
    ...policyFragments.map(({ document }) => document),
  ].filter((document) => document !== undefined);
}

function holesIn(node: XmlNode): readonly Span[] {
  if (node.kind === 'text') return node.holes;
  if (node.kind !== 'element') return [];
  return [...node.attributes.flatMap(({ holes }) => holes), ...node.children.flatMap(holesIn)];
}

/** `hole` is the span of `@(…)` or `@{…}`. */
function remarksIn({ start, end }: Span, source: SourceText): readonly Diagnostic[] {
  const codeStart = start + 2;
  const written = decode(source.text.slice(codeStart, end - 1), codeStart);
  const form = source.text[start + 1] === '(' ? 'expression' : 'statements';
  const { code, unknownNames } = withoutNamedValues(written.text);
  return beyondAllowList(code, form, { registry: netTypes, unknownNames }).map(
    ({ name, span }) => ({
      code: 'APIM2151',
      severity: 'info',
      message: problemText('APIM2151', [name]),
      source,
      span: written.sourceSpan(span),
    }),
  );
}

/** Names of the same length in their place, so that all else stands where it stood. */
function withoutNamedValues(text: string): {
  readonly code: string;
  readonly unknownNames: ReadonlySet<string>;
} {
  const unknownNames = new Set<string>();
  const code = text.replaceAll(/\{\{[A-Za-z0-9._-]+\}\}/g, (hole) => {
    const name = assumedValue.slice(0, hole.length).padEnd(hole.length, '_');
    unknownNames.add(name);
    return name;
  });
  return { code, unknownNames };
}
