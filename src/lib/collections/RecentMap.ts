interface Weighed<V> {
  readonly value: V;
  readonly weight: number;
}

/**
 * A map with a limited weight: what was not used for longest is forgotten. It holds two generations:
 * when the young one has half of the weight, it becomes the old one, and the former old one is
 * forgotten; what is used in between moves on. So all is O(1), and an entry stays for at least half
 * of the limit's worth of others.
 */
export class RecentMap<V> {
  readonly #maxWeight: number;
  #young = new Map<string, Weighed<V>>();
  #old = new Map<string, Weighed<V>>();
  #youngWeight = 0;

  constructor(maxWeight: number) {
    this.#maxWeight = maxWeight;
  }

  get size(): number {
    return this.#young.size + this.#old.size;
  }

  get(key: string): V | undefined {
    const young = this.#young.get(key);
    if (young) return young.value;
    const old = this.#old.get(key);
    if (!old) return undefined;
    this.#old.delete(key);
    this.#add(key, old);
    return old.value;
  }

  /** Forgets an older value of the key; one that is heavier than half of the limit is not kept. */
  set(key: string, value: V, weight = 1): void {
    this.delete(key);
    if (weight * 2 <= this.#maxWeight) this.#add(key, { value, weight });
  }

  delete(key: string): void {
    this.#youngWeight -= this.#young.get(key)?.weight ?? 0;
    this.#young.delete(key);
    this.#old.delete(key);
  }

  /** Forgets what was not used since the last turn. */
  turn(): void {
    this.#old = this.#young;
    this.#young = new Map();
    this.#youngWeight = 0;
  }

  #add(key: string, entry: Weighed<V>): void {
    if ((this.#youngWeight + entry.weight) * 2 > this.#maxWeight) this.turn();
    this.#young.set(key, entry);
    this.#youngWeight += entry.weight;
  }
}
