import type { Culture } from './Culture.ts';
import type { Environment } from './Environment.ts';
import { ObjectDisposedException } from './exceptions.ts';
import { newLine } from './newLine.ts';
import type { TextBuilder } from './TextBuilder.ts';

/** A `System.IO.StringWriter`: writes to a StringBuilder. */
export class TextSink {
  readonly builder: TextBuilder;
  /** How it formats what is no text. */
  readonly culture: Culture;
  newLine = newLine;
  #isClosed = false;

  constructor(builder: TextBuilder, culture: Culture) {
    this.builder = builder;
    this.culture = culture;
  }

  close(): void {
    this.#isClosed = true;
  }

  /** @throws ObjectDisposedException, LimitExceeded */
  write(text: string, environment: Environment): void {
    if (this.#isClosed) throw new ObjectDisposedException('Cannot write to a closed TextWriter.');
    this.builder.append(text, environment);
  }
}
