import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Editor } from './editor.fixture.ts';
import { configuration } from './configuration.fixture.ts';

const uri = 'file:///policy.xml';
const literals = { textDocument: { codeAction: { codeActionLiteralSupport: {} } } };
const everything = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

async function fixesOf(
  editor: Editor,
  text: string,
  at = uri,
  context: object = { diagnostics: [] },
): Promise<any[]> {
  editor.tell('textDocument/didOpen', { textDocument: { uri: at, version: 1, text } });
  await editor.published();
  const params = { textDocument: { uri: at }, range: everything, context };
  const { result } = await editor.ask('textDocument/codeAction', params);
  return result as any[];
}

/** The text after a fix, on one line. */
function mended(text: string, { edit }: any, at = uri): string {
  const edits = edit.changes[at].toSorted(
    (one: any, other: any) => other.range.start.character - one.range.start.character,
  );
  return edits.reduce(
    (all: string, { range, newText }: any) =>
      all.slice(0, range.start.character) + newText + all.slice(range.end.character),
    text,
  );
}

test('a misspelt word is replaced with the one that is meant, in both tags of an element', async () => {
  const editor = await Editor.on([], literals);
  for (const [wrong, right] of [
    ['<policies><inbond></inbond></policies>', '<policies><inbound></inbound></policies>'],
    ['<inbound><rate-limt calls="1" /></inbound>', '<inbound><rate-limit calls="1" /></inbound>'],
    ['<inbound><set-header nam="a" /></inbound>', '<inbound><set-header name="a" /></inbound>'],
    [
      '<inbound><set-header name="a" exists-action="overide" /></inbound>',
      '<inbound><set-header name="a" exists-action="override" /></inbound>',
    ],
    [
      '<inbound><set-body>@(&quot;a&quot;.Lenght)</set-body></inbound>',
      '<inbound><set-body>@(&quot;a&quot;.Length)</set-body></inbound>',
    ],
    [
      '<inbound><set-body>@(Request.Method)</set-body></inbound>',
      '<inbound><set-body>@(context.Request.Method)</set-body></inbound>',
    ],
  ] as const) {
    const fixes = await fixesOf(editor, wrong);
    assert.ok(
      fixes.some((fix) => mended(wrong, fix) === right),
      JSON.stringify(fixes),
    );
    assert.ok(fixes.every(({ kind }) => kind === 'quickfix'));
  }
});

test('only what is asked for is offered: other kinds, other places and old texts have no fix', async () => {
  const editor = await Editor.on([], literals);
  const text = '<policies><inbond /></policies>';
  assert.deepEqual(await fixesOf(editor, text, uri, { only: ['source.organizeImports'] }), []);
  assert.equal((await fixesOf(editor, text, uri, { only: ['quickfix'] })).length, 1);
  const ask = async (character: number): Promise<any> => {
    const position = { line: 0, character };
    const params = {
      textDocument: { uri },
      range: { start: position, end: position },
      context: {},
    };
    return (await editor.ask('textDocument/codeAction', params)).result;
  };
  assert.equal((await ask(17)).length, 1);
  assert.deepEqual(await ask(3), []);
  const contentChanges = [{ text: '<policies />' }];
  editor.tell('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges });
  assert.deepEqual(await ask(17), []);
  assert.deepEqual(await fixesOf(await Editor.on(), text), []);
});

test('names that the configuration does not have are warned of, with the nearest as a fix', async (t) => {
  const { uri: folder, policy } = configuration(t);
  const editor = await Editor.on([folder], literals);
  const text =
    '<inbound><include-fragment fragment-id="limit" /><set-header name="a"><value>{{teir}}</value></set-header></inbound>';
  const fixes = await fixesOf(editor, text, policy);
  assert.deepEqual(
    fixes.map(({ title }) => title),
    ["Replace with '{{tier}}'", "Replace with 'limits'"],
  );
  assert.match(mended(text, fixes[0], policy), /\{\{tier\}\}/);
  assert.match(mended(text, fixes[1], policy), /fragment-id="limits"/);
  // Of certificates the configuration has none: they were not extracted.
  const other =
    '<inbound><set-backend-service backend-id="ORDERS" /><authentication-certificate certificate-id="any" /><set-header name="{{key}}" exists-action="delete" /></inbound>';
  assert.deepEqual(await fixesOf(editor, other, policy), []);
});
