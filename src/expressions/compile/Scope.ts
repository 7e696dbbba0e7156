import type { FunctionSymbol } from '../check/bound.ts';
import { isOpen } from '../typeSystem/kinds.ts';
import { substitute, withoutNames } from '../typeSystem/NetType.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import { ownerOf } from './captured.ts';
import type { Storage } from './captured.ts';
import type { Cell, Frame } from './Frame.ts';

/** Which message bodies an expression reads. */
export interface Reads {
  requestBody: boolean;
  responseBody: boolean;
}

/** What is known of one function while it is compiled: which slot of its frames holds what. */
export class Scope {
  readonly symbol: FunctionSymbol;
  readonly reads: Reads;
  /** Whether some catch clause of the text has a filter: then all of them work in two passes. */
  readonly hasFilters: boolean;
  /** Storage of outer functions that this one uses, or a function within it: copied when it is made. */
  readonly captures: Storage[] = [];
  readonly #captured: ReadonlySet<Storage>;
  readonly #slots = new Map<Storage, number>();
  #count = 0;

  constructor(
    symbol: FunctionSymbol,
    captured: ReadonlySet<Storage>,
    reads: Reads,
    hasFilters: boolean,
  ) {
    this.symbol = symbol;
    this.#captured = captured;
    this.reads = reads;
    this.hasFilters = hasFilters;
  }

  /** A function within this one. */
  inner(symbol: FunctionSymbol): Scope {
    return new Scope(symbol, this.#captured, this.reads, this.hasFilters);
  }

  /** Slots that a frame needs; complete only when the function has been compiled. */
  get size(): number {
    return this.#count;
  }

  slotOf(storage: Storage): number {
    let slot = this.#slots.get(storage);
    if (slot === undefined) {
      slot = this.#count++;
      this.#slots.set(storage, slot);
      if (ownerOf(storage) !== this.symbol) this.captures.push(storage);
    }
    return slot;
  }

  /** Whether the slot holds a cell with the value, instead of the value. */
  isCell(storage: Storage): boolean {
    const isReference = 'kind' in storage && (storage.kind === 'ref' || storage.kind === 'out');
    return isReference || this.#captured.has(storage);
  }

  /** Starts the life of variables anew, where that makes a difference to closures. */
  enter(variables: readonly Storage[]): ((frame: Frame) => void) | undefined {
    const slots = variables
      .filter((each) => this.#captured.has(each))
      .map((each) => this.slotOf(each));
    if (slots.length === 0) return undefined;
    return (frame) => {
      for (const slot of slots) frame.slots[slot] = { value: null } satisfies Cell;
    };
  }

  /** Reads the storage of a frame. */
  read(storage: Storage): (frame: Frame) => unknown {
    const slot = this.slotOf(storage);
    if (this.isCell(storage)) return ({ slots }) => (slots[slot] as Cell).value;
    return ({ slots }) => slots[slot];
  }

  /** Writes the storage of a frame. */
  write(storage: Storage): (frame: Frame, value: unknown) => void {
    const slot = this.slotOf(storage);
    if (this.isCell(storage)) {
      return ({ slots }, value) => {
        (slots[slot] as Cell).value = value;
      };
    }
    return ({ slots }, value) => {
      slots[slot] = value;
    };
  }

  /** A type as it is at run time: within generic local functions it depends on the call. */
  typeAt(type: NetType): (frame: Frame) => NetType {
    // Values know nothing of the names of tuple elements.
    const plain = withoutNames(type);
    if (!isOpen(plain)) return () => plain;
    return ({ types }) => (types ? substitute(plain, types) : plain);
  }

  /** Several types at run time; the same array each time where they never vary. */
  typesAt(types: readonly NetType[]): (frame: Frame) => readonly NetType[] {
    if (!types.some(isOpen)) {
      const plain = types.map(withoutNames);
      return () => plain;
    }
    const each = types.map((type) => this.typeAt(type));
    return (frame) => each.map((type) => type(frame));
  }
}
