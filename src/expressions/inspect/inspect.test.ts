import assert from 'node:assert/strict';
import { test } from 'node:test';
import { netTypes } from '../types/index.ts';
import type { ExpressionForm } from '../evaluate.ts';
import { completionsAt, meaningAt } from './inspect.ts';

const options = { registry: netTypes, unknownNames: new Set(['assumed']) };

function names(code: string, form: ExpressionForm = 'expression'): readonly string[] {
  return completionsAt(code, form, options).map(({ name }) => name);
}

function offers(code: string, wanted: readonly string[], form?: ExpressionForm): void {
  const found = names(code, form);
  assert.deepEqual(
    wanted.filter((name) => !found.includes(name)),
    [],
    code,
  );
}

test('after a dot, the members of the static type before it are offered, each once', () => {
  offers('context.', ['Request', 'Variables', 'Trace']);
  offers('context.Request.He', ['Headers', 'Method', 'Body']);
  offers('context?.Request?.', ['Headers']);
  offers('((Jwt)context.Variables["jwt"]).', ['Claims', 'Subject']);
  offers('$"to {context.', ['Request']);
  const found = names('context.Request.Headers.');
  assert.deepEqual(found.length, new Set(found).size);
});

test('static members follow a type, types and namespaces a namespace', () => {
  offers('DateTime.', ['UtcNow', 'Parse']);
  assert.ok(!names('DateTime.').includes('AddDays'));
  assert.ok(!names('DateTime.UtcNow.').includes('Parse'));
  offers('StringComparison.', ['OrdinalIgnoreCase']);
  offers('System.', ['DateTime', 'Text', 'Linq']);
});

test('extension methods are offered where their receiver fits', () => {
  offers('context.Request.Headers.', ['GetValueOrDefault', 'Where', 'ContainsKey']);
  offers('"Basic x".', ['AsBasic', 'AsJwt', 'Length']);
  assert.ok(!names('1.5.').includes('Where'));
});

test('parameters of lambdas have the type that overloads give them, though calls have no end', () => {
  offers('context.Request.Headers.Where(h => h.', ['Key', 'Value']);
  offers('context.Request.Headers.Where(h => h.Value.Any(v => v.', ['StartsWith']);
});

test('variables in sight are offered, in blocks without an end', () => {
  offers('var tier = "gold"; return t', ['tier', 'context', 'DateTime', 'return'], 'statements');
  offers('foreach (var h in context.Request.Headers) { h.', ['Key'], 'statements');
  offers('1 + ', ['context', 'Math']);
});

test('types are offered after new', () => {
  offers('new ', ['JObject', 'Dictionary', 'DateTime']);
  offers('new Dic', ['Dictionary']);
});

test('nothing is offered in strings and comments, and of what is unknown', () => {
  for (const code of ['"context.', "'", '/* context.', 'context.None.', 'assumed.', '1 // x']) {
    assert.deepEqual(names(code), [], code);
  }
});

test('a name tells its declarations, its type and an example', () => {
  const length = meaningAt('"echo".Length', 'expression', options);
  assert.deepEqual(length?.signatures, ['int Length { get; }']);
  assert.equal(length?.owner, 'string');
  assert.match(length?.example ?? '', /Length/);
  const overloads = meaningAt('"echo".IndexOf', 'expression', options);
  assert.ok((overloads?.signatures.length ?? 0) > 1);
  const local = meaningAt('int n = 1; return n', 'statements', options);
  assert.deepEqual(local?.signatures, ['int n']);
  assert.equal(meaningAt('context.None', 'expression', options), undefined);
  assert.equal(meaningAt('', 'expression', options), undefined);
});

test('any beginning of an expression can be inspected', () => {
  const code =
    'var a = new[] { 1, 2 }.Select((x, i) => new { x, i }).ToDictionary(p => p.x, p => p.i); switch (a.Count) { case 0: return null; default: try { return (a?[0] ?? 1, $"{a.First().Key,3:x}", (object)typeof(int)); } catch (Exception e) when (e.Message != "") { throw; } } int f(out int y) { y = 1; return y; } from z in a where z.Key > 1 select z';
  for (let end = 0; end <= code.length; end += 3) {
    completionsAt(code.slice(0, end), 'statements', options);
    completionsAt(code.slice(0, end), 'expression', options);
  }
});
