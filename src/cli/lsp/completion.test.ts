import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SourceText } from '../../lib/source/SourceText.ts';
import { emptyWorkspace } from '../../server/readWorkspace.ts';
import { clientOf } from './Client.ts';
import { completion } from './completion.ts';
import type { CompletionItem } from './protocol.ts';

function clientWith(completionItem: object): ReturnType<typeof clientOf> {
  return clientOf({ capabilities: { textDocument: { completion: { completionItem } } } });
}

const plain = clientOf(undefined);
const rich = clientWith({ snippetSupport: true, insertReplaceSupport: true });

/** What is offered at the bar. */
function itemsAt(marked: string, client = plain, trigger?: string): readonly CompletionItem[] {
  const offset = marked.indexOf('|');
  const source = new SourceText('x', marked.slice(0, offset) + marked.slice(offset + 1));
  return completion(source, offset, { workspace: emptyWorkspace, client, trigger });
}

function labels(marked: string, trigger?: string): readonly string[] {
  return itemsAt(marked, plain, trigger).map(({ label }) => label);
}

/** The text after the item of that name was taken, on one line. */
function taken(marked: string, label: string): string {
  const item = itemsAt(marked).find((each) => each.label === label);
  assert.ok(item && 'range' in item.textEdit, label);
  const { range, newText } = item.textEdit;
  const text = marked.replace('|', '');
  return text.slice(0, range.start.character) + newText + text.slice(range.end.character);
}

test('what is taken replaces the word that the cursor is in', () => {
  assert.equal(taken('<policies><inb|ou />', 'inbound'), '<policies><inbound />');
  assert.equal(taken('<inbound><set-header na|m="x"', 'name'), '<inbound><set-header name="x"');
  assert.equal(
    taken('<set-body>@(context.Req|uest.Url)', 'Response'),
    '<set-body>@(context.Response.Url)',
  );
  const value = '<inbound><set-header name="x" exists-action="sk|p" />';
  assert.equal(taken(value, 'skip'), '<inbound><set-header name="x" exists-action="skip" />');
});

test('editors that can insert or replace are told of both', () => {
  const [item] = itemsAt('<policies><inb|ound />', rich);
  assert.deepEqual(item?.textEdit, {
    newText: 'inbound',
    insert: { start: { line: 0, character: 11 }, end: { line: 0, character: 14 } },
    replace: { start: { line: 0, character: 11 }, end: { line: 0, character: 18 } },
  });
});

test('a tag that has attributes is renamed, and gets none anew', () => {
  const texts = (marked: string): readonly string[] =>
    itemsAt(marked, rich).map(({ textEdit }) => textEdit.newText);
  assert.ok(texts('<inbound><set-h|').includes('set-header name="$1">$0</set-header>'));
  assert.ok(texts('<inbound><|').includes('base />$0'));
  for (const rest of [' name="x">', '>', ' />', '></set-header>']) {
    assert.ok(texts(`<inbound><set-h|${rest}`).includes('set-header'), rest);
  }
});

test('elements are offered where no bracket was written, and none in text that counts', () => {
  const texts = (marked: string, client = rich): readonly string[] =>
    itemsAt(marked, client).map(({ textEdit }) => textEdit.newText);
  assert.deepEqual(texts('|'), ['<policies>$0</policies>', '<fragment>$0</fragment>']);
  assert.deepEqual(texts('po|', plain), ['<policies', '<fragment']);
  assert.ok(texts('<inbound>\n  set|\n</inbound>').includes('<set-method>$0</set-method>'));
  assert.deepEqual(texts('<inbound><set-method>|</set-method>', plain), []);
  assert.deepEqual(labels('<inbound>|', ' '), []);
});

test('a block that takes certain policies offers only those, and a fragment includes none', () => {
  const wait = labels('<inbound><wait><|');
  assert.ok(wait.includes('send-request') && !wait.includes('set-header'));
  assert.ok(labels('<inbound><include-fr|').includes('include-fragment'));
  assert.ok(!labels('<fragment><|').includes('include-fragment'));
});

test('booleans, and expressions where they may stand, are offered as values', () => {
  const forward = '<backend><forward-request buffer-response="|"';
  assert.deepEqual(labels(forward), ['true', 'false']);
  const condition = itemsAt('<inbound><choose><when condition="|"', rich);
  assert.deepEqual(
    condition.map(({ textEdit }) => textEdit.newText),
    ['true', 'false', '@(${1})', '@{ return ${1}; }'],
  );
  assert.deepEqual(labels('<inbound><choose><when condition="|"'), ['true', 'false']);
});

test('comments hold nothing, and CDATA code alone', () => {
  assert.deepEqual(labels('<inbound><!-- <| -->'), []);
  assert.deepEqual(labels('<inbound><set-body><![CDATA[<a><|]]></set-body>'), []);
  assert.ok(labels('<set-body><![CDATA[@(context.|)]]></set-body>').includes('Request'));
  assert.ok(labels('<inbound><set-body><![CDATA[<a>]]></set-body><|').includes('set-body'));
});

test('characters that begin nothing where they are written bring nothing up', () => {
  assert.deepEqual(labels('<set-body>a |</set-body>', ' '), []);
  assert.deepEqual(labels('<set-body>@(1 + |)</set-body>', ' '), []);
  assert.ok(labels('<set-body>@(new |)</set-body>', ' ').includes('JObject'));
  assert.ok(labels('<set-header |', ' ').includes('name'));
  assert.deepEqual(labels('<set-header name="a.|"', '.'), []);
  assert.ok(labels('<set-body>@(context.|', '.').includes('Request'));
  assert.ok(labels('<set-body>@(|', '(').includes('context'));
  assert.deepEqual(labels('<set-body>@(Math.Abs(|', '('), []);
  assert.deepEqual(labels('<set-header name="x"|', '"'), []);
});

test('variables that policies set are offered where expressions read them', () => {
  const set =
    '<inbound><set-variable name="tier" value="a" /><send-request response-variable-name="answer" />';
  for (const use of [
    '<set-body>@(context.Variables["|',
    '<set-body>@((string)context.Variables["t|"])</set-body>',
    '<rewrite-uri template=\'@(context.Variables.GetValueOrDefault<string>("|"))\' />',
    '<rewrite-uri template="@(context.Variables.ContainsKey(&quot;|&quot;))" />',
  ]) {
    assert.deepEqual(labels(set + use), ['tier', 'answer'], use);
  }
  assert.deepEqual(labels(`${set}<set-body>@(context.Request.Headers["|`), []);
});

test('documentation is plain for editors that read no Markdown', () => {
  const [item] = itemsAt('<policies><|', clientWith({ documentationFormat: ['plaintext'] }));
  assert.equal(item?.documentation?.kind, 'plaintext');
});

test('names that every object has are no attributes', () => {
  assert.deepEqual(labels('<inbound><set-header constructor="|"'), []);
  assert.deepEqual(labels('<constructor><|'), []);
});
