import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SourceText } from '../../lib/source/SourceText.ts';
import { signatureHelp } from './signatureHelp.ts';

/** The signature under way at the bar, its parameter, and how many signatures there are. */
function at(marked: string): readonly unknown[] | undefined {
  const offset = marked.indexOf('|');
  const text = `<set-body>${marked.replace('|', '')}</set-body>`;
  const help = signatureHelp(new SourceText('x', text), offset + '<set-body>'.length);
  if (!help) return undefined;
  const active = help.signatures[help.activeSignature];
  return [active?.label, active?.parameters[help.activeParameter]?.label, help.signatures.length];
}

test('the overload that takes the argument under way is shown with its parameter', () => {
  assert.deepEqual(at('@("contoso".Substring(|))'), [
    'string Substring(int startIndex)',
    'int startIndex',
    2,
  ]);
  assert.deepEqual(at('@("contoso".Substring(1, |))'), [
    'string Substring(int startIndex, int length)',
    'int length',
    2,
  ]);
});

test('what an extension method is called on is no parameter', () => {
  const [label, parameter] = at('@(context.Variables.GetValueOrDefault<string>("a", |))') ?? [];
  assert.match(String(label), /this IReadOnlyDictionary/);
  assert.equal(parameter, 'T defaultValue');
});

test('constructors are shown of types', () => {
  const [label, parameter] = at('@(new TimeSpan(1, |))') ?? [];
  assert.equal(label, 'TimeSpan(int hours, int minutes, int seconds)');
  assert.equal(parameter, 'int minutes');
});

test('outside of calls, and of what is unknown, nothing is shown', () => {
  for (const marked of ['@(1 + |)', '@(context.None(|))', 'f(|)', '@("f(|")', '@(nothing(|))']) {
    assert.equal(at(marked), undefined, marked);
  }
});
