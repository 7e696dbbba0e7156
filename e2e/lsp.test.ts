import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { after, test } from 'node:test';
import { frame, MessageReader } from '../src/cli/lsp/MessageReader.ts';
import { Workshop } from './program.ts';

const workshop = new Workshop();
after(() => workshop.remove());

/** An editor's side of the streams of a language server that runs as a process. */
class Client {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #received: any[] = [];
  readonly #ended: Promise<unknown[]>;

  constructor() {
    this.#child = spawn('sallyport', ['lsp', '--stdio'], {
      env: workshop.env,
      cwd: workshop.home,
    });
    this.#ended = once(this.#child, 'close');
    const reader = new MessageReader();
    this.#child.stdout.on('data', (portion: Uint8Array) => {
      this.#received.push(...reader.push(portion).map((each): unknown => JSON.parse(each)));
    });
  }

  tell(...messages: readonly object[]): void {
    const frames = messages.map((message) => frame({ jsonrpc: '2.0', ...message }));
    this.write(Buffer.concat(frames));
  }

  write(bytes: Uint8Array): void {
    this.#child.stdin.write(bytes);
  }

  /** The first message that came, or comes, of which this is true. */
  async message(isWanted: (message: any) => boolean): Promise<any> {
    for (;;) {
      const found: unknown = this.#received.find(isWanted);
      if (found !== undefined) return found;
      await once(this.#child.stdout, 'data');
    }
  }

  answer(id: number | null): Promise<any> {
    return this.message((message) => message.id === id && !('method' in message));
  }

  async findings(version: number): Promise<readonly any[]> {
    const { params } = await this.message(({ params: told }) => told?.version === version);
    return params.diagnostics;
  }

  endInput(): void {
    this.#child.stdin.end();
  }

  /** What the process ended with. */
  async exitCode(): Promise<unknown> {
    const [code] = await this.#ended;
    return code;
  }
}

const initialize = {
  id: 1,
  method: 'initialize',
  params: { processId: process.pid, rootUri: null, capabilities: {} },
};
const initialized = { method: 'initialized', params: {} };

test('an editor opens a document, writes in it, asks about it and takes leave', async () => {
  const client = new Client();
  const uri = 'file:///p.xml';
  const text = '<policies>\r\n<in />\r\n</policies>';
  const textDocument = { uri, languageId: 'xml', version: 7, text };
  client.tell(initialize, initialized, {
    method: 'textDocument/didOpen',
    params: { textDocument },
  });
  assert.equal((await client.answer(1)).result.serverInfo.name, 'sallyport');
  assert.equal((await client.findings(7))[0].code, 'APIM1006');

  const at = (character: number): object => ({ line: 1, character });
  const written = 'inbound><set-body>@(context.Request.)</set-body></inbound';
  const contentChanges = [
    { range: { start: at(1), end: at(5) }, text: written },
    { range: { start: { line: 9, character: 0 }, end: { line: 9, character: 0 } }, text: '\n' },
  ];
  const position = at(37);
  client.tell(
    {
      method: 'textDocument/didChange',
      params: { textDocument: { uri, version: 8 }, contentChanges },
    },
    { id: 2, method: 'textDocument/completion', params: { textDocument: { uri }, position } },
    { id: 3, method: 'textDocument/hover', params: { textDocument: { uri }, position: at(33) } },
    { method: '$/cancelRequest', params: { id: 3 } },
  );
  const labels = (await client.answer(2)).result.map(({ label }: { label: string }) => label);
  assert.ok(labels.includes('Headers') && labels.includes('Url'));
  assert.equal((await client.answer(3)).error.code, -32800);
  const [found] = await client.findings(8);
  assert.deepEqual([found.code, found.range.start], ['CS1001', position]);

  client.tell({ id: 4, method: 'shutdown' }, { method: 'exit' });
  assert.equal((await client.answer(4)).result, null);
  assert.equal(await client.exitCode(), 0);
});

test('mistakes of an editor are answered, and the server goes on', async () => {
  const client = new Client();
  client.tell({ id: 1, method: 'textDocument/hover', params: {} });
  assert.equal((await client.answer(1)).error.code, -32002);
  client.write(Buffer.from('Content-Length: 5\r\n\r\n{"a":'));
  assert.equal((await client.answer(null)).error.code, -32700);
  client.tell({ ...initialize, id: 2 }, initialized, { id: 3, method: 'textDocument/none' });
  assert.equal((await client.answer(3)).error.code, -32601);
  client.tell({ id: 4, method: 'textDocument/hover', params: [] });
  assert.equal((await client.answer(4)).error.code, -32602);
  client.tell({ id: 5, method: 'shutdown' }, { id: 6, method: 'textDocument/hover' });
  assert.equal((await client.answer(6)).error.code, -32600);
  client.endInput();
  assert.equal(await client.exitCode(), 0);
});

test('a server whose editor ends without a word ends as a failure', async () => {
  const client = new Client();
  client.tell(initialize, { method: 'exit' });
  await client.answer(1);
  assert.equal(await client.exitCode(), 1);
});
