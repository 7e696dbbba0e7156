import assert from 'node:assert/strict';
import { isIPv4 } from 'node:net';
import test from 'node:test';
import fc from '../testing/properties.ts';
import { compareAddresses, parseAddress } from './address.ts';

/** An independent reading of an IPv6 text: what WHATWG URL makes of it. */
function urlHost(text: string): string | undefined {
  try {
    return new URL(`http://[${text}]`).hostname.slice(1, -1);
  } catch {
    return undefined;
  }
}

function groups(words: readonly number[]): string {
  return words
    .map((word) => [word >>> 16, word & 0xffff].map((n) => n.toString(16)).join(':'))
    .join(':');
}

test('reads every IPv4 address, and nothing but four decimal octets', () => {
  fc.assert(
    fc.property(fc.ipV4(), (text) => {
      const [a, b, c, d] = text.split('.').map(Number);
      assert.deepEqual(parseAddress(text), {
        family: 4,
        words: [((a! * 256 + b!) * 256 + c!) * 256 + d!],
      });
    }),
  );
  const noise = fc.string({ unit: fc.constantFrom(...'0123456789.x'.split('')), maxLength: 16 });
  fc.assert(
    fc.property(noise, (text) => assert.equal(parseAddress(text) !== undefined, isIPv4(text))),
    {
      numRuns: 2000,
    },
  );
});

for (const text of [
  '',
  '1',
  '127.1',
  '1.2.3',
  '1.2.3.4.5',
  '01.2.3.4',
  '0177.0.0.1',
  '0x7f.0.0.1',
  '2130706433',
  '256.1.1.1',
  '1.2.3.4 ',
  ' 1.2.3.4',
  '1.2.3.',
  '.1.2.3',
  '1..2.3',
  '+1.2.3.4',
  '１.2.3.4',
  '1.2.3.4/32',
  '1.2.3.4:80',
]) {
  test(`refuses '${text}' as an IPv4 address`, () => assert.equal(parseAddress(text), undefined));
}

test('reads IPv6 as WHATWG URL does, in every spelling', () => {
  fc.assert(
    fc.property(fc.ipV6(), (text) => {
      const host = urlHost(text);
      assert.ok(host !== undefined);
      const parsed = parseAddress(text);
      assert.ok(parsed !== undefined, text);
      if (parsed.family === 6) assert.equal(urlHost(groups(parsed.words)), host);
      else assert.equal(urlHost(`0:0:0:0:0:ffff:${groups(parsed.words)}`), host);
    }),
    { numRuns: 1000 },
  );
  const noise = fc.string({ unit: fc.constantFrom(...'01fF:::.%g'.split('')), maxLength: 24 });
  fc.assert(
    fc.property(noise, (text) => {
      if (!text.includes(':')) return;
      assert.equal(parseAddress(text) !== undefined, urlHost(text) !== undefined, text);
    }),
    { numRuns: 3000 },
  );
});

for (const text of [
  ':',
  ':::',
  '1:',
  ':1',
  '1::2::3',
  '1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7:8:9',
  '::1:2:3:4:5:6:7:8',
  '12345::',
  '::g',
  '[::1]',
  '::1/128',
  '::1.2.3',
  '::1.2.3.4.5',
  '::01.2.3.4',
  '1:2:3:4:5:6:7:1.2.3.4',
  '1.2.3.4::',
  'fe80::1%eth0',
  'fe80::1%25eth0',
  '::1 ',
  `::${'0'.repeat(200)}1`,
]) {
  test(`refuses '${text.slice(0, 30)}' as an IPv6 address`, () =>
    assert.equal(parseAddress(text), undefined));
}

test('an IPv4-mapped IPv6 address is its IPv4 address', () => {
  const plain = parseAddress('192.0.2.1');
  for (const text of ['::ffff:192.0.2.1', '::FFFF:c000:201', '0:0:0:0:0:ffff:192.0.2.1']) {
    assert.deepEqual(parseAddress(text), plain);
  }
  assert.equal(parseAddress('::192.0.2.1')?.family, 6);
  assert.equal(parseAddress('64:ff9b::192.0.2.1')?.family, 6);
});

test('compares by number within a family, IPv4 first', () => {
  const ordered = [
    '0.0.0.0',
    '1.2.3.4',
    '128.0.0.0',
    '255.255.255.255',
    '::',
    '::1',
    '1::',
    'ffff::',
  ];
  const addresses = ordered.map((text) => parseAddress(text)!);
  for (const [i, a] of addresses.entries()) {
    for (const [j, b] of addresses.entries()) {
      assert.equal(
        Math.sign(compareAddresses(a, b)),
        Math.sign(i - j),
        `${ordered[i]} ${ordered[j]}`,
      );
    }
  }
});
