import { completion } from './completion.ts';
import { ResponseError } from './converse.ts';
import type { Responder } from './converse.ts';
import { definition } from './definition.ts';
import { diagnostics } from './diagnostics.ts';
import { hover } from './hover.ts';
import { OpenDocument } from './OpenDocument.ts';
import { offsetAt } from './positions.ts';
import {
  capabilities,
  foldersIn,
  takesSnippets,
  watchesFiles,
  watchRequest,
} from './capabilities.ts';
import { changesOf, documentUri, listOf, numberOf } from './readParams.ts';
import { positionOf, recordOf, textOf } from './readParams.ts';
import { symbols } from './symbols.ts';
import { Workspaces } from './Workspaces.ts';

type Handler = (params: unknown) => unknown;

/** Answers an editor about policy documents (Language Server Protocol 3.17). */
export class LanguageServer implements Responder {
  readonly #send: (message: object) => void;
  readonly #version: string;
  readonly #documents = new Map<string, OpenDocument>();
  /** Addresses of documents whose diagnostics are not those of their last version. */
  readonly #unchecked = new Set<string>();
  #state: 'new' | 'running' | 'shutDown' = 'new';
  #hasExited = false;
  #workspaces = new Workspaces([]);
  #snippets = false;
  #watches = false;

  readonly #requests: Readonly<Record<string, Handler>> = {
    initialize: (params) => this.#initialize(params),
    shutdown: () => this.#shutDown(),
    'textDocument/completion': (params) => this.#complete(params),
    'textDocument/hover': (params) => this.#hover(params),
    'textDocument/definition': (params) => this.#define(params),
    'textDocument/documentSymbol': (params) => symbols(this.#document(params).source),
  };

  readonly #notifications: Readonly<Record<string, Handler>> = {
    initialized: () => this.#watches && this.#send(watchRequest),
    'textDocument/didOpen': (params) => this.#opened(params),
    'textDocument/didChange': (params) => this.#changed(params),
    'textDocument/didClose': (params) => this.#closed(documentUri(params)),
    // An editor that cannot watch files tells at least of those that it writes.
    'textDocument/didSave': () => this.#watches || this.#workspaces.forget(),
    'workspace/didChangeWatchedFiles': (params) =>
      this.#workspaces.filesChanged(listOf(recordOf(params, 'params')['changes'], 'changes')),
  };

  constructor(send: (message: object) => void, version: string) {
    this.#send = send;
    this.#version = version;
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

  /** Checks one changed document, once, however many versions of it have come. */
  rest(): boolean {
    const [uri] = this.#unchecked;
    if (uri === undefined) return false;
    this.#unchecked.delete(uri);
    const document = this.#documents.get(uri);
    if (document) this.#publish(uri, diagnostics(document.source), document.version);
    return this.#unchecked.size > 0;
  }

  #initialize(params: unknown): object {
    const client = recordOf(params, 'params');
    this.#workspaces = new Workspaces(foldersIn(client));
    this.#snippets = takesSnippets(client);
    this.#watches = watchesFiles(client);
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
    this.#documents.set(uri, new OpenDocument(uri, textOf(text, 'text'), counted));
    this.#unchecked.add(uri);
  }

  #changed(params: unknown): void {
    const { textDocument } = recordOf(params, 'params');
    const { version } = recordOf(textDocument, 'textDocument');
    const document = this.#document(params);
    document.change(changesOf(params), numberOf(version, 'version'));
    this.#unchecked.add(document.uri);
  }

  #closed(uri: string): void {
    this.#documents.delete(uri);
    this.#unchecked.delete(uri);
    this.#publish(uri, []);
  }

  #publish(uri: string, found: readonly object[], version?: number): void {
    this.#send({
      jsonrpc: '2.0',
      method: 'textDocument/publishDiagnostics',
      params: { uri, ...(version === undefined ? {} : { version }), diagnostics: found },
    });
  }

  async #complete(params: unknown): Promise<object> {
    const { source } = this.#document(params);
    const workspace = await this.#workspaces.around(source.name);
    const offset = offsetAt(source, positionOf(params));
    return completion(source, offset, { workspace, snippets: this.#snippets });
  }

  async #hover(params: unknown): Promise<object | undefined> {
    const { source } = this.#document(params);
    const workspace = await this.#workspaces.around(source.name);
    return hover(source, offsetAt(source, positionOf(params)), workspace);
  }

  async #define(params: unknown): Promise<object | undefined> {
    const { source } = this.#document(params);
    const workspace = await this.#workspaces.around(source.name);
    return definition(source, offsetAt(source, positionOf(params)), workspace);
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
