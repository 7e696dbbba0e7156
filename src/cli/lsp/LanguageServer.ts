import type { SourceText } from '../../lib/source/SourceText.ts';
import { emptyWorkspace } from '../../server/readWorkspace.ts';
import type { Workspace } from '../../server/readWorkspace.ts';
import { codeActions } from './codeActions.ts';
import { completion } from './completion.ts';
import { ResponseError } from './converse.ts';
import type { Responder } from './converse.ts';
import { definition } from './definition.ts';
import { Checks } from './Checks.ts';
import type { Check } from './Checks.ts';
import type { Finding } from './findings.ts';
import { hover } from './hover.ts';
import { OpenDocument } from './OpenDocument.ts';
import { offsetAt } from './positions.ts';
import { capabilities, watchRequest } from './capabilities.ts';
import { clientOf, folderUris } from './Client.ts';
import type { Client } from './Client.ts';
import { changesOf, documentUri, fixRangeOf, listOf, numberOf } from './readParams.ts';
import { positionOf, recordOf, textOf, triggerOf } from './readParams.ts';
import { mayRefer } from './references.ts';
import { signatureHelp } from './signatureHelp.ts';
import { flatSymbols, symbols } from './symbols.ts';
import { namesIn } from './unknownReferences.ts';
import { mayChangeNames, Workspaces } from './Workspaces.ts';

/** What a request asks about. */
interface Place {
  readonly source: SourceText;
  readonly offset: number;
  readonly workspace: Workspace;
}

type Handler = (params: unknown) => unknown;

/** Answers an editor about policy documents (Language Server Protocol 3.17). */
export class LanguageServer implements Responder {
  readonly #send: (message: object) => void;
  readonly #version: string;
  readonly #documents = new Map<string, OpenDocument>();
  readonly #checks: Checks;
  #state: 'new' | 'running' | 'shutDown' = 'new';
  #hasExited = false;
  #workspaces = new Workspaces([]);
  #client: Client = clientOf(undefined);

  readonly #requests: Readonly<Record<string, Handler>> = {
    initialize: (params) => this.#initialize(params),
    shutdown: () => this.#shutDown(),
    'textDocument/completion': (params) => this.#complete(params),
    'textDocument/hover': (params) => this.#hover(params),
    'textDocument/signatureHelp': (params) => {
      const { source } = this.#document(params);
      return signatureHelp(source, offsetAt(source, positionOf(params)));
    },
    'textDocument/definition': (params) => this.#define(params),
    'textDocument/codeAction': (params) => this.#fix(params),
    'textDocument/documentSymbol': (params) => {
      const { source } = this.#document(params);
      return this.#client.symbolTree ? symbols(source) : flatSymbols(source);
    },
  };

  readonly #notifications: Readonly<Record<string, Handler>> = {
    initialized: () => this.#client.watches && this.#send(watchRequest),
    'textDocument/didOpen': (params) => this.#opened(params),
    'textDocument/didChange': (params) => this.#changed(params),
    'textDocument/didClose': (params) => this.#closed(documentUri(params)),
    // An editor that cannot watch files tells at least of those that it writes.
    'textDocument/didSave': () => this.#client.watches || this.#filesChanged(),
    'workspace/didChangeWatchedFiles': (params) => {
      const changes = listOf(recordOf(params, 'params')['changes'], 'changes');
      if (changes.some(mayChangeNames)) this.#filesChanged();
    },
    'workspace/didChangeWorkspaceFolders': (params) => {
      const { added, removed } = recordOf(recordOf(params, 'params')['event'], 'event');
      this.#workspaces.changeFolders(folderUris(added), folderUris(removed));
      this.#filesChanged();
    },
  };

  constructor(send: (message: object) => void, version: string, check: Check) {
    this.#send = send;
    this.#version = version;
    this.#checks = new Checks(
      (document) => this.#check(document, check),
      (document, findings) => {
        document.findings = findings;
        this.#publish(document.uri, findings, document.version);
      },
    );
  }

  get hasExited(): boolean {
    return this.#hasExited;
  }

  /** For the process: whether the editor took leave (LSP 3.17, "exit"). */
  get exitCode(): number {
    return this.#state === 'shutDown' ? 0 : 1;
  }

  request(method: string, params: unknown): unknown {
    if (this.#state === 'new' && method !== 'initialize') {
      throw new ResponseError('serverNotInitialized', 'The first request must be initialize.');
    }
    if (this.#state === 'shutDown' || (this.#state === 'running' && method === 'initialize')) {
      throw new ResponseError('invalidRequest', `'${method}' must not be asked now.`);
    }
    const handler = own(this.#requests, method);
    if (!handler) throw new ResponseError('methodNotFound', `There is no method '${method}'.`);
    return handler(params);
  }

  notify(method: string, params: unknown): unknown {
    if (method === 'exit') {
      this.#hasExited = true;
      return undefined;
    }
    // What comes too early is dropped (LSP 3.17, "initialize"), and so is what is not known.
    return this.#state === 'running' ? own(this.#notifications, method)?.(params) : undefined;
  }

  /** Many versions of a document may have come; the last of them is checked. */
  rest(): void {
    void this.#checks.run();
  }

  #initialize(params: unknown): object {
    this.#client = clientOf(recordOf(params, 'params'));
    this.#workspaces = new Workspaces(this.#client.folders);
    this.#state = 'running';
    return { capabilities, serverInfo: { name: 'sallyport', version: this.#version } };
  }

  #shutDown(): null {
    this.#state = 'shutDown';
    return null;
  }

  #opened(params: unknown): void {
    const { text, version } = recordOf(recordOf(params, 'params')['textDocument'], 'textDocument');
    const uri = documentUri(params);
    const counted = numberOf(version, 'version');
    const document = new OpenDocument(uri, textOf(text, 'text'), counted);
    this.#forget(uri);
    this.#documents.set(uri, document);
    this.#checks.add(document);
  }

  #changed(params: unknown): void {
    const { textDocument } = recordOf(params, 'params');
    const { version } = recordOf(textDocument, 'textDocument');
    const document = this.#document(params);
    document.change(changesOf(params), numberOf(version, 'version'));
    this.#checks.add(document);
  }

  /** What documents refer to is read again, and they are checked with it. */
  #filesChanged(): void {
    this.#workspaces.forget();
    for (const document of this.#documents.values()) this.#checks.add(document);
  }

  async #check(document: OpenDocument, check: Check): Promise<readonly Finding[]> {
    const { uri, source } = document;
    const workspace = await this.#workspaces.around(uri);
    return check({ uri, text: source.text, names: namesIn(workspace) });
  }

  #closed(uri: string): void {
    this.#forget(uri);
    this.#publish(uri, []);
  }

  #forget(uri: string): void {
    const document = this.#documents.get(uri);
    if (!document) return;
    document.isOpen = false;
    this.#checks.remove(document);
    this.#documents.delete(uri);
  }

  #publish(uri: string, findings: readonly Finding[], version?: number): void {
    this.#send({
      jsonrpc: '2.0',
      method: 'textDocument/publishDiagnostics',
      params: {
        uri,
        ...(version === undefined ? {} : { version }),
        diagnostics: findings.map(({ diagnostic }) => diagnostic),
      },
    });
  }

  async #complete(params: unknown): Promise<object> {
    const { source, offset, workspace } = await this.#place(params);
    return completion(source, offset, {
      workspace,
      client: this.#client,
      trigger: triggerOf(params),
    });
  }

  #fix(params: unknown): readonly object[] {
    const { uri, findings } = this.#document(params);
    const range = fixRangeOf(params);
    return range && this.#client.codeActions ? codeActions(uri, range, findings) : [];
  }

  async #hover(params: unknown): Promise<object | undefined> {
    const { source, offset, workspace } = await this.#place(params);
    return hover(source, offset, workspace, this.#client);
  }

  async #define(params: unknown): Promise<object | undefined> {
    const { source, offset, workspace } = await this.#place(params);
    return definition(source, offset, workspace);
  }

  /** Large configurations take seconds to read, for which only names of them wait. */
  async #place(params: unknown): Promise<Place> {
    const { source } = this.#document(params);
    const offset = offsetAt(source, positionOf(params));
    const isName = mayRefer(source.text, offset);
    const workspace = isName ? await this.#workspaces.around(source.name) : emptyWorkspace;
    return { source, offset, workspace };
  }

  #document(params: unknown): OpenDocument {
    const document = this.#documents.get(documentUri(params));
    if (!document) throw new ResponseError('invalidParams', 'The document is not open.');
    return document;
  }
}

function own(handlers: Readonly<Record<string, Handler>>, method: string): Handler | undefined {
  return Object.hasOwn(handlers, method) ? handlers[method] : undefined;
}
