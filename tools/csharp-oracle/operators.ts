/** Cases of the language itself: operators, casts, text with holes. */
import type { TypeRegistry } from '../../src/expressions/typeSystem/TypeRegistry.ts';
import type { Expressions } from './Expressions.ts';
import { listed } from './listed.ts';
import type { Random } from './Random.ts';
import { typeText } from './typeText.ts';

const numbers = listed`
  System.Int32  System.Int64  System.Double  System.Decimal  System.Byte  System.Char
  System.UInt32  System.Single  System.Int16  System.UInt64
`;
const arithmetic = ['+', '-', '*', '/', '%', '<', '>', '<=', '>=', '==', '!='];
const bits = ['&', '|', '^', '<<', '>>'];
const formats = ['', ':N2', ':X4', ':0.00', ',8', ',-6:D3', ':E2', ':yyyy-MM-dd', ':G'];

export function operatorCase(
  random: Random,
  expressions: Expressions,
  registry: TypeRegistry,
): { readonly member: string; readonly expression: string } {
  const left = registry.named(random.pick(numbers));
  const right = registry.named(random.pick(numbers));
  // Variables, so that neither compiler computes what cannot be.
  const declared = `var a = ${expressions.of(left, 1)}; var b = ${expressions.of(right, 1)};`;
  const name = typeText(right);
  const [kind, result] = random.pick([
    ['arithmetic', `a ${random.pick(arithmetic)} b`],
    ['bits', `a ${random.pick(bits)} b`],
    ['cast', `(${name})a`],
    ['checked cast', `checked((${name})a)`],
    ['checked arithmetic', `checked(a ${random.pick(['+', '-', '*'])} b)`],
    ['unary', `${random.pick(['-', '+', '~'])}a`],
    ['text', `"[" + a + b + ']'`],
    ['interpolation', `$"{a${random.pick(formats)}}|{b${random.pick(formats)}}"`],
    ['conditional', `a > b ? (object)a : b`],
    [
      'nullable',
      `(${typeText(left)}?)a ${random.pick(arithmetic)} (${random.chance(0.5) ? `${name}?)null` : `${name}?)b`}`,
    ],
    ['is', `(object)a is ${name}`],
    ['unbox', `(${name})(object)a`],
  ] as const);
  return { member: `operators: ${kind}`, expression: `@{ ${declared} return ${result}; }` };
}
