import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Editor } from './editor.fixture.ts';

const uri = 'file:///policies/policy.xml';

function at(line: number, start: number, end = start): object {
  return { start: { line, character: start }, end: { line, character: end } };
}

test('ranged changes are made one after the other, and what is checked is the result', async () => {
  const editor = await Editor.on();
  const text = '<policies>\r\n<inbound>😀<nonsense /></inbound></policies>';
  editor.tell('textDocument/didOpen', { textDocument: { uri, version: 1, text } });
  assert.equal((await editor.published()).diagnostics.length, 1);
  const contentChanges = [
    { range: at(1, 9, 11), text: '' },
    { range: at(1, 10, 18), text: 'base' },
    { range: at(9, 0), text: '<!-- end -->' },
  ];
  editor.tell('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges });
  assert.deepEqual(await editor.published(), { uri, version: 2, diagnostics: [] });
});

test('a change that makes no sense, or is of no open document, changes nothing', async () => {
  const editor = await Editor.on();
  const text = '<policies><nonsense /></policies>';
  editor.tell('textDocument/didOpen', { textDocument: { uri, version: 1, text } });
  await editor.published();
  for (const contentChanges of [
    [{ text: '' }, { range: { start: { line: 0, character: -1 } }, text: '' }],
    [{ range: 3, text: '' }],
    [{}],
    {},
  ]) {
    editor.tell('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges });
  }
  const other = { uri: 'file:///other.xml', version: 2 };
  editor.tell('textDocument/didChange', { textDocument: other, contentChanges: [{ text: '' }] });
  const position = { line: 0, character: 1 };
  const { error } = await editor.ask('textDocument/hover', { textDocument: other, position });
  assert.equal(error?.code, -32602);
  const { result } = await editor.ask('textDocument/documentSymbol', { textDocument: { uri } });
  assert.equal((result as any)[0].children[0].name, 'nonsense');
});

test('positions are in UTF-16 units, also for editors that would like others', async () => {
  const editor = new Editor();
  const capabilities = { general: { positionEncodings: ['utf-8', 'utf-32'] } };
  const { result } = await editor.ask('initialize', { capabilities });
  assert.equal((result as any).capabilities.positionEncoding, 'utf-16');
  assert.equal((result as any).capabilities.textDocumentSync.change, 2);
  await editor.end();
});
