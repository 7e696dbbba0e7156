import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, test } from 'node:test';
import { frame, MessageReader } from '../src/cli/lsp/MessageReader.ts';
import { Workshop } from './program.ts';

const workshop = new Workshop();
after(() => workshop.remove());

test('an editor talks to the language server through its standard streams', async () => {
  const child = spawn('sallyport', ['lsp', '--stdio'], { env: workshop.env, cwd: workshop.home });
  const reader = new MessageReader();
  const textDocument = { uri: 'file:///p.xml', languageId: 'xml', version: 7 };
  const conversation = [
    { id: 1, method: 'initialize', params: { processId: process.pid, capabilities: {} } },
    { method: 'initialized', params: {} },
    {
      method: 'textDocument/didOpen',
      params: { textDocument: { ...textDocument, text: '<policies><in /></policies>' } },
    },
    { id: 2, method: 'shutdown' },
  ];
  for (const message of conversation) child.stdin.write(frame({ jsonrpc: '2.0', ...message }));

  const received: any[] = [];
  for await (const portion of child.stdout) {
    received.push(...reader.push(portion).map((each): unknown => JSON.parse(each)));
    if (received.length === 3) child.stdin.write(frame({ jsonrpc: '2.0', method: 'exit' }));
  }
  if (child.exitCode === null) await once(child, 'exit');

  assert.equal(child.exitCode, 0);
  assert.equal(received.find(({ id }) => id === 1).result.serverInfo.name, 'sallyport');
  assert.equal(received.find(({ id }) => id === 2).result, null);
  const { params } = received.find(({ method }) => method === 'textDocument/publishDiagnostics');
  assert.equal(params.version, 7);
  assert.equal(params.diagnostics[0].code, 'APIM1006');
});
