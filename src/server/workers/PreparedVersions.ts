/**
 * Which configuration a worker serves by. The main thread moves one shared number once every worker
 * has prepared a version; each looks at it before each call. So nobody who got an answer by the new
 * configuration can get one by the old, from whichever worker.
 */
export class PreparedVersions<Live> {
  readonly #shared: Int32Array;
  readonly #publish: (live: Live) => void;
  #live: number;
  #prepared: { readonly version: number; readonly live: Live } | undefined;

  constructor(memory: SharedArrayBuffer, live: number, publish: (live: Live) => void) {
    this.#shared = new Int32Array(memory);
    this.#live = live;
    this.#publish = publish;
  }

  /** Keeps it until its turn; one that was prepared before and had no turn is forgotten. */
  prepare(version: number, live: Live): void {
    this.adopt();
    this.#prepared = { version, live };
  }

  /** Publishes what it is the turn of. */
  adopt(): void {
    const version = Atomics.load(this.#shared, 0);
    if (version === this.#live) return;
    // By design this cannot be; serving by another configuration would be worse than not serving.
    if (this.#prepared?.version !== version)
      throw new Error(`version ${version} is not prepared here`);
    this.#publish(this.#prepared.live);
    this.#live = version;
    this.#prepared = undefined;
  }
}
