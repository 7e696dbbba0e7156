/** Room for a number of things at a time. Whoever has entered leaves once. */
export interface Capacity {
  /** Takes a place, unless all are taken. */
  enter(): boolean;
  leave(): void;
}

/** Room that is counted in this thread alone. */
export class OwnCapacity implements Capacity {
  readonly #places: number;
  #taken = 0;

  constructor(places: number) {
    this.#places = places;
  }

  enter(): boolean {
    if (this.#taken >= this.#places) return false;
    this.#taken++;
    return true;
  }

  leave(): void {
    this.#taken--;
  }
}
