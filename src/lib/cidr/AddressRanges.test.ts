import assert from 'node:assert/strict';
import { BlockList } from 'node:net';
import test from 'node:test';
import fc from '../testing/properties.ts';
import { AddressRanges } from './AddressRanges.ts';
import { parseRange, parseRangeBetween } from './range.ts';
import type { AddressRange, RangeResult } from './range.ts';

function range(result: RangeResult): AddressRange {
  assert.ok(result.ok, result.ok ? '' : result.problem);
  return result.range;
}

function ranges(...texts: string[]): AddressRanges {
  return new AddressRanges(texts.map((text) => range(parseRange(text))));
}

function problem(result: RangeResult): string | undefined {
  return result.ok ? undefined : result.problem;
}

test('a CIDR block holds its first and last address and not their neighbours', () => {
  const block = ranges('10.0.0.0/8');
  assert.deepEqual(
    ['9.255.255.255', '10.0.0.0', '10.255.255.255', '11.0.0.0'].map((ip) => block.includes(ip)),
    [false, true, true, false],
  );
  const wide = ranges('2001:db8::/33');
  assert.equal(wide.includes('2001:db8:7fff:ffff:ffff:ffff:ffff:ffff'), true);
  assert.equal(wide.includes('2001:db8:8000::'), false);
  assert.equal(wide.includes('2001:db7:ffff:ffff:ffff:ffff:ffff:ffff'), false);
});

test('a single address holds itself alone', () => {
  assert.equal(ranges('192.0.2.1').includes('192.0.2.1'), true);
  assert.equal(ranges('192.0.2.1').includes('192.0.2.2'), false);
  assert.equal(ranges('2001:db8::1').includes('2001:DB8:0:0:0:0:0:1'), true);
});

test('a range from–to is inclusive at both ends', () => {
  const listed = new AddressRanges([range(parseRangeBetween('192.0.2.10', '192.0.3.5'))]);
  assert.deepEqual(
    ['192.0.2.9', '192.0.2.10', '192.0.2.255', '192.0.3.5', '192.0.3.6'].map((ip) =>
      listed.includes(ip),
    ),
    [false, true, true, true, false],
  );
});

test('IPv4 rules hold for IPv4-mapped callers, and IPv6 rules do not', () => {
  assert.equal(ranges('10.0.0.0/8').includes('::ffff:10.1.2.3'), true);
  assert.equal(ranges('::ffff:10.0.0.0/104').includes('10.1.2.3'), true);
  assert.equal(ranges('::/0').includes('10.1.2.3'), false);
  assert.equal(ranges('::/0').includes('::ffff:10.1.2.3'), false);
  assert.equal(ranges('0.0.0.0/0').includes('2001:db8::1'), false);
});

test('text that is no address is neither inside nor outside', () => {
  for (const text of ['', 'localhost', '10.1', 'fe80::1%eth0', '10.0.0.1, 10.0.0.2']) {
    assert.equal(ranges('0.0.0.0/0', '::/0').includes(text), undefined, text);
  }
});

test('no ranges hold nothing', () => {
  assert.equal(new AddressRanges([]).includes('10.0.0.1'), false);
  assert.equal(new AddressRanges([]).includes('::1'), false);
});

for (const [text, why] of [
  ['10.0.0.0/33', 'has no valid prefix length'],
  ['10.0.0.0/', 'has no valid prefix length'],
  ['10.0.0.0/08', 'has no valid prefix length'],
  ['10.0.0.0/-1', 'has no valid prefix length'],
  ['10.0.0.0/8/8', 'has no valid prefix length'],
  ['10.0.0.0/255.0.0.0', 'has no valid prefix length'],
  ['::ffff:10.0.0.0/95', 'has no valid prefix length'],
  ['::/129', 'has no valid prefix length'],
  ['10.1.2.3/8', 'has bits set behind its prefix'],
  ['2001:db8::1/64', 'has bits set behind its prefix'],
  ['10.0.0/8', 'is not an IP address'],
  ['', 'is not an IP address'],
] as const) {
  test(`refuses the range '${text}'`, () => {
    assert.equal(problem(parseRange(text)), `'${text}' ${why}.`);
  });
}

test('refuses ranges that mix families, run backwards or have no address', () => {
  assert.equal(
    problem(parseRangeBetween('10.0.0.1', '::1')),
    "'10.0.0.1 - ::1' mixes IPv4 and IPv6.",
  );
  assert.equal(
    problem(parseRangeBetween('10.0.0.2', '10.0.0.1')),
    "'10.0.0.2 - 10.0.0.1' ends before it starts.",
  );
  assert.equal(problem(parseRangeBetween('x', '10.0.0.1')), "'x' is not an IP address.");
  assert.equal(problem(parseRangeBetween('10.0.0.1', 'x')), "'x' is not an IP address.");
});

test('agrees with the block list of Node on any mixture of IPv4 blocks and ranges', () => {
  const octet = fc.integer({ min: 0, max: 255 });
  // Few distinct values, so that ranges meet, touch and overlap.
  const near = fc
    .tuple(fc.constantFrom(9, 10), fc.constantFrom(0, 255), octet)
    .map((o) => `${o.join('.')}.0`);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(near, near), { maxLength: 6 }),
      fc.array(near, { minLength: 8 }),
      (pairs, asked) => {
        const oracle = new BlockList();
        const ours: AddressRange[] = [];
        for (const [from, to] of pairs) {
          const result = parseRangeBetween(from, to);
          if (!result.ok) continue;
          oracle.addRange(from, to);
          ours.push(result.range);
        }
        const listed = new AddressRanges(ours);
        for (const address of asked)
          assert.equal(listed.includes(address), oracle.check(address), address);
      },
    ),
  );
});

test('agrees with the block list of Node on IPv6 blocks of every length', () => {
  for (let length = 0; length <= 128; length++) {
    const bits = '1'.repeat(length).padEnd(128, '0');
    const address = bits
      .match(/.{16}/g)!
      .map((group) => parseInt(group, 2).toString(16))
      .join(':');
    const oracle = new BlockList();
    oracle.addSubnet(address, length, 'ipv6');
    const listed = ranges(`${address}/${length}`);
    for (const asked of [
      '::1',
      '8000::',
      'ffff::',
      'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
      'ffff:fff0::',
      address,
    ]) {
      assert.equal(listed.includes(asked), oracle.check(asked, 'ipv6'), `${asked} in /${length}`);
    }
  }
});
