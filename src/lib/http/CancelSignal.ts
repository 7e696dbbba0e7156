/**
 * Tells when nobody waits any longer. The part of AbortSignal that is used here: an AbortSignal is
 * one, but costs more than the rest of a request.
 */
export interface CancelSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** A signal with the means to give it. */
export class Cancellation implements CancelSignal {
  #aborted = false;
  /** Most have one at a time. */
  #listener: (() => void) | undefined;
  #others: (() => void)[] | undefined;

  get aborted(): boolean {
    return this.#aborted;
  }

  addEventListener(_type: 'abort', listener: () => void): void {
    if (this.#aborted) return;
    if (this.#listener) (this.#others ??= []).push(listener);
    else this.#listener = listener;
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    if (this.#listener === listener) {
      this.#listener = undefined;
      return;
    }
    const at = this.#others?.indexOf(listener) ?? -1;
    if (at >= 0) this.#others!.splice(at, 1);
  }

  /** Gives the signal, once. */
  abort(): void {
    if (this.#aborted) return;
    this.#aborted = true;
    const listener = this.#listener;
    const others = this.#others ?? [];
    this.#listener = undefined;
    this.#others = undefined;
    listener?.();
    for (const other of others) other();
  }
}
