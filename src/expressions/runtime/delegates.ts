import type { NetType } from '../typeSystem/NetType.ts';

/** A delegate over static representations of its parameters and result. */
export type DelegateFunction = (...args: unknown[]) => unknown;

/** What is known of a delegate beside the function itself. */
interface DelegateFacts {
  type?: NetType;
  /** The delegates that a combined one calls in turn. */
  parts?: readonly DelegateFunction[];
}

const facts = new WeakMap<DelegateFunction, DelegateFacts>();

function factsOf(delegate: DelegateFunction): DelegateFacts {
  let known = facts.get(delegate);
  if (!known) facts.set(delegate, (known = {}));
  return known;
}

/**
 * Remembers the type of a delegate that is about to be seen as an object: a JavaScript function
 * does not tell it. The first type stays, since a variant conversion does not change the object.
 */
export function rememberDelegateType(delegate: DelegateFunction, type: NetType): void {
  factsOf(delegate).type ??= type;
}

export function delegateTypeOf(delegate: DelegateFunction): NetType | undefined {
  return facts.get(delegate)?.type;
}

/** `one + other`: calls both in turn and gives the last result (C# 7.3 §delegate combination). */
export function combineDelegates(
  one: DelegateFunction | null,
  other: DelegateFunction | null,
): DelegateFunction | null {
  if (!one || !other) return one ?? other;
  return fromParts([...partsOf(one), ...partsOf(other)]);
}

/** `one - other`: without the last occurrence of `other` in it. */
export function removeDelegate(
  one: DelegateFunction | null,
  other: DelegateFunction | null,
): DelegateFunction | null {
  if (!one || !other) return one;
  const [parts, removed] = [partsOf(one), partsOf(other)];
  for (let start = parts.length - removed.length; start >= 0; start--) {
    if (!removed.every((part, i) => parts[start + i] === part)) continue;
    return fromParts(parts.toSpliced(start, removed.length));
  }
  return one;
}

function partsOf(delegate: DelegateFunction): readonly DelegateFunction[] {
  return facts.get(delegate)?.parts ?? [delegate];
}

function fromParts(parts: readonly DelegateFunction[]): DelegateFunction | null {
  if (parts.length < 2) return parts[0] ?? null;
  const combined: DelegateFunction = (...args) => {
    let result: unknown;
    for (const part of parts) result = part(...args);
    return result;
  };
  factsOf(combined).parts = parts;
  return combined;
}

/** Delegates are equal when they call the same functions. */
export function areDelegatesEqual(
  one: DelegateFunction | null,
  other: DelegateFunction | null,
): boolean {
  if (one === other || !one || !other) return one === other;
  const [parts, others] = [partsOf(one), partsOf(other)];
  return parts.length === others.length && parts.every((part, i) => part === others[i]);
}
