import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import type { Environment } from '../../runtime/Environment.ts';
import type { NetType } from '../../typeSystem/NetType.ts';
import { xmlValues } from './xmlValues.ts';
import type { XmlValue } from './xmlValues.ts';

/** What converts, and how examples write it. */
interface Source<T> {
  readonly type: 'XElement' | 'XAttribute';
  readonly parameter: 'element' | 'attribute';
  readonly textOf: (source: T, environment: Environment) => string;
}

/** `(string)element`, `(int)element`, `(int?)element` and so on. */
export function conversionMembers<T>(source: Source<T>): readonly MemberDeclaration[] {
  const { type, parameter, textOf } = source;
  return [
    {
      signature: `static explicit operator string?(${type}? ${parameter})`,
      implementation: (value: T | null, _types: readonly NetType[], environment: Environment) =>
        value === null ? null : textOf(value, environment),
      examples: [`(string)${created(source, 'x')} // "x"`, `(string)(${type})null // null`],
    },
    ...xmlValues.flatMap((value) => [one(source, value, false), one(source, value, true)]),
  ];
}

function one<T>(source: Source<T>, value: XmlValue, isNullable: boolean): MemberDeclaration {
  const { type, parameter, textOf } = source;
  const { keyword, example } = value;
  const target = isNullable ? `${keyword}?` : keyword;
  return {
    signature: `static explicit operator ${target}(${type}${isNullable ? '?' : ''} ${parameter})`,
    implementation: (from: T | null, _types: readonly NetType[], environment: Environment) =>
      from === null ? null : value.read(textOf(from, environment), environment),
    examples: [
      `(${target})${created(source, example[0])} // ${example[1]}`,
      `(${target})${created(source, 'x')} // throws System.FormatException`,
      isNullable
        ? `(${target})(${type})null // null`
        : `(${target})(${type})null // throws System.ArgumentNullException`,
    ],
  };
}

function created<T>({ type }: Source<T>, text: string): string {
  return `new ${type}("a", "${text}")`;
}
