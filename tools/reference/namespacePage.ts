import { isAllowed } from '../../src/expressions/allowList.ts';
import type { MemberDeclaration } from '../../src/expressions/declare/MemberDeclaration.ts';
import type { Member } from '../../src/expressions/typeSystem/Member.ts';
import type { TypeDefinition } from '../../src/expressions/typeSystem/TypeDefinition.ts';
import { nameOf, reasonForType } from './extensions.ts';
import { code, page, plain, table } from './markdown.ts';
import { contextNamespace, titleOf } from './namespaces.ts';

/** The types of one namespace with all that they declare. */
export function namespacePage(namespace: string, types: readonly TypeDefinition[]): string {
  const isContext = namespace === contextNamespace;
  return page(
    isContext ? '# Types of context' : `# ${namespace}`,
    isContext
      ? 'What only policies have. Where a member stands in the tree: [expressions](../expressions.md#context).'
      : 'A dagger (†) marks what is beyond the list of types that Microsoft documents; the [overview](../expressions.md#beyond-microsofts-list) gives the reasons.',
    ...types.flatMap((type) => typeParts(type, isContext)),
  );
}

function typeParts(type: TypeDefinition, isContext: boolean): (string | undefined)[] {
  const mark = !isContext && reasonForType(type) !== undefined ? ' †' : '';
  return [
    `## ${plain(titleOf(type))}${mark}`,
    headLine(type),
    valuesTable(type),
    membersTable(type),
  ];
}

function headLine({ kind, declaration }: TypeDefinition): string {
  const { keyword, base, implements: interfaces = [], flags, invoke } = declaration;
  const above = [...(base === undefined ? [] : [base]), ...interfaces];
  const facts = [
    flags ? 'enum of flags' : kind,
    ...(keyword === undefined ? [] : [`keyword ${code(keyword)}`]),
    ...(above.length === 0 ? [] : [above.map((each) => code(each)).join(', ')]),
    ...(invoke === undefined ? [] : [code(invoke)]),
  ];
  return `${facts.join(' · ')}`;
}

function valuesTable({ declaration }: TypeDefinition): string | undefined {
  return table(
    ['Name', 'Value'],
    Object.entries(declaration.values ?? {}).map(([name, value]) => [code(name), String(value)]),
  );
}

function membersTable(type: TypeDefinition): string | undefined {
  return table(
    ['Member', 'Example'],
    type.members.map((member) => [
      code(member.declaration.signature) + (isBeyond(type, member) ? ' †' : ''),
      exampleOf(member.declaration),
    ]),
  );
}

function isBeyond(type: TypeDefinition, member: Member): boolean {
  const name = nameOf(member);
  return name !== undefined && !isAllowed(type, name);
}

function exampleOf({ examples }: MemberDeclaration): string {
  return examples.length === 0 ? '' : code(examples[0]!);
}
