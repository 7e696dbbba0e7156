import { randomInt } from 'node:crypto';

/** So that nobody outside knows which texts have the same hash. */
const seed = randomInt(2 ** 32);

/**
 * Texts, numbered from 0 as they are added. What a Map from texts does, without its look into the
 * table of all texts of the program, which is dearer the more there are.
 */
export class TextNumbers {
  readonly #texts: string[] = [];
  /** Open addressing: a hash, and a number from 1; 0 is a free place. */
  #places = new Int32Array(16);

  get size(): number {
    return this.#texts.length;
  }

  /** The number of a text; undefined when it was never added. */
  get(text: string): number | undefined {
    const at = this.#find(text, hashOf(text));
    const number = this.#places[at + 1]!;
    return number === 0 ? undefined : number - 1;
  }

  add(text: string): number {
    const hash = hashOf(text);
    const at = this.#find(text, hash);
    const known = this.#places[at + 1]!;
    if (known !== 0) return known - 1;
    const number = this.#texts.push(text);
    this.#places[at] = hash;
    this.#places[at + 1] = number;
    // Half of the places stay free, so that most texts are the first that is looked at.
    if (number * 4 > this.#places.length) this.#places = doubled(this.#places);
    return number - 1;
  }

  /** Where a text stands, or else the free place where it would. */
  #find(text: string, hash: number): number {
    const places = this.#places;
    const mask = places.length - 2;
    for (let at = (hash << 1) & mask; ; at = (at + 2) & mask) {
      const number = places[at + 1]!;
      if (number === 0 || (places[at] === hash && this.#texts[number - 1] === text)) return at;
    }
  }
}

function hashOf(text: string): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x0100_0193);
  }
  // The lower bits choose the place: they must depend on all others.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  return hash ^ (hash >>> 13);
}

function doubled(places: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(places.length * 2);
  const mask = larger.length - 2;
  for (let from = 0; from < places.length; from += 2) {
    if (places[from + 1] === 0) continue;
    let at = (places[from]! << 1) & mask;
    while (larger[at + 1] !== 0) at = (at + 2) & mask;
    larger.set(places.subarray(from, from + 2), at);
  }
  return larger;
}
