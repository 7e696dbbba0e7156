import assert from 'node:assert/strict';
import { test } from 'node:test';
import { netTypes } from '../types/index.ts';
import type { ExpressionForm } from '../evaluate.ts';
import { completionsAt, meaningAt } from './inspect.ts';
import type { Offer } from './Offer.ts';

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

test('range variables of queries and names in sight of lambdas and local functions are offered', () => {
  offers('from h in context.Request.Headers where h.', ['Key', 'Value']);
  offers('from h in context.Request.Headers orderby h.Key select h.Value.', ['Length', 'First']);
  offers('from h in context.Request.Headers let k = h.Key from v in h.Value where k.', ['Length']);
  offers('int twice(int x) { return x * 2; } return tw', ['twice'], 'statements');
  offers('new[] { 1 }.Select((item, index) => ind', ['item', 'index']);
});

test('members are offered in casts, generics, conditions, initializers and interpolated strings', () => {
  offers('context.Variables.GetValueOrDefault<string>("x").', ['Length']);
  offers('new Dictionary<string, int>().', ['Count', 'Add']);
  offers('context.User?.Groups.Select(g => g.', ['Name']);
  offers('$"{context.Request.Method} {context.Api.', ['Name']);
  offers('true ? context.Request.', ['Method']);
  offers('new JObject(new JProperty("a", context.User.', ['Email']);
  offers('context.Request.Body.As<JObject>(preserveContent: true)["a"].', ['ToString']);
  offers(
    'switch (context.Request.Method) { case "GET": return context.Request.',
    ['Url'],
    'statements',
  );
  offers('if (context.Request.', ['Url'], 'statements');
  offers('new Dictionary<str', ['string', 'String']);
  offers('context.Request.Body.As<JO', ['JObject', 'string']);
  offers('context.Variables["x"] is JO', ['JObject']);
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

/** What the name at the bar means. */
function meaning(marked: string, form: ExpressionForm = 'expression'): Offer | undefined {
  const end = marked.indexOf('|');
  return meaningAt(marked.slice(0, end) + marked.slice(end + 1), end, form, options);
}

test('a name tells its declarations, its type and an example', () => {
  const length = meaning('"echo".Length| + 1');
  assert.deepEqual(length?.signatures, ['int Length { get; }']);
  assert.equal(length?.owner, 'string');
  assert.match(length?.example ?? '', /Length/);
  assert.ok((meaning('"echo".IndexOf|("c")')?.signatures.length ?? 0) > 1);
  assert.equal(meaning('context.None|'), undefined);
  assert.equal(meaning('|'), undefined);
  assert.equal(meaning('"context|"'), undefined);
});

test('a variable tells its type where it is declared and where it is used', () => {
  const told = (marked: string, form?: ExpressionForm): readonly unknown[] => {
    const { signatures, declared } = meaning(marked, form) ?? {};
    return [signatures?.[0], declared?.start];
  };
  const block = 'statements';
  assert.deepEqual(told('int n = 1; return n|;', block), ['int n', 4]);
  assert.deepEqual(told('var n| = 1.5; return n;', block), ['double n', 4]);
  assert.deepEqual(told('foreach (var h| in context.Request.Headers) { }', block), [
    'KeyValuePair<string, string[]> h',
    13,
  ]);
  assert.deepEqual(told('int.TryParse("1", out var n|) ? n : 0'), ['int n', 26]);
  assert.deepEqual(told('new[] { "a" }.Select(s| => s.Length)'), ['string s', 21]);
  assert.deepEqual(told('new[] { "a" }.Select(s => s|.Length)'), ['string s', 21]);
  assert.deepEqual(told('(from w in new[] { "a" } select w|.Length)'), ['string w', 6]);
});

test('words of the language tell what they do, where they are code', () => {
  assert.match(meaning('return| 1;', 'statements')?.doc ?? '', /Ends the block/);
  assert.match(meaning('from| x in "a" select x')?.doc ?? '', /query/);
  assert.equal(meaning('"return|"'), undefined);
  assert.equal(meaning('context.Request.from|'), undefined);
});

test('nothing is offered where a variable is named', () => {
  assert.deepEqual(names('var x', 'statements'), []);
  assert.deepEqual(names('foreach (var he', 'statements'), []);
});

test('types tell what they are wherever they are named', () => {
  assert.deepEqual(meaning('(Jwt|)context.Variables["t"]')?.kind, 'type');
  assert.deepEqual(meaning('new Dictionary|<string, int>()')?.kind, 'type');
  assert.deepEqual(meaning('DateTime|.UtcNow')?.kind, 'type');
  assert.match(meaning('(string|)null')?.signatures[0] ?? '', /System\.String/);
  assert.equal(meaning('"string|"'), undefined);
});

test('any beginning of an expression can be inspected', () => {
  const code =
    'var a = new[] { 1, 2 }.Select((x, i) => new { x, i }).ToDictionary(p => p.x, p => p.i); switch (a.Count) { case 0: return null; default: try { return (a?[0] ?? 1, $"{a.First().Key,3:x}", (object)typeof(int)); } catch (Exception e) when (e.Message != "") { throw; } } int f(out int y) { y = 1; return y; } from z in a where z.Key > 1 select z';
  for (let end = 0; end <= code.length; end += 3) {
    completionsAt(code.slice(0, end), 'statements', options);
    completionsAt(code.slice(0, end), 'expression', options);
    meaningAt(code, end, 'statements', options);
  }
});
