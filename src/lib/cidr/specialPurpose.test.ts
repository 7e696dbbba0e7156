import assert from 'node:assert/strict';
import test from 'node:test';
import fc from '../testing/properties.ts';
import { parseAddress } from './address.ts';
import { parseRange } from './range.ts';
import { purposeOf, specialPurposes } from './specialPurpose.ts';

function nameOf(text: string): string | undefined {
  const address = parseAddress(text);
  assert.ok(address, text);
  return purposeOf(address)?.name;
}

for (const [name, addresses] of [
  ['Loopback', ['127.0.0.1', '127.255.255.254', '::ffff:127.0.0.1', '::ffff:7f00:1']],
  ['Loopback Address', ['::1']],
  ['Private-Use', ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '::ffff:10.0.0.1']],
  ['Link Local', ['169.254.169.254', '::ffff:169.254.169.254']],
  ['Link-Local Unicast', ['fe80::1', 'febf::1']],
  ['Unique-Local', ['fd00:ec2::254', 'fd20:ce::254', 'fc00::1']],
  ['Shared Address Space', ['100.64.0.1', '100.100.100.200', '100.127.255.255']],
  ['IETF Protocol Assignments', ['192.0.0.192', '2001:100::1']],
  ['This host on this network', ['0.0.0.0', '::ffff:0.0.0.0']],
  ['This network', ['0.1.2.3']],
  ['Unspecified Address', ['::']],
  ['Multicast', ['224.0.0.1', '239.255.255.250', 'ff02::1']],
  ['Reserved', ['240.0.0.1', '255.255.255.254']],
  ['Limited Broadcast', ['255.255.255.255']],
  ['Azure platform', ['168.63.129.16']],
  ['6to4', ['2002:7f00:1::', '2002:808:808::1']],
  ['TEREDO', ['2001:0:4136:e378:8000:63bf:3fff:fdd2']],
  ['IPv4-Compatible IPv6 Address', ['::127.0.0.1', '::8.8.8.8']],
  ['IPv4-Translated Address', ['::ffff:0:127.0.0.1']],
  ['Site-Local Unicast', ['fec0::1']],
  ['Reserved by IETF', ['1::1', '4000::1', '8000::1', 'fe00::1']],
] as const) {
  test(`${name} is no ordinary host of the Internet`, () => {
    for (const address of addresses) assert.equal(nameOf(address), name, address);
  });
}

test('public hosts are ordinary, up to the edges of the blocks beside them', () => {
  for (const address of [
    '1.1.1.1',
    '8.8.8.8',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '126.255.255.255',
    '128.0.0.0',
    '169.253.255.255',
    '172.15.255.255',
    '172.32.0.0',
    '223.255.255.255',
    '::ffff:8.8.8.8',
    '2606:4700:4700::1111',
    '2003::1',
    '3fff:1000::1',
  ]) {
    assert.equal(nameOf(address), undefined, address);
  }
});

test('what a more specific block says goes before what the block around it says', () => {
  assert.equal(nameOf('192.0.0.9'), undefined);
  assert.equal(nameOf('192.0.0.8'), 'IPv4 dummy address');
  assert.equal(nameOf('2001:1::1'), undefined);
  assert.equal(nameOf('2001:1::4'), 'IETF Protocol Assignments');
});

test('an address behind NAT64 is judged as the IPv4 address that it holds', () => {
  fc.assert(
    fc.property(fc.ipV4(), (text) => assert.equal(nameOf(`64:ff9b::${text}`), nameOf(text))),
  );
  assert.equal(nameOf('64:ff9b::169.254.169.254'), 'Link Local');
  assert.equal(nameOf('64:ff9b:1::8.8.8.8'), 'IPv4-IPv6 Translation');
});

test('every IPv6 address is in 2000::/3 or not ordinary', () => {
  fc.assert(
    fc.property(fc.ipV6(), (text) => {
      const address = parseAddress(text);
      if (address?.family !== 6 || address.words[0]! >>> 29 === 1) return;
      const isTranslated = text.startsWith('64:ff9b:');
      assert.ok(isTranslated || purposeOf(address) !== undefined, text);
    }),
  );
});

test('no block is listed twice, and each says where it comes from', () => {
  const blocks = specialPurposes.map(({ block }) => block);
  assert.equal(new Set(blocks).size, blocks.length);
  for (const { block, source } of specialPurposes) {
    assert.ok(parseRange(block).ok, block);
    assert.match(source, /^(RFC \d+|https:)/, block);
  }
});
