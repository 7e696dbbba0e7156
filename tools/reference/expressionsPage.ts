import { contextTypes } from '../../src/expressions/context/index.ts';
import { IProxyRequestContext } from '../../src/expressions/context/IProxyRequestContext.ts';
import { displayType } from '../../src/expressions/check/displayType.ts';
import type { NetType } from '../../src/expressions/typeSystem/NetType.ts';
import type { TypeDefinition } from '../../src/expressions/typeSystem/TypeDefinition.ts';
import { isAllowed } from '../../src/expressions/allowList.ts';
import { memberNames, reasonForMember, reasonForType } from './extensions.ts';
import { anchor, code, page, plain, table } from './markdown.ts';
import { contextNamespace, titleOf, typesByNamespace } from './namespaces.ts';

const listPage =
  'https://learn.microsoft.com/azure/api-management/api-management-policy-expressions#CLRTypes';

/** The overview of what expressions know: namespaces, the tree of `context`, Microsoft's list. */
export function expressionsPage(): string {
  const namespaces = typesByNamespace();
  return page(
    '# Expressions',
    'C# 7.3 in `@( … )` and `@{ … }`. Each type has its members by C# signature.',
    '## Namespaces',
    table(
      ['Namespace', 'Types'],
      [...namespaces].map(([namespace, types]) => [
        `[${namespace}](expressions/${namespace}.md)`,
        [...new Map(types.map((type) => [simple(type), type]))]
          .map(([name, type]) => `[${name}](${addressOf(namespace, type)})`)
          .join(', '),
      ]),
    ),
    '## context',
    'The variable `context` in every expression:',
    treeOf(IProxyRequestContext, [IProxyRequestContext]),
    ...beyondParts(namespaces),
  );
}

function addressOf(namespace: string, type: TypeDefinition): string {
  const isMarked = namespace !== contextNamespace && reasonForType(type) !== undefined;
  return `expressions/${namespace}.md#${anchor(titleOf(type) + (isMarked ? ' †' : ''))}`;
}

function simple(type: TypeDefinition): string {
  return titleOf(type).replaceAll(/<[^>]*>/g, '');
}

/** Members as a list in a list, down to types that .NET has, too. */
function treeOf(type: TypeDefinition, path: readonly TypeDefinition[]): string {
  const margin = '  '.repeat(path.length - 1);
  return type.members
    .flatMap((member) => {
      const line = `${margin}- ${code(member.declaration.signature)}`;
      const below = member.kind === 'property' ? contextTypeIn(member.type) : undefined;
      if (!below || path.includes(below)) return [line];
      const values = Object.keys(below.declaration.values ?? {});
      if (values.length > 0) return [`${line}: ${values.map(code).join(', ')}`];
      return [line, treeOf(below, [...path, below])];
    })
    .join('\n');
}

/** The type itself, or what a sequence holds of it. */
function contextTypeIn(type: NetType): TypeDefinition | undefined {
  if (type.kind !== 'named') return undefined;
  if (contextTypes.includes(type.definition)) return type.definition;
  return type.args.map(contextTypeIn).find((found) => found !== undefined);
}

function beyondParts(
  namespaces: ReadonlyMap<string, readonly TypeDefinition[]>,
): (string | undefined)[] {
  const all = [...namespaces.values()].flat();
  return [
    '## Beyond Microsoft’s list',
    `Azure lets expressions use [the types and members of a list](${listPage}). What is here beyond it, and why ([decision 18](../decisions/0018-types-beyond-the-allow-list.md)):`,
    table(['Type', 'Reason'], typeRows(all)),
    table(['Type', 'Members', 'Reason'], memberRows(all)),
  ];
}

function typeRows(all: readonly TypeDefinition[]): string[][] {
  const reasons = new Map<string, string>();
  for (const type of all) {
    const reason = contextTypes.includes(type) ? undefined : reasonForType(type);
    if (reason !== undefined) reasons.set(type.fullName, reason);
  }
  return [...reasons]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, reason]) => [code(name), plain(reason)]);
}

function memberRows(all: readonly TypeDefinition[]): string[][] {
  return all.flatMap((type) => {
    const names = [...memberNames(type)].filter((name) => !isAllowed(type, name));
    if (names.length === 0) return [];
    const reason = reasonForMember(type, names[0]!) ?? '';
    return [[code(displayType(type.self)), names.map(code).join(' '), reason]];
  });
}
