import { formatIpv4, parseIpv4 } from '../../lib/dotnet-net/ipv4.ts';
import { formatIpv6, parseIpv6 } from '../../lib/dotnet-net/ipv6.ts';
import { SocketException } from './exceptions.ts';

/** A `System.Net.IPAddress`. */
export class NetIpAddress {
  /** Four or sixteen, the most significant first. */
  readonly bytes: Uint8Array;
  /** Constants do not change. */
  readonly isReadOnly: boolean;
  #scope: number;

  constructor(bytes: Uint8Array, scope = 0, isReadOnly = false) {
    this.bytes = bytes;
    this.#scope = scope;
    this.isReadOnly = isReadOnly;
  }

  /** The zone of an IPv6 address. @throws SocketException */
  get scope(): number {
    if (this.isIpv4) throw notSupported();
    return this.#scope;
  }

  set scope(value: number) {
    if (this.isIpv4 || this.isReadOnly) throw notSupported();
    this.#scope = value;
  }

  static ofIpv4(value: number): NetIpAddress {
    return new NetIpAddress(Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value));
  }

  /** Undefined when the text is no address. */
  static parse(text: string): NetIpAddress | undefined {
    if (!text.includes(':')) {
      const value = parseIpv4(text);
      return value === undefined ? undefined : NetIpAddress.ofIpv4(value);
    }
    const address = parseIpv6(text);
    if (!address) return undefined;
    const bytes = address.groups.flatMap((group) => [group >>> 8, group & 0xff]);
    return new NetIpAddress(Uint8Array.from(bytes), address.scope);
  }

  get isIpv4(): boolean {
    return this.bytes.length === 4;
  }

  /** The last four bytes as a number. */
  get ipv4(): number {
    return new DataView(this.bytes.buffer, this.bytes.byteOffset).getUint32(this.bytes.length - 4);
  }

  get isIpv4Mapped(): boolean {
    return !this.isIpv4 && /^(?:0,){10}255,255,/.test(this.bytes.join(','));
  }

  get mappedToIpv6(): NetIpAddress {
    if (!this.isIpv4) return this;
    return new NetIpAddress(Uint8Array.of(...Array<number>(10).fill(0), 255, 255, ...this.bytes));
  }

  get isLoopback(): boolean {
    return this.isIpv4 ? this.bytes[0] === 127 : this.toString() === '::1';
  }

  toString(): string {
    if (this.isIpv4) return formatIpv4(this.ipv4);
    const groups = Array.from({ length: 8 }, (_, i) => this.#group(i));
    return formatIpv6({ groups, scope: this.scope });
  }

  #group(index: number): number {
    return (this.bytes[2 * index]! << 8) | this.bytes[2 * index + 1]!;
  }
}

/** .NET throws a SocketException, which expressions do not know. */
function notSupported(): SocketException {
  return new SocketException(
    'The attempted operation is not supported for the type of object referenced.',
  );
}
