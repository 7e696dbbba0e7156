import type { SourceText } from '../../lib/source/SourceText.ts';
import type { Client } from './Client.ts';
import { rangeOf } from './positions.ts';
import { insertTextFormats } from './protocol.ts';
import type { CompletionItem, MarkupContent, TextEdit, InsertReplaceEdit } from './protocol.ts';

/** What completions are made for: the word around the cursor, as far as it is written. */
export class Word {
  readonly #source: SourceText;
  readonly #start: number;
  readonly #cursor: number;
  readonly #end: number;
  readonly #client: Client;

  /** `tail` matches the part of the word that may stand behind the cursor. */
  constructor(source: SourceText, start: number, cursor: number, tail: RegExp, client: Client) {
    this.#source = source;
    this.#start = start;
    this.#cursor = cursor;
    const rest = source.text.slice(cursor, cursor + 300);
    this.#end = cursor + (tail.exec(rest)?.[0].length ?? 0);
    this.#client = client;
  }

  /** The text behind the word. */
  behind(length: number): string {
    return this.#source.text.slice(this.#end, this.#end + length);
  }

  get takesSnippets(): boolean {
    return this.#client.snippets;
  }

  item(label: string, kind: number, doc?: string, newText: string = label): CompletionItem {
    return {
      label,
      kind,
      ...(doc === undefined || doc === '' ? {} : { documentation: this.#documentation(doc) }),
      textEdit: this.#edit(newText),
    };
  }

  /** A text with places to fill in, as `$1`; the label alone for editors that take none. */
  snippet(label: string, kind: number, doc: string | undefined, text: string): CompletionItem {
    if (!this.takesSnippets) return this.item(label, kind, doc);
    const insertTextFormat = insertTextFormats.snippet;
    return { ...this.item(label, kind, doc, text), insertTextFormat };
  }

  #edit(newText: string): TextEdit | InsertReplaceEdit {
    const replace = rangeOf(this.#source, { start: this.#start, end: this.#end });
    if (!this.#client.insertReplace) return { newText, range: replace };
    const insert = rangeOf(this.#source, { start: this.#start, end: this.#cursor });
    return { newText, insert, replace };
  }

  #documentation(value: string): MarkupContent {
    return { kind: this.#client.markdown.completion ? 'markdown' : 'plaintext', value };
  }
}
