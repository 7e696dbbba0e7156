import type { Random } from '../csharp-oracle/Random.ts';

/**
 * Random C# that is mostly well-formed and sometimes well-typed: `depth` bounds how deep it nests.
 */
export function expressionOf(random: Random, depth: number): string {
  if (depth <= 0) return random.pick(leaves);
  const e = (): string => expressionOf(random, depth - 1 - random.below(2));
  return random.pick<() => string>([
    () => `${e()} ${random.pick(operators)} ${e()}`,
    () => `${e()} ${random.pick(operators)} ${e()}`,
    () => `(${e()})`,
    () => `${random.pick(['-', '!', '~', '+', '(int)', '(string)', '(object)', '(T)'])}${e()}`,
    () => `${e()} ? ${e()} : ${e()}`,
    () => `${e()}.${random.pick(members)}`,
    () => `${e()}?.${random.pick(members)}`,
    () => `${e()}[${e()}]`,
    () => `${random.pick(['a', 'b', 'f', 'Math.Max', 'string.Concat'])}(${e()}, ${e()})`,
    () => `xs.${random.pick(['Select', 'Where', 'Any', 'OrderBy', 'ToDictionary'])}(x => ${e()})`,
    () => `new[] { ${e()}, ${e()} }`,
    () => `new { a = ${e()}, b = ${e()} }`,
    () => `new List<object> { ${e()}, ${e()} }`,
    () => `(${e()}, ${e()})`,
    () => `$"{${e()}}-{${e()}:N}"`,
    () => `${e()} is ${random.pick(types)} v${random.below(3)}`,
    () => `${e()} as ${random.pick(types)}`,
    () => `((Func<${random.pick(types)}, object>)(x => ${e()}))(${e()})`,
    () => `(${e()} ?? ${e()})`,
    () => `from x in xs where ${e()} select ${e()}`,
    () => `default(${random.pick(types)})`,
    () => `typeof(${random.pick(types)})`,
  ])();
}

export function statementsOf(random: Random, depth: number): string {
  const count = 1 + random.below(4);
  return Array.from({ length: count }, () => statementOf(random, depth)).join(' ');
}

function statementOf(random: Random, depth: number): string {
  const e = (): string => expressionOf(random, Math.min(depth, 2));
  if (depth <= 0) return `${random.pick(['a', 'b', 'x'])} = ${e()};`;
  const s = (): string => statementsOf(random, depth - 1 - random.below(2));
  return random.pick<() => string>([
    () => `var ${random.pick(['a', 'b', 'x', 'y'])} = ${e()};`,
    () => `${random.pick(types)} ${random.pick(['a', 'b', 'x'])} = ${e()};`,
    () => `if (${e()}) { ${s()} } else { ${s()} }`,
    () => `while (${e()}) { ${s()} ${random.pick(['break;', 'continue;', ''])} }`,
    () => `for (int i = 0; i < 3; i++) { ${s()} }`,
    () => `foreach (var x in ${e()}) { ${s()} }`,
    () =>
      `switch (${e()}) { case ${e()}: ${s()} break; case string t when ${e()}: break; default: ${s()} return 1; }`,
    () => `try { ${s()} } catch (Exception e) when (${e()}) { ${s()} } finally { ${s()} }`,
    () => `${random.pick(types)} F(${random.pick(types)} p) { ${s()} return ${e()}; }`,
    () => `Func<int, object> f = p => { ${s()} return ${e()}; };`,
    () => `(${random.pick(['a', 'b'])}, ${random.pick(['x', 'y'])}) = ${e()};`,
    () => `{ ${s()} }`,
    () => `return ${e()};`,
    () => `throw new Exception(${e()});`,
    () => `l${random.below(3)}: ${s()} goto l${random.below(3)};`,
  ])();
}

const leaves = [
  'a',
  'b',
  'x',
  'xs',
  'context',
  'null',
  'true',
  '1',
  '2.5',
  '"s"',
  "'c'",
  '1m',
  'DateTime.Now',
  'new JObject()',
  'context.Request',
  'context.Variables["v"]',
  'int.MaxValue',
  'default',
  '""',
];
const members = [
  'Length',
  'ToString()',
  'Foo',
  'Count()',
  'Value',
  'Request',
  'First()',
  'a',
  'Item1',
];
const types = [
  'int',
  'string',
  'object',
  'int?',
  'double',
  'List<int>',
  'int[]',
  'JToken',
  'bool',
  'byte',
  '(int, string)',
  'Func<int>',
  'DayOfWeek',
  'IEnumerable<object>',
  'dynamic',
  'Foo',
  'char',
];
const operators = [
  '+',
  '-',
  '*',
  '/',
  '%',
  '&',
  '|',
  '^',
  '&&',
  '||',
  '==',
  '!=',
  '<',
  '>',
  '<=',
  '>=',
  '<<',
  '>>',
  '??',
  '=',
  '+=',
  '=>',
  '??=',
];
