import type { Environment } from '../../Environment.ts';

/**
 * System.Xml.NameTable: it saves comparing strings by their characters, which cannot be told from
 * comparing objects here. What stays is what it knows.
 */
export class NameTable {
  readonly #names = new Set<string>();

  /** @throws LimitExceeded */
  add(name: string, environment: Environment): string {
    environment.allowItems(this.#names.size + 1);
    this.#names.add(name);
    return name;
  }

  get(name: string): string | null {
    return name === '' || this.#names.has(name) ? name : null;
  }
}
