import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outcomeOf } from './outcome.ts';

/** Code and what `outcomeOf` must say of it. */
export type Row = readonly [code: string, outcome: string];

/** One test of a guarantee that each row is an instance of. */
export function holds(guarantee: string, rows: readonly Row[]): void {
  test(guarantee, () => {
    const got = rows.map(([code]) => [code, outcomeOf(code)]);
    assert.deepEqual(got, rows);
  });
}
