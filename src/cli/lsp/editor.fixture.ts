import { PassThrough } from 'node:stream';
import { SourceText } from '../../lib/source/SourceText.ts';
import type { CheckedText } from './CheckingThread.ts';
import { converse } from './converse.ts';
import { findingsIn } from './findings.ts';
import type { Finding } from './findings.ts';
import { LanguageServer } from './LanguageServer.ts';
import { frame } from './MessageReader.ts';

interface Answer {
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly {
    readonly code: string;
    readonly message: string;
    readonly range: { readonly start: object; readonly end: object };
  }[];
}

/** The editor's side of a conversation with a server in this process, byte for byte. */
export class Editor {
  readonly server: LanguageServer;
  /** Settles when the server has stopped reading. */
  readonly done: Promise<void>;
  /** Requests of the server's own. */
  readonly asked: string[] = [];
  readonly #wire = new PassThrough();
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  readonly #published: Published[] = [];
  #listener: (() => void) | undefined;
  #id = 0;

  constructor() {
    const send = (message: object): void => this.#receive(message);
    const check = ({ uri, text, names }: CheckedText): readonly Finding[] =>
      findingsIn(new SourceText(uri, text), names);
    this.server = new LanguageServer(send, '1.0.0', check);
    this.done = converse(this.#wire, send, this.server);
  }

  /** A running server with these folders open. */
  static async on(folders: readonly string[] = [], capabilities: object = {}): Promise<Editor> {
    const editor = new Editor();
    const workspaceFolders = folders.map((uri) => ({ uri, name: uri }));
    await editor.ask('initialize', { processId: null, workspaceFolders, capabilities });
    editor.tell('initialized', {});
    return editor;
  }

  ask(method: string, params?: unknown): Promise<Answer> {
    const id = ++this.#id;
    const answered = new Promise<Answer>((resolve) => this.#waiting.set(id, resolve));
    this.write(frame({ jsonrpc: '2.0', id, method, params }));
    return answered;
  }

  tell(method: string, params?: unknown): void {
    this.write(frame({ jsonrpc: '2.0', method, params }));
  }

  write(bytes: Uint8Array): void {
    this.#wire.write(bytes);
  }

  end(): Promise<void> {
    this.#wire.end();
    return this.done;
  }

  /** The next diagnostics that the server publishes. */
  async published(): Promise<Published> {
    while (this.#published.length === 0) {
      await new Promise<void>((resolve) => (this.#listener = resolve));
    }
    return this.#published.shift()!;
  }

  #receive(message: object): void {
    const { id, method, params } = message as { id?: unknown; method?: string; params?: Published };
    if (method === 'textDocument/publishDiagnostics') {
      this.#published.push(params!);
      this.#listener?.();
    } else if (method !== undefined) this.asked.push(method);
    else if (typeof id === 'number') this.#waiting.get(id)?.(message);
    else this.#waiting.get(0)?.(message);
  }

  /** The next answer that belongs to no request. */
  stray(): Promise<Answer> {
    return new Promise((resolve) => this.#waiting.set(0, resolve));
  }
}
