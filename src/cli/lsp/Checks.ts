import type { CheckedText } from './CheckingThread.ts';
import type { Finding } from './findings.ts';
import type { OpenDocument } from './OpenDocument.ts';

export type Check = (text: CheckedText) => readonly Finding[] | Promise<readonly Finding[]>;

/** Looks at a document as a whole, with what it refers to. */
type CheckDocument = (document: OpenDocument) => Promise<readonly Finding[]>;

/**
 * Checks documents that have changed, one after another, each in the version that it has when its
 * turn comes. What was found in a version that is none any more is dropped.
 */
export class Checks {
  readonly #check: CheckDocument;
  readonly #tell: (document: OpenDocument, findings: readonly Finding[]) => void;
  readonly #waiting = new Set<OpenDocument>();
  #isBusy = false;

  constructor(
    check: CheckDocument,
    tell: (document: OpenDocument, findings: readonly Finding[]) => void,
  ) {
    this.#check = check;
    this.#tell = tell;
  }

  add(document: OpenDocument): void {
    this.#waiting.add(document);
  }

  remove(document: OpenDocument): void {
    this.#waiting.delete(document);
  }

  /** Begins with what waits, unless that was done. */
  async run(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    for (const document of this.#waiting) {
      this.#waiting.delete(document);
      await this.#run(document);
    }
    this.#isBusy = false;
  }

  async #run(document: OpenDocument): Promise<void> {
    const { version } = document;
    try {
      const findings = await this.#check(document);
      if (document.isOpen && document.version === version) this.#tell(document, findings);
    } catch {
      // The text brought the thread down. It is tried again when it has changed.
    }
  }
}
