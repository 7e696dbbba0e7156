import { InconsistentComparison, introSort } from '../../sort/introSort.ts';
import { toUpperSimple } from '../../unicode/simpleCase.ts';
import { areEqual, orderOfSame, sameValue } from '../compare.ts';
import { isTruthy, toText } from '../convert.ts';
import { LiquidError } from '../LiquidError.ts';
import { joined } from '../text.ts';
import { isList, itemsOf, LiquidHash, LiquidRange, scalarOf } from '../values.ts';
import type { Rendering } from '../Rendering.ts';
import type { LiquidValue } from '../values.ts';
import { textArgument } from './Filter.ts';
import type { Filter } from './Filter.ts';

/** The items of a collection in a list of their own; what is none is its only item. */
function listOf(input: LiquidValue, run: Rendering): LiquidValue[] {
  const items: LiquidValue[] = [];
  for (const item of typeof input === 'string' ? [input] : (itemsOf(input) ?? [input])) {
    run.spend();
    run.allowItems(items.length);
    items.push(item);
  }
  return items;
}

/** Lists in the list become part of it. */
function flattened(input: LiquidValue, run: Rendering): LiquidValue[] {
  const result: LiquidValue[] = [];
  const rest: LiquidValue[] = [input];
  while (rest.length > 0) {
    const next = rest.pop()!;
    run.spend();
    if (isList(next)) {
      for (let at = next.length - 1; at >= 0; at--) rest.push(next[at]!);
    } else if (next instanceof LiquidRange) result.push(...listOf(next, run));
    else result.push(next);
    run.allowItems(result.length + rest.length);
  }
  return result;
}

/** A filter of a collection, which hands nothing on as nothing. */
function ofList(
  args: readonly string[],
  apply: (items: LiquidValue[], args: readonly LiquidValue[], run: Rendering) => LiquidValue,
): Filter {
  return {
    args,
    apply: (input, values, run) => (input === null ? null : apply(listOf(input, run), values, run)),
  };
}

/** Likewise, with the lists in it made part of it. */
function ofFlat(
  args: readonly string[],
  apply: (items: LiquidValue[], args: readonly LiquidValue[], run: Rendering) => LiquidValue,
): Filter {
  return {
    args,
    apply: (input, values, run) =>
      input === null ? null : apply(flattened(input, run), values, run),
  };
}

export const Size: Filter = {
  args: [],
  apply(input) {
    if (typeof input === 'string' || isList(input)) return BigInt(input.length);
    if (input instanceof LiquidRange) return BigInt(input.size);
    return BigInt([...(itemsOf(input) ?? [])].length);
  },
};

export const First: Filter = {
  args: [],
  apply(input) {
    for (const item of itemsOf(input) ?? []) return item;
    return null;
  },
};

export const Last: Filter = {
  args: [],
  apply(input) {
    if (input instanceof LiquidRange) return input.size === 0 ? null : BigInt(input.to);
    if (typeof input === 'string') return input.at(-1) ?? null;
    return [...(itemsOf(input) ?? [])].at(-1) ?? null;
  },
};

export const Join: Filter = {
  args: ['glue?'],
  apply(input, args, run) {
    if (input === null) return null;
    return joined(input, textArgument(args, 0, args.length > 0 ? '' : ' '), run);
  },
};

export const Reverse: Filter = {
  args: [],
  apply: (input, _args, run) =>
    input === null || typeof input === 'string' ? input : listOf(input, run).reverse(),
};

export const Concat: Filter = {
  args: ['right'],
  apply(input, args, run) {
    const right = args[0] ?? null;
    if (input === null || right === null) return input ?? right;
    const list = [...listOf(input, run), ...listOf(right, run)];
    run.allowItems(list.length);
    return list;
  },
};

export const Compact = ofFlat([], (items) => items.filter((item) => item !== null));

export const Uniq = ofFlat([], (items, _args, run) => {
  const known = new Set<LiquidValue>();
  return items.filter((item) => {
    run.spend();
    // Most values are their own key; the others are compared one by one.
    const isKnown =
      typeof item === 'object' && item !== null ? among(item, known, run) : known.has(item);
    known.add(item);
    return !isKnown;
  });
});

function among(item: LiquidValue, known: ReadonlySet<LiquidValue>, run: Rendering): boolean {
  if (known.has(item)) return true;
  if (isList(item) || item instanceof LiquidHash) return false;
  for (const each of known) {
    run.spend();
    if (sameValue(each, item)) return true;
  }
  return false;
}

/** The property of each item; of one that has none, nothing. */
export const Map = ofList(['property'], (items, args) => {
  const property = textArgument(args, 0, '');
  return items.map((item) => propertyOf(item, property));
});

/** The items whose property is equal to a value or, without one, neither nothing nor false. */
export const Where = ofList(['propertyName', 'targetValue?'], (items, args, run) => {
  const property = textArgument(args, 0, '');
  if (property.trim() === '') {
    throw new LiquidError("'propertyName' cannot be null or empty.");
  }
  const target = args[1] ?? null;
  return items.filter((item) => {
    const value = propertyOf(item, property);
    return target === null || value === null ? isTruthy(value) : areEqual(value, target, run);
  });
});

function propertyOf(item: LiquidValue, property: string): LiquidValue {
  return item instanceof LiquidHash ? (item.get(property) ?? null) : null;
}

/** Without regard to case, as in DotLiquid 2.0; by a property, when one is given. */
export const Sort = ofFlat(['property?'], sorted);
export const SortNatural = Sort;

function sorted(items: LiquidValue[], args: readonly LiquidValue[], run: Rendering): LiquidValue {
  const property = toText(args[0] ?? null) ?? '';
  if (property === '') return sortedBy(items, items, run);
  const hasProperty = items.some((item) => propertyOf(item, property) !== null);
  if (!hasProperty) return items;
  return sortedBy(
    items.map((item) => propertyOf(item, property)),
    items,
    run,
  );
}

function sortedBy(keys: LiquidValue[], items: LiquidValue[], run: Rendering): LiquidValue[] {
  const sortable = keys.map(sortKey);
  const result = [...items];
  try {
    introSort(sortable, (one, other) => orderForSort(one, other, run), 0, sortable.length, result);
  } catch (error) {
    if (error instanceof InconsistentComparison) throw new LiquidError(error.message);
    throw error;
  }
  return result;
}

function sortKey(key: LiquidValue): LiquidValue {
  const value = scalarOf(key);
  return typeof value === 'string' ? toUpperSimple(value) : value;
}

function orderForSort(one: LiquidValue, other: LiquidValue, run: Rendering): number {
  run.spend();
  if (one === other) return 0;
  if (one === null) return -1;
  if (other === null) return 1;
  if (typeof one === 'string' && typeof other === 'string') return one < other ? -1 : 1;
  return orderOfSame(one, other);
}
