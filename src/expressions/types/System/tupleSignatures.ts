/** Pieces of the signatures that tuple types of every size have. */

/** Sizes that tuple types are declared for. */
export const elementCounts: readonly number[] = numbers(16);

/** 1, 2, … count */
export function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i + 1);
}

/** `T1, T2, …` */
export function typeList(count: number): string {
  return numbers(count)
    .map((n) => `T${n}`)
    .join(', ');
}

/** `T1? item1, T2? item2, …`: null is a legal element. */
export function parameters(count: number): string {
  return numbers(count)
    .map((n) => `T${n}? item${n}`)
    .join(', ');
}
