import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../../lib/testing/properties.ts';
import type { Slots } from './Slots.ts';

/** What every Slots adapter must do. */
export function slotsContract(name: string, open: () => Slots): void {
  test(`${name}: lets as many in as the limit says, and the next one when one leaves`, () => {
    const slots = open();
    assert.deepEqual(
      [1, 2, 3].map(() => slots.enter('a', 2)),
      [true, true, false],
    );
    slots.leave('a');
    assert.equal(slots.enter('a', 2), true);
    assert.equal(slots.enter('a', 2), false);
  });

  test(`${name}: whoever was refused is not within`, () => {
    const slots = open();
    slots.enter('a', 1);
    for (let i = 0; i < 10; i++) assert.equal(slots.enter('a', 1), false);
    slots.leave('a');
    assert.equal(slots.enter('a', 1), true);
  });

  test(`${name}: each asks by a limit of its own, whoever is within`, () => {
    const slots = open();
    assert.equal(slots.enter('a', 0), false);
    assert.equal(slots.enter('a', 3), true);
    assert.equal(slots.enter('a', 1), false);
    assert.equal(slots.enter('a', 2), true);
  });

  test(`${name}: keys do not touch each other, whatever they are`, () => {
    const slots = open();
    for (const key of ['', 'a', 'A', '__proto__', 'k'.repeat(5_000)]) {
      assert.equal(slots.enter(key, 1), true);
      assert.equal(slots.enter(key, 1), false);
    }
  });

  test(`${name}: there are never more within than the limit, and never fewer let in than fit`, () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 60 }), (moves) => {
        const slots = open();
        let within = 0;
        for (const isEntering of moves) {
          if (isEntering) {
            assert.equal(slots.enter('a', 3), within < 3);
            within = Math.min(3, within + 1);
          } else if (within > 0) {
            slots.leave('a');
            within--;
          }
        }
      }),
      { numRuns: 50 },
    );
  });
}
