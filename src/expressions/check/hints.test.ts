import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SourceText } from '../../lib/source/SourceText.ts';
import { compileExpression } from '../evaluate.ts';
import { netTypes } from '../types/index.ts';

function messages(code: string): string[] {
  const source = new SourceText('test', code);
  const { diagnostics } = compileExpression(source, 'expression', { registry: netTypes });
  return diagnostics.map(({ message, hint }) => [message, hint].filter(Boolean).join(' | '));
}

test('a name that is nearly right is answered with the right one', () => {
  assert.deepEqual(messages('"abc".Lenght'), [
    "'string' does not contain a definition for 'Lenght' and no accessible extension method 'Lenght' accepting a first argument of type 'string' could be found (are you missing a using directive or an assembly reference?) | Did you mean 'Length'?",
  ]);
  assert.deepEqual(messages('contex.Request'), [
    "The name 'contex' does not exist in the current context | Did you mean 'context'?",
  ]);
  assert.deepEqual(messages('Request.Method'), [
    "The name 'Request' does not exist in the current context | Did you mean 'context.Request'?",
  ]);
  assert.deepEqual(messages('request.Method'), [
    "The name 'request' does not exist in the current context | Did you mean 'context.Request'?",
  ]);
  assert.deepEqual(messages('context.Request.Headers.getValueOrDefault("x")'), [
    "'IReadOnlyDictionary<string, string[]>' does not contain a definition for 'getValueOrDefault' and no accessible extension method 'getValueOrDefault' accepting a first argument of type 'IReadOnlyDictionary<string, string[]>' could be found (are you missing a using directive or an assembly reference?) | " +
      "Did you mean 'GetValueOrDefault'?",
  ]);
});

test('objects of unknown type are to be cast', () => {
  assert.deepEqual(messages('int.Parse(context.Variables["x"])'), [
    "Argument 1: cannot convert from 'object' to 'string' | Write a cast: '(string)'.",
  ]);
  assert.deepEqual(messages('context.Variables["x"].Length'), [
    "'object' does not contain a definition for 'Length' and no accessible extension method 'Length' accepting a first argument of type 'object' could be found (are you missing a using directive or an assembly reference?) | Cast the object to its type first: ((T)…).",
  ]);
});

test('members of the context are found where they are, or listed', () => {
  assert.deepEqual(messages('context.IpAddress'), [
    "'IProxyRequestContext' does not contain a definition for 'IpAddress' and no accessible extension method 'IpAddress' accepting a first argument of type 'IProxyRequestContext' could be found (are you missing a using directive or an assembly reference?) | Did you mean 'Request.IpAddress'?",
  ]);
  assert.deepEqual(messages('context.GetValueOrDefault<bool>("phone")'), [
    "'IProxyRequestContext' does not contain a definition for 'GetValueOrDefault' and no accessible extension method 'GetValueOrDefault' accepting a first argument of type 'IProxyRequestContext' could be found (are you missing a using directive or an assembly reference?) | " +
      "Did you mean 'Variables.GetValueOrDefault'?",
  ]);
  assert.deepEqual(messages('context.Operation.Verb'), [
    "'IOperation' does not contain a definition for 'Verb' and no accessible extension method 'Verb' accepting a first argument of type 'IOperation' could be found (are you missing a using directive or an assembly reference?) | It has: Id, Method, Name, UrlTemplate.",
  ]);
});

test('a quote that ends a string too early is told as such', () => {
  const hint = String.raw`a quote within a string is written \" (within @"…" it is "")`;
  assert.deepEqual(messages('"{""a"": " + 1 + "}"'), [`) expected | ${hint}`]);
  assert.deepEqual(messages('string.Concat("<a b="c">", "x")'), [`) expected | ${hint}`]);
});

test('quotes escaped as if for another language are told from other backslashes', () => {
  assert.equal(
    messages(String.raw`int.Parse(\"5\")`)[0],
    "Unexpected character '\\' | the quotes around a string are written without a backslash",
  );
});

test('a text is not sought among objects', () => {
  assert.deepEqual(messages('context.User.Groups.Contains("staff")'), [
    "The type arguments for method 'Contains' cannot be inferred from the usage. Try specifying the type arguments explicitly. | " +
      "The elements are 'IGroup', not 'string': compare a member of each, as in .Any(x => x.… == …).",
  ]);
});

test('a header has several values', () => {
  const hint = `Take one text with '[0]', or a header with 'GetValueOrDefault(name, "")'.`;
  assert.deepEqual(messages('context.Request.Headers["x"] == "a"'), [
    `Operator '==' cannot be applied to operands of type 'string[]' and 'string' | ${hint}`,
  ]);
});

test('types that Azure does not allow are told of as such', () => {
  assert.deepEqual(messages('System.Threading.Thread.Sleep(1)'), [
    "The type or namespace name 'Threading' does not exist in the namespace 'System' (are you missing an assembly reference?) | " +
      'Policy expressions know only the .NET types that API Management allows.',
  ]);
});

test('a missing argument is shown with the overloads there are', () => {
  assert.deepEqual(messages('"abc".Substring(1, 2, 3)'), [
    "No overload for method 'Substring' takes 3 arguments | " +
      'Available: Substring(int startIndex); Substring(int startIndex, int length).',
  ]);
});

test('an assignment in the place of a comparison is told from one', () => {
  const hint = "To compare, write '=='.";
  assert.deepEqual(messages('context.Request.Method = "GET"'), [
    `Property or indexer 'IRequest.Method' cannot be assigned to -- it is read only | ${hint}`,
  ]);
  assert.deepEqual(
    messages('((Func<int, bool>)(n => { if (n = 1) return true; return false; }))(1)'),
    [`Cannot implicitly convert type 'int' to 'bool' | ${hint}`],
  );
});

test('a text between apostrophes is written with double quotes', () => {
  assert.deepEqual(messages("int.Parse('1')"), [
    "Argument 1: cannot convert from 'char' to 'string' | " +
      `Write a text with double quotes ("…"), or append '.ToString()'.`,
  ]);
});

test('a member of a text is not answered with one of object that looks like it', () => {
  assert.deepEqual(messages('context.Variables["x"].Substring(1)'), [
    "'object' does not contain a definition for 'Substring' and no accessible extension method 'Substring' accepting a first argument of type 'object' could be found (are you missing a using directive or an assembly reference?) | Cast the object to its type first: ((T)…).",
  ]);
  assert.deepEqual(messages('context.Variables["x"].toString()'), [
    "'object' does not contain a definition for 'toString' and no accessible extension method 'toString' accepting a first argument of type 'object' could be found (are you missing a using directive or an assembly reference?) | Did you mean 'ToString'?",
  ]);
});

test("a condition behind 'elseif' is answered with 'else if'", () => {
  const block =
    '((Func<int>)(() => { if (true) { return 1; } elseif (false) { return 2; } return 3; }))()';
  assert.deepEqual(messages(block), ["; expected | C# writes 'else if'"]);
});
