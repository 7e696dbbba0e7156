/** What `foreach` and LINQ see of a value. */
import type { NetType } from '../typeSystem/NetType.ts';
import { box, needsBox } from './boxing.ts';
import { NetArray } from './NetArray.ts';

/**
 * Names the method of a class that is enumerable in several ways (JObject: as properties and as
 * tokens). It yields the elements in the static representation of the asked element type.
 */
export const enumerateAs: unique symbol = Symbol('enumerateAs');

export interface Enumerable {
  [enumerateAs](elementType: NetType): Iterable<unknown>;
}

/**
 * The elements of an enumerable value in the static representation of `elementType`. A value that
 * is enumerable as values but asked for objects (`IEnumerable` without type argument) has them boxed.
 */
export function iterate(value: unknown, elementType: NetType): Iterable<unknown> {
  if (value instanceof NetArray) return boxedFor(elementType, value.items, value.elementType);
  if (typeof value === 'string') return charactersOf(value, elementType);
  if (isEnumerable(value)) return value[enumerateAs](elementType);
  if (isIterable(value)) return boxedFor(elementType, value, elementTypeOf(value));
  throw new Error('a value that is not enumerable was enumerated');
}

function isEnumerable(value: unknown): value is Enumerable {
  return typeof value === 'object' && value !== null && enumerateAs in value;
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

/** The element type that a collection carries; undefined of strings and host iterables. */
export function elementTypeOf(value: unknown): NetType | undefined {
  if (typeof value !== 'object' || value === null || !('elementType' in value)) return undefined;
  return value.elementType as NetType | undefined;
}

function boxedFor(
  wanted: NetType,
  items: Iterable<unknown>,
  own: NetType | undefined,
): Iterable<unknown> {
  if (own === undefined || own === wanted || !needsBox(own) || needsBox(wanted)) return items;
  return { [Symbol.iterator]: () => boxEach(items, own) };
}

function* boxEach(items: Iterable<unknown>, type: NetType): Generator<unknown> {
  for (const item of items) yield box(item, type);
}

/** A string is an `IEnumerable<char>`: UTF-16 units, not code points. */
function charactersOf(text: string, elementType: NetType): Iterable<unknown> {
  return { [Symbol.iterator]: () => unitsOf(text, elementType) };
}

function* unitsOf(text: string, elementType: NetType): Generator<unknown> {
  const boxAs = needsBox(elementType) ? undefined : charType(elementType);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    yield boxAs ? box(unit, boxAs) : unit;
  }
}

function charType(elementType: NetType): NetType | undefined {
  return elementType.kind === 'named'
    ? elementType.definition.registry.named('System.Char')
    : undefined;
}
