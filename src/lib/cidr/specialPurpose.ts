/**
 * Addresses that are not ordinary hosts of the Internet. Blocks, names and RFCs are those of the IANA
 * IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890, RFC 8190), with what those two leave to
 * other registries: multicast, what IPv6 has not allocated, and addresses at which clouds answer.
 */
import { compareAddresses } from './address.ts';
import type { IpAddress } from './address.ts';
import { parseRange } from './range.ts';
import type { AddressRange } from './range.ts';

/** A block with a purpose of its own. */
export interface SpecialPurpose {
  /** CIDR notation. */
  readonly block: string;
  readonly name: string;
  /** Where the purpose is defined. */
  readonly source: string;
  /**
   * Whether packets are forwarded beyond one administrative domain. `embedded` when the last 32 bits
   * are an IPv4 address that decides.
   */
  readonly reach: 'global' | 'local' | 'embedded';
}

/** A more specific block takes precedence over the one around it, as the registries have it. */
// prettier-ignore
export const specialPurposes: readonly SpecialPurpose[] = [
  // https://www.iana.org/assignments/iana-ipv4-special-registry
  at('0.0.0.0/8',          'This network',                          'RFC 791 §3.2'),
  at('0.0.0.0/32',         'This host on this network',             'RFC 1122 §3.2.1.3'),
  at('10.0.0.0/8',         'Private-Use',                           'RFC 1918'),
  at('100.64.0.0/10',      'Shared Address Space',                  'RFC 6598'),
  at('127.0.0.0/8',        'Loopback',                              'RFC 1122 §3.2.1.3'),
  at('169.254.0.0/16',     'Link Local',                            'RFC 3927'),
  at('172.16.0.0/12',      'Private-Use',                           'RFC 1918'),
  at('192.0.0.0/24',       'IETF Protocol Assignments',             'RFC 6890 §2.1'),
  at('192.0.0.0/29',       'IPv4 Service Continuity Prefix',        'RFC 7335'),
  at('192.0.0.8/32',       'IPv4 dummy address',                    'RFC 7600'),
  at('192.0.0.9/32',       'Port Control Protocol Anycast',         'RFC 7723', 'global'),
  at('192.0.0.10/32',      'Traversal Using Relays around NAT Anycast', 'RFC 8155', 'global'),
  at('192.0.0.170/31',     'NAT64/DNS64 Discovery',                 'RFC 8880, RFC 7050 §2.2'),
  at('192.0.2.0/24',       'Documentation (TEST-NET-1)',            'RFC 5737'),
  at('192.31.196.0/24',    'AS112-v4',                              'RFC 7535', 'global'),
  at('192.52.193.0/24',    'AMT',                                   'RFC 7450', 'global'),
  at('192.88.99.0/24',     'Deprecated (6to4 Relay Anycast)',       'RFC 7526'),
  at('192.88.99.2/32',     '6a44-relay anycast address',            'RFC 6751'),
  at('192.168.0.0/16',     'Private-Use',                           'RFC 1918'),
  at('192.175.48.0/24',    'Direct Delegation AS112 Service',       'RFC 7534', 'global'),
  at('198.18.0.0/15',      'Benchmarking',                          'RFC 2544'),
  at('198.51.100.0/24',    'Documentation (TEST-NET-2)',            'RFC 5737'),
  at('203.0.113.0/24',     'Documentation (TEST-NET-3)',            'RFC 5737'),
  at('240.0.0.0/4',        'Reserved',                              'RFC 1112 §4'),
  at('255.255.255.255/32', 'Limited Broadcast',                     'RFC 8190, RFC 919 §7'),
  // https://www.iana.org/assignments/iana-ipv6-special-registry. IPv4-mapped addresses (RFC 4291
  // §2.5.5.2) are read as their IPv4 addresses, so ::ffff:0:0/96 needs no line.
  at('::1/128',            'Loopback Address',                      'RFC 4291 §2.5.3'),
  at('::/128',             'Unspecified Address',                   'RFC 4291 §2.5.2'),
  at('64:ff9b::/96',       'IPv4-IPv6 Translation',                 'RFC 6052', 'embedded'),
  at('64:ff9b:1::/48',     'IPv4-IPv6 Translation',                 'RFC 8215'),
  at('100::/64',           'Discard-Only Address Block',            'RFC 6666'),
  at('100:0:0:1::/64',     'Dummy IPv6 Prefix',                     'RFC 9780'),
  at('2001::/23',          'IETF Protocol Assignments',             'RFC 2928'),
  at('2001::/32',          'TEREDO',                                'RFC 4380, RFC 8190'),
  at('2001:1::1/128',      'Port Control Protocol Anycast',         'RFC 7723', 'global'),
  at('2001:1::2/128',      'Traversal Using Relays around NAT Anycast', 'RFC 8155', 'global'),
  at('2001:1::3/128',      'DNS-SD Service Registration Protocol Anycast', 'RFC 9665', 'global'),
  at('2001:2::/48',        'Benchmarking',                          'RFC 5180'),
  at('2001:3::/32',        'AMT',                                   'RFC 7450', 'global'),
  at('2001:4:112::/48',    'AS112-v6',                              'RFC 7535', 'global'),
  at('2001:10::/28',       'Deprecated (previously ORCHID)',        'RFC 4843'),
  at('2001:20::/28',       'ORCHIDv2',                              'RFC 7343', 'global'),
  at('2001:30::/28',       'Drone Remote ID Protocol Entity Tags (DETs) Prefix', 'RFC 9374', 'global'),
  at('2001:db8::/32',      'Documentation',                         'RFC 3849'),
  // Holds an IPv4 address, but relays to it are gone (RFC 7526): nobody ordinary is there.
  at('2002::/16',          '6to4',                                  'RFC 3056'),
  at('2620:4f:8000::/48',  'Direct Delegation AS112 Service',       'RFC 7534', 'global'),
  at('3fff::/20',          'Documentation',                         'RFC 9637'),
  at('5f00::/16',          'Segment Routing (SRv6) SIDs',           'RFC 9602'),
  at('fc00::/7',           'Unique-Local',                          'RFC 4193, RFC 8190'),
  at('fe80::/10',          'Link-Local Unicast',                    'RFC 4291 §2.5.6'),
  // Multicast, and forms that are history.
  at('224.0.0.0/4',        'Multicast',                             'RFC 5771'),
  at('ff00::/8',           'Multicast',                             'RFC 4291 §2.7'),
  at('fec0::/10',          'Site-Local Unicast',                    'RFC 3879'),
  at('::/96',              'IPv4-Compatible IPv6 Address',          'RFC 4291 §2.5.5.1'),
  at('::ffff:0:0:0/96',    'IPv4-Translated Address',               'RFC 2765 §2.1'),
  // https://www.iana.org/assignments/ipv6-address-space: global unicast is 2000::/3 and nothing else.
  at('::/3',               'Reserved by IETF',                      'RFC 4291 §2.4'),
  at('4000::/2',           'Reserved by IETF',                      'RFC 4291 §2.4'),
  at('8000::/1',           'Reserved by IETF',                      'RFC 4291 §2.4'),
  // Looks public, but is the host of an Azure virtual machine, which tells its secrets. The metadata
  // services of other clouds are in 169.254.0.0/16, 100.64.0.0/10, 192.0.0.0/24 and fc00::/7.
  at('168.63.129.16/32',   'Azure platform',                        'https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16'),
];

function at(
  block: string,
  name: string,
  source: string,
  reach: SpecialPurpose['reach'] = 'local',
): SpecialPurpose {
  return { block, name, source, reach };
}

interface Block {
  readonly purpose: SpecialPurpose;
  readonly range: AddressRange;
}

const blocks: readonly Block[] = specialPurposes
  .map((purpose) => ({ purpose, range: rangeOf(purpose.block) }))
  .toSorted((a, b) => prefixLength(b.purpose) - prefixLength(a.purpose));

function rangeOf(block: string): AddressRange {
  const result = parseRange(block);
  if (!result.ok) throw new Error(result.problem);
  return result.range;
}

function prefixLength({ block }: SpecialPurpose): number {
  return Number(block.slice(block.indexOf('/') + 1));
}

/**
 * Why an address is no ordinary host of the Internet: the most specific block that it is in, or that
 * the IPv4 address in it is in. Undefined for an address that is globally reachable.
 */
export function purposeOf(address: IpAddress): SpecialPurpose | undefined {
  const purpose = blocks.find(({ range }) => holds(range, address))?.purpose;
  if (purpose?.reach === 'embedded') return purposeOf(lastWord(address));
  return purpose?.reach === 'global' ? undefined : purpose;
}

function holds({ from, to }: AddressRange, address: IpAddress): boolean {
  // Families are apart in this order, so that no IPv4 address is between two of IPv6.
  return compareAddresses(from, address) <= 0 && compareAddresses(address, to) <= 0;
}

/** RFC 6052 §2.2: with a prefix of 96 bits the IPv4 address stands at the end. */
function lastWord({ words }: IpAddress): IpAddress {
  return { family: 4, words: words.slice(-1) };
}
