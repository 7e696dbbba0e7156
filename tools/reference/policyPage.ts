import { readNodes } from '../../src/engine/document/readPolicy.ts';
import { PolicyText } from '../../src/engine/document/PolicyText.ts';
import type { ValueSpec } from '../../src/engine/declaration/ValueKind.ts';
import { allScopes, allSections } from '../../src/engine/declaration/definePolicy.ts';
import type { PolicyDeclaration } from '../../src/engine/declaration/definePolicy.ts';
import type { ChildSpec, ElementSpec, Occurs } from '../../src/engine/declaration/element.ts';
import { SourceText } from '../../src/lib/source/SourceText.ts';
import { indent } from './indent.ts';
import { code, fenced, page, table } from './markdown.ts';

type AnyValue = ValueSpec<unknown>;

const cardinality: Readonly<Record<Occurs, string>> = {
  once: 'exactly once',
  optional: 'at most once',
  many: 'any number',
  some: 'at least once',
};

/** The page of one policy. */
export function policyPage(policy: PolicyDeclaration): string {
  return page(
    `# ${policy.name}`,
    policy.doc,
    `[Microsoft’s page](${policy.reference})`,
    `**Status:** ${statusOf(policy)}.`,
    policy.aliases && `Also written ${policy.aliases.map(angled).join(', ')}.`,
    '## Usage',
    [
      ...(policy.sections.length === 0
        ? ['- It stands in a GraphQL resolver.']
        : [
            `- Sections: ${named(policy.sections, allSections)}`,
            `- Scopes: ${named(policy.scopes, allScopes)}`,
          ]),
      ...(policy.oncePerSection ? ['- A section may hold it only once.'] : []),
    ].join('\n'),
    ...elementParts(policy, [policy.name]),
    '## Examples',
    ...policy.examples.map((example) => fenced('xml', pretty(example))),
  );
}

/** Whether calls run through it here, and which parts of it are left out. */
export function statusOf(policy: PolicyDeclaration): string {
  if (policy.compile === undefined) return 'declared, not yet run here';
  const parts = partsNotYet(policy, policy.name);
  return parts.length === 0 ? 'runs here' : `runs here, but for ${parts.join(', ')}`;
}

function partsNotYet(element: ElementSpec, name: string): string[] {
  const values = [
    ...Object.entries(element.attributes ?? {}),
    ...(element.content ? [[`text of ${name}`, element.content] as const] : []),
  ].flatMap(([attribute, { options }]) => {
    const { notYet } = options;
    if (notYet === undefined) return [];
    return notYet === true
      ? [code(attribute)]
      : notYet.map((value: unknown) => code(`${attribute}="${String(value)}"`));
  });
  const children = Object.entries(element.children ?? {}).flatMap(([child, spec]) =>
    spec.element.notYet ? [angled(child)] : partsNotYet(spec.element, child),
  );
  return [...new Set([...values, ...children])];
}

/** What stands on and in an element and, below it, in its children. */
function elementParts(element: ElementSpec, path: readonly string[]): (string | undefined)[] {
  const children = Object.entries(element.children ?? {});
  const [, ...below] = path;
  return [
    // The page of a policy begins with its name and what it does.
    ...(below.length === 0 ? [] : [`## ${code(below.join(' / '))}`, element.doc]),
    element.notYet ? 'Known and checked, not yet run here.' : undefined,
    attributesTable(element),
    element.content && contentLine(element),
    element.statements ? blockLine(element) : undefined,
    childrenTable(children),
    children.length > 1
      ? `The elements stand in ${element.anyOrder ? 'any' : 'this'} order.`
      : undefined,
    ...children
      .filter(([, child]) => hasParts(child.element))
      .flatMap(([name, child]) => elementParts(child.element, [...path, name])),
  ];
}

function blockLine({ policies }: ElementSpec): string {
  return policies
    ? `It is a block: only ${policies.map(angled).join(', ')} stand in it.`
    : 'It is a block: policies stand in it.';
}

function hasParts({ attributes, children, statements }: ElementSpec): boolean {
  return attributes !== undefined || children !== undefined || statements === true;
}

function attributesTable({ attributes = {} }: ElementSpec): string | undefined {
  const rows = Object.entries(attributes).map(([name, spec]) => [
    code(name),
    describe(spec),
    code(spec.kind.name),
    spec.options.required ? 'yes' : 'no',
    defaultOf(spec),
    spec.options.expressions ? 'yes' : 'no',
  ]);
  return table(['Attribute', 'What it says', 'Kind', 'Required', 'Default', 'Expressions'], rows);
}

function childrenTable(children: readonly [string, ChildSpec][]): string | undefined {
  const rows = children.map(([name, { element, occurs }]) => [
    angled(name),
    [element.doc, element.content && `Text: ${describe(element.content)}`]
      .filter((part) => part !== undefined)
      .join(' '),
    cardinality[occurs],
    element.content?.options.expressions ? 'yes' : '',
  ]);
  return table(['Element', 'What it holds', 'How often', 'Expressions'], rows);
}

function contentLine({ content, markup }: ElementSpec): string {
  const { kind, options } = content!;
  const facts = [
    code(kind.name),
    options.required ? 'required' : 'optional',
    ...(defaultOf(content!) === '' ? [] : [`default ${defaultOf(content!)}`]),
    options.expressions ? 'expressions allowed' : 'no expressions',
    ...(markup ? ['it may be XML'] : []),
  ];
  return `Text (${facts.join(', ')}): ${describe(content!)}`;
}

function describe({ doc, options }: AnyValue): string {
  return options.notYet === true ? `${doc} Not yet run here.` : doc;
}

function defaultOf({ options }: AnyValue): string {
  return options.default === undefined ? '' : code(JSON.stringify(options.default));
}

function named(some: readonly string[], all: readonly string[]): string {
  return some.length === all.length ? `all (${all.join(', ')})` : some.join(', ');
}

function angled(name: string): string {
  return code(`<${name}>`);
}

/** An example as people lay it out; as it is where its text counts. */
function pretty(example: string): string {
  const source = new SourceText('example', example);
  const text = new PolicyText(source, { valueOf: () => undefined, names: [], secrets: [] });
  const nodes = readNodes(text, 'rawxml');
  return nodes ? indent(nodes, example) : example;
}
