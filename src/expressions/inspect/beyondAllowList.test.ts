import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ExpressionForm } from '../evaluate.ts';
import { netTypes } from '../types/index.ts';
import { beyondAllowList } from './beyondAllowList.ts';

function names(code: string, form: ExpressionForm = 'expression'): readonly string[] {
  const options = { registry: netTypes, unknownNames: new Set(['assumed']) };
  return beyondAllowList(code, form, options).map(({ name, span }) => {
    const text = code.slice(span.start, span.end);
    return text === name ? name : `${name} as ${text}`;
  });
}

test('members that the list leaves out of a type are told, where they are named', () => {
  assert.deepEqual(names('DateTime.ParseExact("1", "d", null)'), [
    'DateTime.ParseExact as ParseExact',
  ]);
  assert.deepEqual(names('context.Timestamp.ToUniversalTime()'), [
    'DateTime.ToUniversalTime as ToUniversalTime',
  ]);
  assert.deepEqual(names('context.Request.Headers.Select(h => DateTime.Now.Kind)'), [
    'DateTime.Kind as Kind',
  ]);
});

test('types that are not on the list are told wherever they are named', () => {
  assert.deepEqual(names('System.Web.HttpUtility.UrlEncode("a")'), [
    'HttpUtility as System.Web.HttpUtility',
  ]);
  assert.deepEqual(names('try { return 1; } catch (FormatException) { return 2; }', 'statements'), [
    'FormatException',
  ]);
  assert.deepEqual(names('new List<UriKind>()'), ['UriKind']);
});

test('nothing is told of what is listed, of the context, of the language, and of inferred types', () => {
  for (const code of [
    'context.Request.Headers.GetValueOrDefault("a", "b").ToUpper()',
    '((Jwt)context.Variables["jwt"]).Claims["a"][0]',
    '(object)(int?)1',
    'context.Request.Headers.GroupBy(h => h.Key).First().Key',
    'Regex.Match("a", "b").Success',
    '(1, "one").Item2',
    'assumed.Kind',
    'DateTime.',
  ]) {
    assert.deepEqual(names(code), [], code);
  }
});
