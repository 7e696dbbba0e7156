import { defineType, membersOf } from '../../declare/defineType.ts';
import {
  ArgumentException,
  ArgumentOutOfRangeException,
  FormatException,
  SocketException,
} from '../../runtime/exceptions.ts';
import { NetArray } from '../../runtime/NetArray.ts';
import { NetIpAddress } from '../../runtime/NetIpAddress.ts';
import { SystemByte } from '../System/Byte.ts';
import { addressFamily } from '../System.Net.Sockets/AddressFamily.ts';
import { bytesIn } from '../System.Security.Cryptography/bytes.ts';
import { byteOrderMembers } from './byteOrder.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    IPAddress: NetIpAddress;
  }
}

const member = membersOf<NetIpAddress>();
const maximumIpv4 = 0xffff_ffffn;

/** https://learn.microsoft.com/dotnet/api/system.net.ipaddress */
export const NetIPAddress = defineType({
  name: 'System.Net.IPAddress',
  kind: 'class',
  represents: NetIpAddress,
  behaviour: {
    text: (self: NetIpAddress) => self.toString(),
    key: (self: NetIpAddress) => self.toString(),
  },
  members: [
    member(
      'IPAddress(byte[] address)',
      (address) => created(address, 0n),
      'new System.Net.IPAddress(new byte[] { 10, 0, 0, 1 }).ToString() // "10.0.0.1"',
      'new System.Net.IPAddress(new byte[3]) // throws System.ArgumentException',
    ),
    member(
      'IPAddress(byte[] address, long scopeid)',
      (address, scope) => {
        if (address.length !== 16) throw invalidAddress();
        return created(address, scope);
      },
      'new System.Net.IPAddress(new byte[16], 3).ToString() // "::%3"',
    ),
    member(
      'IPAddress(long newAddress)',
      (value) => {
        if (value < 0n || value > maximumIpv4) throw new ArgumentOutOfRangeException('newAddress');
        const bytes = new Uint8Array(4);
        new DataView(bytes.buffer).setUint32(0, Number(value), true);
        return new NetIpAddress(bytes);
      },
      'new System.Net.IPAddress(0x0100007fL).ToString() // "127.0.0.1"',
    ),
    ...constants(),
    member(
      'long Address { get; }',
      ({ bytes, isIpv4 }) => {
        if (!isIpv4) throw unsupported();
        return BigInt(new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true));
      },
      'System.Net.IPAddress.Parse("127.0.0.1").Address // 16777343L',
    ),
    member(
      'AddressFamily AddressFamily { get; }',
      ({ isIpv4 }) => (isIpv4 ? addressFamily.InterNetwork : addressFamily.InterNetworkV6),
      'System.Net.IPAddress.Parse("::1").AddressFamily // System.Net.Sockets.AddressFamily.InterNetworkV6',
    ),
    ...questions(),
    member(
      'long ScopeId { get; set; }',
      {
        get: ({ scope, isIpv4 }) => {
          if (isIpv4) throw unsupported();
          return BigInt(scope);
        },
        set(self, value) {
          if (self.isIpv4) throw unsupported();
          if (value < 0n || value > maximumIpv4) throw new ArgumentOutOfRangeException('value');
          self.scope = Number(value);
        },
      },
      'System.Net.IPAddress.Parse("fe80::1%3").ScopeId // 3L',
    ),
    member(
      'byte[] GetAddressBytes()',
      ({ bytes }) => new NetArray(SystemByte.construct(), Uint8Array.from(bytes)),
      'string.Join(",", System.Net.IPAddress.Parse("10.1.2.3").GetAddressBytes()) // "10,1,2,3"',
    ),
    member(
      'IPAddress MapToIPv4()',
      (self) => (self.isIpv4 ? self : NetIpAddress.ofIpv4(self.ipv4)),
      'System.Net.IPAddress.Parse("::ffff:10.0.0.1").MapToIPv4().ToString() // "10.0.0.1"',
    ),
    member(
      'IPAddress MapToIPv6()',
      ({ mappedToIpv6 }) => mappedToIpv6,
      'System.Net.IPAddress.Parse("10.0.0.1").MapToIPv6().ToString() // "::ffff:10.0.0.1"',
    ),
    member(
      'static bool IsLoopback(IPAddress address)',
      ({ isLoopback }) => isLoopback,
      'System.Net.IPAddress.IsLoopback(System.Net.IPAddress.Parse("127.1.2.3")) // true',
    ),
    member(
      'static IPAddress Parse(string ipString)',
      (text) => {
        const address = NetIpAddress.parse(text);
        if (address) return address;
        throw new FormatException('An invalid IP address was specified.');
      },
      'System.Net.IPAddress.Parse("2001:DB8::0:1").ToString() // "2001:db8::1"',
      'System.Net.IPAddress.Parse("256.1.1.1") // throws System.FormatException',
    ),
    member(
      'static bool TryParse(string? ipString, out IPAddress? address)',
      (text, address) => {
        address.value = (text === null ? undefined : NetIpAddress.parse(text)) ?? null;
        return address.value !== null;
      },
      'System.Net.IPAddress.TryParse("10.0.0.1", out var address) // true',
      'System.Net.IPAddress.TryParse("x", out var none) // false',
    ),
    ...byteOrderMembers,
  ],
});

/** @throws ArgumentException, ArgumentOutOfRangeException */
function created(address: NetArray, scope: bigint): NetIpAddress {
  const bytes = bytesIn(address);
  if (bytes.length !== 4 && bytes.length !== 16) {
    throw invalidAddress();
  }
  if (scope < 0n || scope > maximumIpv4) throw new ArgumentOutOfRangeException('scopeid');
  return new NetIpAddress(Uint8Array.from(bytes), Number(scope));
}

/** For members that addresses of the other family have. */
function unsupported(): SocketException {
  return new SocketException(
    'The attempted operation is not supported for the type of object referenced.',
  );
}

function invalidAddress(): ArgumentException {
  return new ArgumentException('An invalid IP address was specified.', 'address');
}

function constants(): ReturnType<typeof member>[] {
  const values = {
    Any: '0.0.0.0',
    Broadcast: '255.255.255.255',
    IPv6Any: '::',
    IPv6Loopback: '::1',
    IPv6None: '::',
    Loopback: '127.0.0.1',
    None: '255.255.255.255',
  };
  return Object.entries(values).map(([name, text]) => ({
    signature: `static readonly IPAddress ${name}`,
    implementation: new NetIpAddress(NetIpAddress.parse(text)!.bytes, 0, true),
    examples: [`System.Net.IPAddress.${name}.ToString() // "${text}"`],
  }));
}

/** Members that ask an IPv6 address for its first bytes. */
function questions(): ReturnType<typeof member>[] {
  const isIpv6 = ({ bytes }: NetIpAddress, test: (first: number, second: number) => boolean) =>
    bytes.length === 16 && test(bytes[0]!, bytes[1]!);
  return [
    member(
      'bool IsIPv4MappedToIPv6 { get; }',
      ({ isIpv4Mapped }) => isIpv4Mapped,
      'System.Net.IPAddress.Parse("::ffff:10.0.0.1").IsIPv4MappedToIPv6 // true',
    ),
    member(
      'bool IsIPv6LinkLocal { get; }',
      (self) => isIpv6(self, (first, second) => first === 0xfe && (second & 0xc0) === 0x80),
      'System.Net.IPAddress.Parse("fe80::1").IsIPv6LinkLocal // true',
    ),
    member(
      'bool IsIPv6Multicast { get; }',
      (self) => isIpv6(self, (first) => first === 0xff),
      'System.Net.IPAddress.Parse("ff02::1").IsIPv6Multicast // true',
    ),
    member(
      'bool IsIPv6SiteLocal { get; }',
      (self) => isIpv6(self, (first, second) => first === 0xfe && (second & 0xc0) === 0xc0),
      'System.Net.IPAddress.Parse("fec0::1").IsIPv6SiteLocal // true',
    ),
    member(
      'bool IsIPv6Teredo { get; }',
      ({ bytes }) => bytes.length === 16 && bytes.subarray(0, 4).join('.') === '32.1.0.0',
      'System.Net.IPAddress.Parse("2001:0:1::1").IsIPv6Teredo // true',
    ),
    member(
      'bool IsIPv6UniqueLocal { get; }',
      (self) => isIpv6(self, (first) => (first & 0xfe) === 0xfc),
      'System.Net.IPAddress.Parse("fd00::1").IsIPv6UniqueLocal // true',
    ),
  ];
}
