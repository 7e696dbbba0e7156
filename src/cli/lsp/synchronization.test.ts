import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Checks } from './Checks.ts';
import type { Finding } from './findings.ts';
import { OpenDocument } from './OpenDocument.ts';
import { Editor } from './editor.fixture.ts';

const uri = 'file:///policies/policy.xml';

function at(line: number, start: number, end = start): object {
  return { start: { line, character: start }, end: { line, character: end } };
}

test('ranged changes are made one after the other, and what is checked is the result', async () => {
  const editor = await Editor.on();
  const text = '<policies>\r\n<inbound>😀<nonsense /></inbound></policies>';
  editor.tell('textDocument/didOpen', { textDocument: { uri, version: 1, text } });
  assert.equal((await editor.published()).diagnostics.length, 2);
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
  assert.equal((result as any)[1].name, 'nonsense');
});

test('positions are in UTF-16 units, also for editors that would like others', async () => {
  const editor = new Editor();
  const capabilities = { general: { positionEncodings: ['utf-8', 'utf-32'] } };
  const { result } = await editor.ask('initialize', { capabilities });
  assert.equal((result as any).capabilities.positionEncoding, 'utf-16');
  assert.equal((result as any).capabilities.textDocumentSync.change, 2);
  await editor.end();
});

test('what was found in a version that is none any more is not published', async () => {
  const tells: string[] = [];
  const waiting: ((findings: readonly Finding[]) => void)[] = [];
  const checks = new Checks(
    () => new Promise((resolve) => waiting.push(resolve)),
    ({ uri: told, version }) => tells.push(`${told} ${version}`),
  );
  const changed = new OpenDocument('changed', '<', 1);
  const closed = new OpenDocument('closed', '<', 1);
  checks.add(changed);
  checks.add(closed);
  const done = checks.run();
  changed.change([{ text: '<a' }], 2);
  checks.add(changed);
  const settle = async (): Promise<void> => {
    waiting.shift()?.([]);
    await new Promise(setImmediate);
  };
  await settle();
  closed.isOpen = false;
  await settle();
  await settle();
  await done;
  assert.deepEqual(tells, ['changed 2']);
});

test('a check that fails stops no other', async () => {
  const tells: string[] = [];
  const check = async ({ uri: checked }: OpenDocument): Promise<readonly Finding[]> => {
    if (checked === 'one') throw new RangeError('too much');
    return [];
  };
  const checks = new Checks(check, ({ uri: told }) => tells.push(told));
  checks.add(new OpenDocument('one', '', 1));
  checks.add(new OpenDocument('two', '', 1));
  await checks.run();
  assert.deepEqual(tells, ['two']);
});
