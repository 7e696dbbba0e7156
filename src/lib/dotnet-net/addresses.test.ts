import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatIpv4, parseIpv4 } from './ipv4.ts';
import { formatIpv6, parseIpv6 } from './ipv6.ts';

function ipv4(text: string): string | undefined {
  const value = parseIpv4(text);
  return value === undefined ? undefined : formatIpv4(value);
}

function ipv6(text: string): string | undefined {
  const address = parseIpv6(text);
  return address && formatIpv6(address);
}

test('IPv4 addresses are read as inet_aton reads them', () => {
  const read = {
    '1.2.3.4': '1.2.3.4',
    '1': '0.0.0.1',
    '1.2': '1.0.0.2',
    '1.2.65535': '1.2.255.255',
    '0x7f.1': '127.0.0.1',
    '010.1.1.1': '8.1.1.1',
    '4294967295': '255.255.255.255',
  };
  for (const [text, expected] of Object.entries(read)) assert.equal(ipv4(text), expected);
});

test('what is no IPv4 address is none', () => {
  const wrong = [
    '',
    '256.1.1.1',
    '1.2.3.4.5',
    '1.2.3.',
    ' 1.2.3.4',
    '4294967296',
    '08.1.1.1',
    '0x',
    '1.2.3.4/24',
  ];
  for (const text of wrong) assert.equal(ipv4(text), undefined, text);
});

test('IPv6 addresses are written with the longest run of zeros left out', () => {
  const read = {
    '2001:DB8:0:0:1:0:0:1': '2001:db8::1:0:0:1',
    '1:0:0:2:0:0:0:3': '1:0:0:2::3',
    '1:0:2:3:4:5:6:7': '1:0:2:3:4:5:6:7',
    '0::0': '::',
    '1::': '1::',
    '[::1]:80': '::1',
    'fe80::1%3': 'fe80::1%3',
    'fe80::1%eth0': 'fe80::1',
  };
  for (const [text, expected] of Object.entries(read)) assert.equal(ipv6(text), expected);
});

test('embedded IPv4 addresses are written with dots', () => {
  const same = [
    '::ffff:1.2.3.4',
    '::1.2.3.4',
    '::ffff:0:1.2.3.4',
    'fe80::5efe:1.2.3.4',
    '::ffff:0:1',
  ];
  for (const text of same) assert.equal(ipv6(text), text);
  assert.equal(ipv6('64:ff9b::1.2.3.4'), '64:ff9b::102:304');
});

test('what is no IPv6 address is none', () => {
  for (const text of ['1:2:3:4:5:6:7', '12345::', 'g::', '::1%', '::1/64', '1.2.3.4', '[::1']) {
    assert.equal(ipv6(text), undefined, text);
  }
});
