import { defineType } from '../../declare/defineType.ts';
import type { TypeDefinition } from '../../typeSystem/TypeDefinition.ts';

/** As many parameters as .NET's own delegates take. */
const mostParameters = 16;

/** https://learn.microsoft.com/dotnet/api/system.func-2 with 0 to 16 parameters. */
export const funcTypes: readonly TypeDefinition[] = counts().map((count) =>
  defineType({
    name: `System.Func<${[...typeParameters(count), 'out TResult'].join(', ')}>`,
    kind: 'delegate',
    base: 'MulticastDelegate',
    invoke: `TResult Invoke(${parameters(count)})`,
  }),
);

/** https://learn.microsoft.com/dotnet/api/system.action-1 with 0 to 16 parameters. */
export const actionTypes: readonly TypeDefinition[] = counts().map((count) =>
  defineType({
    name: count === 0 ? 'System.Action' : `System.Action<${typeParameters(count).join(', ')}>`,
    kind: 'delegate',
    base: 'MulticastDelegate',
    invoke: `void Invoke(${parameters(count)})`,
  }),
);

function counts(): number[] {
  return Array.from({ length: mostParameters + 1 }, (_, count) => count);
}

function typeParameters(count: number): string[] {
  return names(count, 'T').map((name) => `in ${name}`);
}

/** Null is a legal argument of every delegate: its function decides. */
function parameters(count: number): string {
  const argumentNames = names(count, 'arg');
  return names(count, 'T')
    .map((type, i) => `${type}? ${argumentNames[i]}`)
    .join(', ');
}

/** Without a number when there is only one. */
function names(count: number, prefix: string): string[] {
  if (count === 1) return [prefix];
  return Array.from({ length: count }, (_, i) => `${prefix}${i + 1}`);
}
