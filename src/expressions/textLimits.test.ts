import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SourceText } from '../lib/source/SourceText.ts';
import { compileExpression } from './evaluate.ts';
import { defaultLimits, Environment, LimitExceeded } from './runtime/Environment.ts';
import { netTypes } from './types/index.ts';
import { stillEnvironment } from './types/testing/callMember.ts';

/** Steps that statements take. @throws LimitExceeded */
function stepsOf(code: string, maxSteps = defaultLimits.maxSteps): number {
  const source = new SourceText('test', code);
  const { expression } = compileExpression(source, 'statements', { registry: netTypes });
  assert.ok(expression, code);
  const environment = new Environment(stillEnvironment().world, { ...defaultLimits, maxSteps });
  expression.evaluate({}, environment);
  environment.spend(0);
  return maxSteps - environment.stepsLeft;
}

function isSpent(error: unknown): boolean {
  return error instanceof LimitExceeded && error.message.includes('steps');
}

/** A loop that is over after some rounds, each of which goes through a long text. */
function isBounded(setUp: string, round: string): void {
  const code = `${setUp} for (int i = 0; i < 5000; i++) { ${round} } return 1;`;
  assert.throws(() => stepsOf(code, 20_000), isSpent, round);
}

test('what goes through a long text counts for its length, whatever member it is', () => {
  const text = "var s = new string('a', 300000); var n = 0;";
  for (const round of [
    'n += s.ToUpper().Length;',
    'n += s.IndexOf("b");',
    'n += s.LastIndexOf("b", StringComparison.Ordinal);',
    "n += s.IndexOfAny(new[] { 'b', 'c' });",
    'if (s.Contains("b")) n++;',
    'n += s.Replace("b", "c").Length;',
    "n += s.Replace('b', 'c').Length;",
    "n += s.Split('b').Length;",
    "n += s.Trim('a').Length;",
    'n ^= s.GetHashCode();',
    'if (string.Equals(s, s + i)) n++;',
    'n += string.Compare(s, s);',
    'n += Encoding.UTF8.GetBytes(s).Length;',
    'n += Uri.UnescapeDataString(s).Length;',
    'n += System.Net.WebUtility.HtmlEncode(s).Length;',
    'if (Regex.IsMatch(s, "b")) n++;',
    'n += s.Normalize().Length;',
    'n += JToken.Parse("\\"" + s + "\\"").ToString().Length;',
  ])
    isBounded(text, round);
});

test('bytes count as texts do', () => {
  const bytes = 'var b = new byte[300000]; var n = 0;';
  isBounded(bytes, 'n += Convert.ToBase64String(b).Length;');
  isBounded(bytes, 'n += System.Security.Cryptography.SHA256.Create().ComputeHash(b).Length;');
  isBounded(bytes, 'n += Encoding.UTF8.GetString(b).Length;');
});

test('the text of a StringBuilder counts where it is gone through', () => {
  const builder = "var b = new StringBuilder(new string('a', 300000));";
  isBounded(builder, 'b.Insert(0, "a");');
  isBounded(builder, 'b.Remove(0, 1);');
  isBounded(builder, 'b.Replace("b", "c");');
  isBounded(builder, "b[i] = 'x';");
});

test('texts that are kept are counted by what they take', () => {
  const list = 'var l = new List<string>();';
  isBounded(list, "l.Add(new string('a', 100000));");
  isBounded(list, "l.Add(new string('a', 100000 + i).ToUpper());");
});

test('a joined text is copied when a character is looked at, and that counts', () => {
  isBounded("var s = new string('a', 300000); var n = 0;", 's += "a"; n += s[i];');
  isBounded("var s = new string('a', 300000); var n = 0;", 's = string.Concat(s, "a"); n += s[0];');
  isBounded(
    "var s = new string('a', 300000); var t = new string('a', 299999) + 'a';",
    'if (s != t) i--;',
  );
});

test('a picture of a number counts letter by letter', () => {
  assert.throws(() => stepsOf("return 1.5.ToString(new string('0', 2000000));"), isSpent);
});

test('matches and pieces count one by one', () => {
  const text = "var s = new string('a', 300000);";
  assert.throws(() => stepsOf(`${text} return Regex.Matches(s, "a").Count;`, 30_000), isSpent);
  assert.throws(() => stepsOf(`${text} return Regex.Split(s, "a").Length;`, 30_000), isSpent);
  assert.throws(() => stepsOf(`${text} return s.Replace("a", "bc").Length;`, 30_000), isSpent);
  assert.throws(() => stepsOf(`${text} return s.Split('a').Length;`, 30_000), isSpent);
});

test('what is too long to be made is not begun', () => {
  for (const code of [
    'return "a".PadLeft(int.MaxValue);',
    'return new StringBuilder(new string(\'a\', 9000000)).Replace("a", "bc");',
    "return System.Net.WebUtility.HtmlEncode(new string('<', 9000000));",
    'return string.Join(new string(\'a\', 1000000), Enumerable.Repeat("b", 1000));',
    "return Uri.EscapeDataString(new string('é', 9000000));",
  ])
    assert.throws(() => stepsOf(code), LimitExceeded, code);
});

test('what policies do with long texts is far from the limit', () => {
  const lines = 'string.Concat(Enumerable.Repeat("0123456789,abcdefghij\\n", 5000))';
  for (const code of [
    // Looks for the next separator, line by line.
    `var s = ${lines}; var n = 0; for (int at = 0; (at = s.IndexOf("\\n", at)) >= 0; at++) n++; return n;`,
    `var rest = ${lines}; var n = 0; while (rest.Length > 0) { rest = rest.Substring(22); n++; } return n;`,
    `var s = ${lines}; var n = 0; for (int i = 0; i < s.Length; i++) if (s[i] == ',') n++; return n;`,
    // Puts a text together in a loop, and looks at what it reads.
    `var s = ${lines}; var r = ""; for (int i = 0; i < 20000; i++) if (s[i] != ',') r += s[i]; return r.Length;`,
    `var r = ""; for (int i = 0; i < 5000; i++) r += "a line of one hundred characters that goes into a report, with a number at the end of it: " + i; return r.Length;`,
    `var b = new StringBuilder(); for (int i = 0; i < 5000; i++) { b.Append("a,"); if (b[b.Length - 1] == ',') b.Length--; } return b.ToString();`,
    `var s = new string('a', 2000000); return s.ToUpper().Replace("B", "c").Trim().Split(',').Length;`,
  ])
    assert.ok(stepsOf(code) < defaultLimits.maxSteps / 2, code);
});
