import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import fc from '../../lib/testing/properties.ts';
import { configuration } from './configuration.fixture.ts';
import { Editor } from './editor.fixture.ts';
import { frame, FramingError } from './MessageReader.ts';

const uri = 'file:///policies/policy.xml';

function open(editor: Editor, text: string, at = uri): void {
  const textDocument = { uri: at, languageId: 'xml', version: 1, text };
  editor.tell('textDocument/didOpen', { textDocument });
}

function change(version: number, text: string): Buffer {
  const params = { textDocument: { uri, version }, contentChanges: [{ text }] };
  return frame({ jsonrpc: '2.0', method: 'textDocument/didChange', params });
}

/** Opens a document with the cursor at the bar and asks something about that place. */
async function askAt(
  editor: Editor,
  method: string,
  marked: string,
  at = uri,
): Promise<{ readonly result?: any }> {
  const offset = marked.indexOf('|');
  const before = marked.slice(0, offset).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)!.length };
  open(editor, marked.slice(0, offset) + marked.slice(offset + 1), at);
  return editor.ask(method, { textDocument: { uri: at }, position });
}

async function labels(editor: Editor, marked: string, at = uri): Promise<readonly string[]> {
  const { result } = await askAt(editor, 'textDocument/completion', marked, at);
  return result.map(({ label }: { label: string }) => label);
}

async function told(editor: Editor, marked: string, at = uri): Promise<string> {
  const { result } = await askAt(editor, 'textDocument/hover', marked, at);
  return result?.contents.value ?? '';
}

test('diagnostics are those of check, with UTF-16 positions and the version they are for', async () => {
  const editor = await Editor.on();
  open(
    editor,
    '<policies><inbound>\n<set-method>@("😀" + conText)</set-method></inbound></policies>',
  );
  const { version, diagnostics } = await editor.published();
  assert.equal(version, 1);
  assert.deepEqual(
    diagnostics.map(({ code, range }) => ({ code, range })),
    [
      {
        code: 'CS0103',
        range: { start: { line: 1, character: 21 }, end: { line: 1, character: 28 } },
      },
    ],
  );
  assert.match(diagnostics[0]!.message, /Did you mean 'context'/);
});

test('of changes that come together only the last is checked, and unknown references are assumed', async () => {
  const editor = await Editor.on();
  open(editor, '<policies><nonsense /></policies>');
  const good = '<policies><inbound><include-fragment fragment-id="{{x}}" /></inbound></policies>';
  editor.write(Buffer.concat([change(2, '<policies>'), change(3, good)]));
  let published = await editor.published();
  if (published.version === 1) published = await editor.published();
  assert.deepEqual(published, { uri, version: 3, diagnostics: [] });
});

test('XML that holds no policies is left alone, and a closed document has no diagnostics', async () => {
  const editor = await Editor.on();
  open(editor, '<project><unknown /></project>', 'file:///pom.xml');
  assert.deepEqual((await editor.published()).diagnostics, []);
  open(editor, '<policies><nonsense /></policies>');
  assert.equal((await editor.published()).diagnostics[0]?.code, 'APIM1006');
  editor.tell('textDocument/didClose', { textDocument: { uri } });
  assert.deepEqual(await editor.published(), { uri, diagnostics: [] });
});

test('a text that is no XML, a misspelt first element and a document that is too long are told of', async () => {
  const editor = await Editor.on();
  const told = async (text: string): Promise<readonly string[]> => {
    open(editor, text, 'file:///new.xml');
    return (await editor.published()).diagnostics.map(({ code }) => code);
  };
  assert.deepEqual(await told('Url'), ['APIM1033']);
  assert.deepEqual(await told('<polices />'), ['APIM1001']);
  assert.deepEqual(await told(`<policies>${' '.repeat(1024 * 1024)}</policies>`), ['APIM1029']);
});

test('elements that may stand at a place are offered', async () => {
  const editor = await Editor.on();
  assert.deepEqual(await labels(editor, '<|'), ['policies', 'fragment']);
  assert.deepEqual(await labels(editor, '<policies><inbound /><|'), [
    'backend',
    'outbound',
    'on-error',
  ]);
  const inbound = await labels(editor, '<policies><inbound><|</inbound></policies>');
  assert.ok(inbound.includes('validate-jwt') && inbound.includes('base'));
  const outbound = await labels(editor, '<policies><outbound><|</outbound></policies>');
  assert.ok(outbound.includes('set-header') && !outbound.includes('validate-jwt'));
  const choose = await labels(editor, '<policies><inbound><choose><otherwise /><|');
  assert.deepEqual(choose, ['when']);
  const when = await labels(editor, '<policies><inbound><choose><when condition="@(true)"><set-|');
  assert.ok(when.includes('set-header') && !when.includes('base'));
  assert.deepEqual(await labels(editor, '<policies></|'), ['policies']);
});

test('attributes that are not there yet and words of values are offered', async () => {
  const editor = await Editor.on();
  const start = '<policies><inbound><set-header ';
  assert.deepEqual(await labels(editor, `${start}|`), ['name', 'exists-action', 'id']);
  assert.deepEqual(await labels(editor, `${start}| name="x" />`), ['exists-action', 'id']);
  assert.deepEqual(await labels(editor, `${start}name="x" exists-action="o|" />`), [
    'override',
    'skip',
    'append',
    'delete',
  ]);
});

test('members are offered by the static type before the dot', async () => {
  const editor = await Editor.on();
  const start = '<policies><inbound><set-variable name="x" value="@(';
  const members = await labels(editor, `${start}context.Request.He|)" />`);
  assert.ok(members.includes('Headers') && !members.includes('Contains'));
  const lambda = await labels(editor, `${start}context.Request.Headers.Any(h => h.|`);
  assert.ok(lambda.includes('Key'));
  const escaped = await labels(editor, `${start}context.Variables[&quot;{{x}}&quot;].|)" />`);
  assert.ok(escaped.includes('ToString'));
});

test('snippets are sent only to editors that take them', async () => {
  const completion = { completionItem: { snippetSupport: true } };
  const texts = async (editor: Editor): Promise<readonly string[]> => {
    const marked = '<policies><inbound><set-v|';
    const { result } = await askAt(editor, 'textDocument/completion', marked);
    return result.map(({ textEdit }: { textEdit: { newText: string } }) => textEdit.newText);
  };
  const rich = await texts(await Editor.on([], { textDocument: { completion } }));
  assert.ok(rich.includes('set-variable name="$1" value="$2" />$0'));
  assert.ok((await texts(await Editor.on())).includes('set-variable'));
});

test('named values, fragments and backends come from the configuration around the document', async (t) => {
  const { folder, policy } = configuration(t);
  const editor = await Editor.on([pathToFileURL(folder).href]);
  const start = '<policies><inbound>';
  assert.deepEqual((await labels(editor, `${start}<set-method>{{t|`, policy)).toSorted(), [
    'key',
    'tier',
  ]);
  const fragment = `${start}<include-fragment fragment-id="|" />`;
  assert.deepEqual(await labels(editor, fragment, policy), ['limits']);
  const backend = `${start}<set-backend-service backend-id="|" />`;
  assert.deepEqual(await labels(editor, backend, policy), ['orders']);
  // The same document elsewhere has no configuration around it.
  assert.deepEqual(await labels(editor, fragment, 'untitled:one'), []);
});

test('definitions of named values and fragments are found; files that change are read anew', async (t) => {
  const { folder, policy } = configuration(t);
  const editor = await Editor.on([pathToFileURL(folder).href]);
  const goal = async (marked: string): Promise<string | undefined> =>
    (await askAt(editor, 'textDocument/definition', marked, policy)).result?.uri;
  const start = '<policies><inbound>';
  const fragment = `${start}<include-fragment fragment-id="li|mits" />`;
  assert.equal(
    await goal(fragment),
    pathToFileURL(join(folder, 'policyFragments/limits/policy.xml')).href,
  );
  assert.equal(
    await goal(`${start}<set-method>{{ti|er}}</set-method>`),
    pathToFileURL(join(folder, 'namedValues/tier/namedValueInformation.json')).href,
  );
  rmSync(join(folder, 'policyFragments'), { recursive: true });
  const change = (type: number): void =>
    editor.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: policy, type }] });
  // The text of a policy document declares nothing, so nothing is read again.
  change(2);
  assert.ok(await goal(fragment));
  change(3);
  assert.equal(await goal(fragment), undefined);
  // This editor cannot watch files, so what it saves is a sign of changes.
  const value = '{ "properties": { "displayName": "tier2", "value": "" } }';
  writeFileSync(join(folder, 'namedValues/tier/namedValueInformation.json'), value);
  editor.tell('textDocument/didSave', { textDocument: { uri: policy } });
  assert.ok(await goal(`${start}<set-method>{{ti|er2}}</set-method>`));
});

test('open documents are checked anew when what they refer to changes', async (t) => {
  const { folder, uri: root, policy } = configuration(t);
  const editor = await Editor.on([]);
  open(editor, '<inbound><include-fragment fragment-id="quotas" /></inbound>', policy);
  assert.deepEqual((await editor.published()).diagnostics, []);
  const event = { added: [{ uri: root, name: 'a' }], removed: [] };
  editor.tell('workspace/didChangeWorkspaceFolders', { event });
  assert.deepEqual(
    (await editor.published()).diagnostics.map(({ code }) => code),
    ['APIM1015'],
  );
  mkdirSync(join(folder, 'policyFragments/quotas'));
  const file = join(folder, 'policyFragments/quotas/policy.xml');
  writeFileSync(file, '<fragment />');
  const changes = [{ uri: pathToFileURL(file).href, type: 1 }];
  editor.tell('workspace/didChangeWatchedFiles', { changes });
  assert.deepEqual((await editor.published()).diagnostics, []);
  rmSync(join(folder, 'policyFragments/quotas'), { recursive: true });
  editor.tell('workspace/didChangeWatchedFiles', { changes: [{ ...changes[0], type: 3 }] });
  assert.equal((await editor.published()).diagnostics.length, 1);
  editor.tell('workspace/didChangeWorkspaceFolders', {
    event: { added: [], removed: event.added },
  });
  assert.deepEqual((await editor.published()).diagnostics, []);
});

test('hovers tell of policies, attributes, members and named values, and keep secrets', async (t) => {
  const { folder, policy } = configuration(t);
  const editor = await Editor.on([pathToFileURL(folder).href]);
  assert.match(await told(editor, '<policies><inbound><set-me|thod>'), /HTTP method/);
  assert.match(await told(editor, '<inbound><set-header na|me="x" />'), /required/);
  assert.match(
    await told(editor, '<inbound><set-method>@(context.Request.Meth|od)</set-method>'),
    /string Method \{ get; \}/,
  );
  assert.match(await told(editor, '<set-method>{{ti|er}}</set-method>', policy), /gold/);
  const secret = await told(editor, '<set-method>{{ke|y}}</set-method>', policy);
  assert.match(secret, /secret/);
  assert.doesNotMatch(secret, /hunter/);
  assert.equal(await told(editor, '<policies>  |  </policies>'), '');
});

test('hovers tell the types of variables, what sections are, and where variables come from', async () => {
  const editor = await Editor.on();
  assert.match(
    await told(editor, '<set-body>@{ v|ar n = context.Request.Url.Query; return n; }</set-body>'),
    /IReadOnlyDictionary<string, string\[\]> n/,
  );
  assert.match(await told(editor, '<policies><inb|ound></inbound></policies>'), /before it is/);
  assert.match(await told(editor, '<policies><inbound></inb|ound></policies>'), /before it is/);
  assert.match(await told(editor, '<inbound><ba|se /></inbound>'), /broader scope/);
  const set = '<inbound><set-variable name="tier" value="a" />';
  assert.match(
    await told(editor, `${set}<set-body>@(context.Variables["ti|er"])</set-body>`),
    /`set-variable` sets/,
  );
});

test('definitions of variables are found in the document, through entities', async () => {
  const editor = await Editor.on();
  const goal = async (marked: string): Promise<unknown> =>
    (await askAt(editor, 'textDocument/definition', marked)).result?.range.start.character;
  const set = '<inbound><set-variable name="tier" value="a" />';
  assert.equal(await goal(`${set}<set-body>@(context.Variables[&quot;ti|er&quot;])`), 29);
  assert.equal(await goal('<set-body>@{ var a = &quot;x&quot;; return a|; }</set-body>'), 17);
  assert.equal(await goal('<set-body>@{ return none|; }</set-body>'), undefined);
});

test('symbols follow the document, nested for editors that nest them', async () => {
  const documentSymbol = { hierarchicalDocumentSymbolSupport: true };
  const editor = await Editor.on([], { textDocument: { documentSymbol } });
  open(editor, '<policies><inbound><set-header name="x"><value>1</value></set-header></inbound>');
  const { result } = await editor.ask('textDocument/documentSymbol', { textDocument: { uri } });
  const shape = (symbols: any): unknown =>
    symbols.map((each: any) => [each.name, each.detail ?? '', shape(each.children)]);
  assert.deepEqual(shape(result), [
    ['policies', '', [['inbound', '', [['set-header', 'x', [['value', '', []]]]]]]],
  ]);
  const other = await Editor.on();
  open(other, '<policies><inbound /></policies>');
  const { result: flat } = await other.ask('textDocument/documentSymbol', {
    textDocument: { uri },
  });
  assert.deepEqual(
    (flat as any).map((each: any) => [each.name, each.containerName, each.location.uri]),
    [
      ['policies', '', uri],
      ['inbound', 'policies', uri],
    ],
  );
});

test('the order of the protocol is kept: initialize, requests, shutdown, exit', async () => {
  const editor = new Editor();
  assert.equal((await editor.ask('shutdown')).error?.code, -32002);
  const { result } = await editor.ask('initialize', { capabilities: {} });
  assert.equal((result as any).serverInfo.name, 'sallyport');
  assert.equal((await editor.ask('initialize', {})).error?.code, -32600);
  assert.equal((await editor.ask('textDocument/rename', {})).error?.code, -32601);
  assert.equal((await editor.ask('__proto__')).error?.code, -32601);
  assert.deepEqual(await editor.ask('shutdown'), { jsonrpc: '2.0', id: 6, result: null });
  assert.equal((await editor.ask('textDocument/hover', {})).error?.code, -32600);
  editor.tell('exit');
  await editor.done;
  assert.equal(editor.server.exitCode, 0);
});

test('an editor that leaves without a word is a failure', async () => {
  const editor = await Editor.on();
  await editor.end();
  assert.equal(editor.server.exitCode, 1);
});

test('the editor is asked to watch files when it can', async () => {
  const didChangeWatchedFiles = { dynamicRegistration: true };
  const editor = await Editor.on([], { workspace: { didChangeWatchedFiles } });
  await editor.ask('textDocument/none');
  assert.deepEqual(editor.asked, ['client/registerCapability']);
});

test('what is no JSON or has wrong parameters is answered with an error, and the next is heard', async () => {
  const editor = await Editor.on();
  const stray = editor.stray();
  editor.write(Buffer.from('Content-Length: 3\r\n\r\n{x}'));
  assert.equal((await stray).error?.code, -32700);
  for (const params of [undefined, null, [], {}, { textDocument: { uri: 1 } }]) {
    assert.equal((await editor.ask('textDocument/hover', params)).error?.code, -32602);
  }
  editor.tell('textDocument/didOpen', { textDocument: 3 });
  editor.tell('$/unknown', {});
  open(editor, '<policies />');
  assert.deepEqual((await editor.published()).diagnostics, []);
});

test('whatever an editor asks is answered, in any order and with any parameters', async () => {
  const methods = fc.constantFrom(
    'initialize',
    'shutdown',
    'textDocument/completion',
    'textDocument/hover',
    'textDocument/definition',
    'textDocument/documentSymbol',
    'textDocument/codeAction',
    'textDocument/signatureHelp',
    'constructor',
  );
  const notifications = fc.constantFrom(
    'initialized',
    'textDocument/didOpen',
    'textDocument/didChange',
    'textDocument/didClose',
    'textDocument/didSave',
    'workspace/didChangeWatchedFiles',
    'workspace/didChangeWorkspaceFolders',
    '$/cancelRequest',
  );
  const text = fc.constantFrom('<a b="@(', '<policies><inbound>', '{{x}}', '</', '<set-header ');
  const number = fc.oneof(fc.integer(), fc.nat(20));
  const textDocument = fc.record({ uri: fc.constant(uri), version: number, text });
  const position = fc.record({ line: fc.nat(1), character: number });
  const contentChanges = fc.array(fc.record({ text }), { maxLength: 2 });
  const likely = fc.record({ textDocument, position, contentChanges }, { requiredKeys: [] });
  const params = fc.oneof({ weight: 4, arbitrary: likely }, fc.jsonValue({ maxDepth: 2 }));
  const message = fc.record({ method: methods, notification: notifications, params });
  await fc.assert(
    fc.asyncProperty(fc.array(message, { maxLength: 12 }), async (messages) => {
      const editor = await Editor.on();
      for (const each of messages) {
        editor.tell(each.notification, each.params);
        const { error } = await editor.ask(each.method, each.params);
        assert.notEqual(error?.code, -32603);
      }
      await editor.end();
    }),
    { numRuns: 60 },
  );
});

test('bytes that are no message end the conversation', async () => {
  const editor = await Editor.on();
  editor.write(Buffer.from('GET / HTTP/1.1\r\n\r\n'));
  await assert.rejects(editor.done, FramingError);
});
