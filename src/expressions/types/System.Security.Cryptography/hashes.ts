import { defineType, membersOf } from '../../declare/defineType.ts';
import {
  Hasher,
  HmacMd5,
  HmacSha1,
  HmacSha256,
  HmacSha384,
  HmacSha512,
  KeyedHasher,
  Md5,
  Sha1,
  Sha256,
  Sha384,
  Sha512,
} from '../../runtime/cryptography/Hasher.ts';
import { ArgumentOutOfRangeException } from '../../runtime/exceptions.ts';
import type { NetArray } from '../../runtime/NetArray.ts';
import { newArray } from '../../runtime/newArray.ts';
import type { TypeDefinition } from '../../typeSystem/TypeDefinition.ts';
import { bytesIn } from './bytes.ts';

const member = membersOf<Hasher>();
const keyed = membersOf<KeyedHasher>();
const none = membersOf<never>();

/** https://learn.microsoft.com/dotnet/api/system.security.cryptography.hashalgorithm */
export const HashAlgorithm: TypeDefinition = defineType({
  name: 'System.Security.Cryptography.HashAlgorithm',
  kind: 'class',
  implements: ['IDisposable'],
  represents: Hasher,
  members: [
    member(
      'int HashSize { get; }',
      (self) => self.size,
      'System.Security.Cryptography.SHA256.Create().HashSize // 256',
    ),
    member(
      'byte[]? Hash { get; }',
      (self) => self.hash && bytes(self.hash),
      'System.Security.Cryptography.SHA256.Create().Hash == null // true',
    ),
    member(
      'byte[] ComputeHash(byte[] buffer)',
      (self, buffer) => bytes(self.compute(bytesIn(buffer))),
      'BitConverter.ToString(System.Security.Cryptography.MD5.Create().ComputeHash(new byte[0])) // "D4-1D-8C-D9-8F-00-B2-04-E9-80-09-98-EC-F8-42-7E"',
    ),
    member(
      'byte[] ComputeHash(byte[] buffer, int offset, int count)',
      (self, buffer, offset, count) => {
        const all = bytesIn(buffer);
        if (offset < 0 || count < 0 || offset + count > all.length)
          throw new ArgumentOutOfRangeException('offset');
        return bytes(self.compute(all.subarray(offset, offset + count)));
      },
      'System.Security.Cryptography.SHA1.Create().ComputeHash(new byte[] { 1, 2 }, 0, 1).Length // 20',
    ),
    member(
      'void Initialize()',
      (self) => void (self.hash = null),
      '((Func<bool>)(() => { var h = System.Security.Cryptography.SHA256.Create(); h.Initialize(); return true; }))() // true',
    ),
    member(
      'void Clear()',
      (self) => void (self.hash = null),
      '((Func<bool>)(() => { var h = System.Security.Cryptography.SHA256.Create(); h.Clear(); return true; }))() // true',
    ),
    member(
      'void Dispose()',
      () => undefined,
      '((Func<bool>)(() => { using (var h = System.Security.Cryptography.SHA256.Create()) return h != null; }))() // true',
    ),
    none(
      'static HashAlgorithm? Create(string hashName)',
      (hashName) => make(hashName),
      'System.Security.Cryptography.HashAlgorithm.Create("SHA256").HashSize // 256',
    ),
  ],
});

const makers: Readonly<Record<string, () => Hasher>> = {
  MD5: () => new Md5(),
  SHA: () => new Sha1(),
  SHA1: () => new Sha1(),
  SHA256: () => new Sha256(),
  SHA384: () => new Sha384(),
  SHA512: () => new Sha512(),
};

function make(name: string): Hasher | null {
  return makers[name.replace('-', '').toUpperCase()]?.() ?? null;
}

function bytes(value: Uint8Array): NetArray {
  return newArray(HashAlgorithm.registry.named('System.Byte'), Uint8Array.from(value));
}

/** https://learn.microsoft.com/dotnet/api/system.security.cryptography.keyedhashalgorithm */
export const KeyedHashAlgorithm = defineType({
  name: 'System.Security.Cryptography.KeyedHashAlgorithm',
  kind: 'class',
  base: 'HashAlgorithm',
  represents: KeyedHasher,
  members: [
    keyed(
      'byte[] Key { get; set; }',
      {
        get: (self) => bytes(self.key),
        set: (self, key) => void (self.key = Uint8Array.from(bytesIn(key))),
      },
      'new System.Security.Cryptography.HMACSHA256(new byte[3]).Key.Length // 3',
    ),
  ],
});

/** https://learn.microsoft.com/dotnet/api/system.security.cryptography.hmac */
export const HMAC = defineType({
  name: 'System.Security.Cryptography.HMAC',
  kind: 'class',
  base: 'KeyedHashAlgorithm',
  members: [
    keyed(
      'string HashName { get; }',
      (self) => self.algorithm,
      'new System.Security.Cryptography.HMACSHA256(new byte[3]).HashName // "SHA256"',
    ),
  ],
});

interface Plain {
  readonly name: string;
  readonly Class: new () => Hasher;
}

/** SHA256 and the like: abstract in .NET, made by `Create`; `…Managed` are their concrete classes. */
function plain({ name, Class }: Plain): TypeDefinition[] {
  const create = none(
    `static ${name} Create()`,
    (() => new Class()) as never,
    `System.Security.Cryptography.${name}.Create() != null // true`,
  );
  const hashData = none(
    `static byte[] HashData(byte[] source)`,
    (source) => bytes(new Class().compute(bytesIn(source))),
    `System.Security.Cryptography.${name}.HashData(new byte[1]).Length > 15 // true`,
  );
  const abstract = defineType({
    name: `System.Security.Cryptography.${name}`,
    kind: 'class',
    base: 'HashAlgorithm',
    represents: Class,
    members: [create, hashData],
  });
  const concrete = ['Managed', 'CryptoServiceProvider'].map((suffix) =>
    defineType({
      name: `System.Security.Cryptography.${name}${suffix}`,
      kind: 'class',
      base: name,
      members: [
        none(
          `${name}${suffix}()`,
          (() => new Class()) as never,
          `new System.Security.Cryptography.${name}${suffix}() != null // true`,
        ),
      ],
    }),
  );
  return [abstract, ...concrete];
}

interface Keyed {
  readonly name: string;
  readonly Class: new (key: Uint8Array) => KeyedHasher;
  /** Bytes of a key that is made up: the block size of the hash. */
  readonly keyBytes: number;
}

function hmac({ name, Class, keyBytes }: Keyed): TypeDefinition {
  return defineType({
    name: `System.Security.Cryptography.${name}`,
    kind: 'class',
    base: 'HMAC',
    represents: Class,
    members: [
      none(
        `${name}()`,
        ((_types: unknown, { world }: { world: { randomBytes(count: number): Uint8Array } }) =>
          new Class(world.randomBytes(keyBytes))) as never,
        `new System.Security.Cryptography.${name}().Key.Length // ${keyBytes}`,
      ),
      none(
        `${name}(byte[] key)`,
        ((key: NetArray) => new Class(Uint8Array.from(bytesIn(key)))) as never,
        `new System.Security.Cryptography.${name}(new byte[1]).HashSize > 100 // true`,
      ),
    ],
  });
}

export const hashTypes: readonly TypeDefinition[] = [
  HashAlgorithm,
  KeyedHashAlgorithm,
  HMAC,
  ...[
    { name: 'MD5', Class: Md5 },
    { name: 'SHA1', Class: Sha1 },
    { name: 'SHA256', Class: Sha256 },
    { name: 'SHA384', Class: Sha384 },
    { name: 'SHA512', Class: Sha512 },
  ].flatMap(plain),
  ...[
    { name: 'HMACMD5', Class: HmacMd5, keyBytes: 64 },
    { name: 'HMACSHA1', Class: HmacSha1, keyBytes: 64 },
    { name: 'HMACSHA256', Class: HmacSha256, keyBytes: 64 },
    { name: 'HMACSHA384', Class: HmacSha384, keyBytes: 128 },
    { name: 'HMACSHA512', Class: HmacSha512, keyBytes: 128 },
  ].map(hmac),
];
