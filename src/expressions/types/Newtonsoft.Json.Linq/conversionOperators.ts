/** The conversion operators of JToken: to and from every scalar. */
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { box } from '../../runtime/boxing.ts';
import type { Environment } from '../../runtime/Environment.ts';
import type { JToken } from '../../runtime/json/JToken.ts';
import { tokenTypes } from '../../runtime/json/tokenTypes.ts';
import { JValue } from '../../runtime/json/JValue.ts';
import type { NetType } from '../../typeSystem/NetType.ts';
import { SystemObject } from '../System/Object.ts';
import { convertToken } from './convertToken.ts';
import { scalarConversions } from './scalarConversions.ts';
import type { ScalarConversion } from './scalarConversions.ts';

/** Of each scalar a token that has it, and the value. */
const samples: Readonly<Record<string, readonly [json: string, value: string]>> = {
  bool: ['true', 'true'],
  char: ['\\"a\\"', "'a'"],
  DateTime: ['\\"2024-01-02T03:04:05\\"', 'new DateTime(2024, 1, 2, 3, 4, 5)'],
  DateTimeOffset: ['\\"2024-01-02T03:04:05Z\\"', 'DateTimeOffset.Parse("2024-01-02T03:04:05Z")'],
  TimeSpan: ['\\"01:02:03\\"', 'new TimeSpan(1, 2, 3)'],
  Guid: [
    '\\"00112233-4455-6677-8899-aabbccddeeff\\"',
    'Guid.Parse("00112233-4455-6677-8899-aabbccddeeff")',
  ],
  string: ['\\"a\\"', '"a"'],
  Uri: ['\\"http://a/b\\"', 'new Uri("http://a/b")'],
  'byte[]': ['\\"AQI=\\"', 'new byte[] { 1, 2 }'],
};

function sampleOf({ keyword }: ScalarConversion): readonly [json: string, value: string] {
  return samples[keyword] ?? ['7', `(${keyword})7`];
}

/** How an example shows a value: arrays are equal only to themselves. */
function shown({ keyword }: ScalarConversion, code: string): string {
  return keyword === 'byte[]' ? `Convert.ToBase64String(${code})` : code;
}

function explicitOperator(to: ScalarConversion, isNullable: boolean): MemberDeclaration {
  const type = isNullable ? `${to.keyword}?` : to.keyword;
  const [json, value] = sampleOf(to);
  const canBeNull = isNullable || to.isReference === true;
  return {
    signature: `static explicit operator ${type}(JToken${canBeNull ? '?' : ''} value)`,
    implementation: (token: JToken | null, _types: readonly NetType[], environment: Environment) =>
      convertToken(token, to, isNullable, environment),
    examples: [
      `${shown(to, `(${type})JToken.Parse("${json}")`)} // ${shown(to, value)}`,
      `(${type})JToken.Parse("{}") // throws System.ArgumentException`,
      ...(canBeNull ? [`(${type})(JToken)null // null`] : []),
    ],
  };
}

/** An integer becomes an Int64, unless it is an UInt64: C# chooses JValue's constructor so. */
const becomeInt64: ReadonlySet<string> = new Set([
  'byte',
  'int',
  'sbyte',
  'short',
  'uint',
  'ushort',
]);

function implicitOperator(from: ScalarConversion, isNullable: boolean): MemberDeclaration {
  const { keyword, isReference } = from;
  const type = isNullable || isReference ? `${keyword}?` : keyword;
  const [, value] = sampleOf(from);
  return {
    signature: `static implicit operator JToken(${type} value)`,
    implementation: (own: unknown) => tokenOf(own, from, isNullable),
    examples: [
      `${shown(from, `(${keyword})(JToken)(${keyword})${value}`)} // ${shown(from, value)}`,
    ],
  };
}

function tokenOf(
  value: unknown,
  { keyword, fullName }: ScalarConversion,
  isNullable: boolean,
): JValue {
  // A null text is still a text; it is written as null.
  if (value === null)
    return new JValue(null, keyword === 'string' ? tokenTypes.String : tokenTypes.Null);
  if (!isNullable && becomeInt64.has(keyword)) return JValue.of(BigInt(value as number));
  if (keyword === 'byte[]') return JValue.of(value);
  return JValue.of(box(value, SystemObject.registry.named(fullName)));
}

export const conversionOperators: readonly MemberDeclaration[] = scalarConversions.flatMap(
  (scalar) => [
    explicitOperator(scalar, false),
    ...(scalar.isReference ? [] : [explicitOperator(scalar, true)]),
    // A char has no conversion of its own; it takes the one of ushort.
    ...(scalar.keyword === 'char' ? [] : [implicitOperator(scalar, false)]),
    ...(scalar.keyword === 'char' || scalar.isReference ? [] : [implicitOperator(scalar, true)]),
  ],
);
