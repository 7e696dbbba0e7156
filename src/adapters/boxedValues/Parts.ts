/** The parts of encoded values, one after another. Throws when they are not what was encoded. */
export class Parts {
  readonly #parts: readonly unknown[];
  #at = 0;

  constructor(parts: readonly unknown[]) {
    this.#parts = parts;
  }

  next(): unknown {
    return this.#parts[this.#at++];
  }

  string(): string {
    const part = this.next();
    return typeof part === 'string' ? part : wrong('a text', part);
  }

  number(): number {
    const part = this.next();
    return typeof part === 'number' ? part : wrong('a number', part);
  }

  bigint(): bigint {
    const part = this.next();
    return typeof part === 'bigint' ? part : wrong('a long number', part);
  }

  boolean(): boolean {
    const part = this.next();
    return typeof part === 'boolean' ? part : wrong('a truth value', part);
  }

  bytes(): Uint8Array {
    const part = this.next();
    return part instanceof Uint8Array ? part : wrong('bytes', part);
  }
}

function wrong(expected: string, part: unknown): never {
  throw new TypeError(`expected ${expected}, not ${typeof part}`);
}
