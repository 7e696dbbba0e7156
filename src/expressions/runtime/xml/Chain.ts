/** What stands in a chain knows its neighbours. */
export interface Link<T> {
  next: T | null;
  previous: T | null;
}

/** Siblings in order: the nodes of a container, or the attributes of an element. */
export class Chain<T extends Link<T>> {
  first: T | null = null;
  last: T | null = null;
  size = 0;

  append(item: T): void {
    this.insertAfter(this.last, item);
  }

  /** Puts an item behind another, or in front of all. */
  insertAfter(previous: T | null, item: T): void {
    const next = previous ? previous.next : this.first;
    item.previous = previous;
    item.next = next;
    if (previous) previous.next = item;
    else this.first = item;
    if (next) next.previous = item;
    else this.last = item;
    this.size++;
  }

  remove(item: T): void {
    const { previous, next } = item;
    if (previous) previous.next = next;
    else this.first = next;
    if (next) next.previous = previous;
    else this.last = previous;
    item.next = null;
    item.previous = null;
    this.size--;
  }
}
