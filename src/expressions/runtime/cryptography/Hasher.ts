import { createHash, createHmac } from 'node:crypto';

/** Names of node:crypto by .NET's names of algorithms. */
export const digestNames: Readonly<Record<string, string>> = {
  MD5: 'md5',
  SHA1: 'sha1',
  SHA256: 'sha256',
  SHA384: 'sha384',
  SHA512: 'sha512',
};

const sizes: Readonly<Record<string, number>> = {
  MD5: 128,
  SHA1: 160,
  SHA256: 256,
  SHA384: 384,
  SHA512: 512,
};

/** A value of a `HashAlgorithm`: computes the hash of some bytes. */
export class Hasher {
  /** Such as `SHA256`. */
  readonly algorithm: string;
  /** The last hash; null before the first. */
  hash: Uint8Array | null = null;

  constructor(algorithm: string) {
    this.algorithm = algorithm;
  }

  /** Bits of a hash. */
  get size(): number {
    return sizes[this.algorithm] ?? 0;
  }

  compute(bytes: Uint8Array): Uint8Array {
    return (this.hash = this.digest(bytes));
  }

  protected digest(bytes: Uint8Array): Uint8Array {
    return createHash(digestNames[this.algorithm]!).update(bytes).digest();
  }
}

/** One class for each algorithm, so that values tell their .NET type. */
export class Md5 extends Hasher {
  constructor() {
    super('MD5');
  }
}
export class Sha1 extends Hasher {
  constructor() {
    super('SHA1');
  }
}
export class Sha256 extends Hasher {
  constructor() {
    super('SHA256');
  }
}
export class Sha384 extends Hasher {
  constructor() {
    super('SHA384');
  }
}
export class Sha512 extends Hasher {
  constructor() {
    super('SHA512');
  }
}

/** A value of a `KeyedHashAlgorithm`: HMAC (RFC 2104). */
export class KeyedHasher extends Hasher {
  key: Uint8Array;

  constructor(algorithm: string, key: Uint8Array) {
    super(algorithm);
    this.key = key;
  }

  protected override digest(bytes: Uint8Array): Uint8Array {
    return createHmac(digestNames[this.algorithm]!, this.key).update(bytes).digest();
  }
}

export class HmacMd5 extends KeyedHasher {
  constructor(key: Uint8Array) {
    super('MD5', key);
  }
}
export class HmacSha1 extends KeyedHasher {
  constructor(key: Uint8Array) {
    super('SHA1', key);
  }
}
export class HmacSha256 extends KeyedHasher {
  constructor(key: Uint8Array) {
    super('SHA256', key);
  }
}
export class HmacSha384 extends KeyedHasher {
  constructor(key: Uint8Array) {
    super('SHA384', key);
  }
}
export class HmacSha512 extends KeyedHasher {
  constructor(key: Uint8Array) {
    super('SHA512', key);
  }
}
