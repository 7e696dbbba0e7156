import { SourceText } from '../../lib/source/SourceText.ts';
import type { Finding } from './findings.ts';
import { Lines } from './Lines.ts';
import type { Range } from './protocol.ts';

/** One of the `contentChanges` of `textDocument/didChange`; without a range it is the whole text. */
export interface ContentChange {
  readonly range?: Range | undefined;
  readonly text: string;
}

/** A document as the editor has it, with the version that the editor counts. */
export class OpenDocument {
  readonly uri: string;
  /** Until the editor closes it, or opens it anew. */
  isOpen = true;
  /** What was found in the version that was checked last. */
  findings: readonly Finding[] = [];
  #version: number;
  #lines: Lines;
  #source: SourceText | undefined;

  constructor(uri: string, text: string, version: number) {
    this.uri = uri;
    this.#version = version;
    this.#lines = new Lines(text);
  }

  get version(): number {
    return this.#version;
  }

  get source(): SourceText {
    return (this.#source ??= new SourceText(this.uri, this.#lines.toString()));
  }

  /** Each change is made to what the one before it left. */
  change(changes: readonly ContentChange[], version: number): void {
    for (const { range, text } of changes) {
      if (range) this.#lines.replace(range, text);
      else this.#lines = new Lines(text);
    }
    this.#version = version;
    this.#source = undefined;
    // Their ranges are those of another text.
    this.findings = [];
  }
}
