/** Where lines go in the end, such as standard output. */
interface Destination {
  write(text: string): unknown;
}

const mostGathered = 64 * 1024;
const longestWaitMs = 50;

/** Gathers lines for a moment, so that many calls share one write. */
export class GatheredLines {
  readonly #destination: Destination;
  #text = '';
  #timer: NodeJS.Timeout | undefined;

  constructor(destination: Destination) {
    this.#destination = destination;
    process.once('exit', () => this.flush());
  }

  write(line: string): void {
    this.#text += line;
    if (this.#text.length >= mostGathered) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), longestWaitMs);
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#text === '') return;
    const text = this.#text;
    this.#text = '';
    this.#destination.write(text);
  }
}
