import assert from 'node:assert/strict';
import { createSecretKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { CompactEncrypt } from 'jose';
import { isJsonObject, readJson } from '../../src/lib/json/readJson.ts';
import type { JsonObject } from '../../src/lib/json/readJson.ts';
import { encode, issue } from '../../src/lib/jwt/tokens.fixture.ts';
import { pairOf, thumbprintOf } from './certificates.ts';
import type { CaseCertificates } from './certificates.ts';
import type { Case, CasePart } from './readCase.ts';

/**
 * Makes the keys and tokens that a case describes, and puts them where it names them:
 *
 *     --- key idp                       a new key pair, or a shared secret:
 *     ES256                             HS256 c2VjcmV0…
 *     --- token ada by idp              or `--- token ada unsigned`; the header, then the claims:
 *     { "alg": "ES256", "kid": "idp" }
 *     { "iss": "https://idp.test/", "exp": 1767229200 }
 *     --- encrypted sealed for mine     the header, then what is encrypted for that key:
 *     { "alg": "RSA-OAEP", "enc": "A256GCM", "cty": "JWT" }
 *     {token ada}
 *
 * A certificate of the case is a key under its name. `{token ada}` stands for the token,
 * `{jwks idp}` for a key set with the public key under that id, `{modulus idp}` and `{exponent idp}`
 * for the parts of an RSA key, `{thumbprint mine}` for that of a certificate.
 */
export async function withTokens(
  { reference, parts }: Case,
  certificates: CaseCertificates,
): Promise<Case> {
  const keys = new Map<string, Key>(certificates);
  for (const [name, part] of named('key', parts)) keys.set(name, keyOf(name, part));
  const tokens = new Map(named('token', parts).map(([name, part]) => [name, tokenOf(part, keys)]));
  const standIns: Readonly<Record<string, (name: string) => string>> = {
    token: (name) => found(tokens, name),
    thumbprint: (name) => thumbprintOf(found(certificates, name)),
    jwks: (name) => publicPart('jwks', name, found(keys, name)),
    modulus: (name) => publicPart('modulus', name, found(keys, name)),
    exponent: (name) => publicPart('exponent', name, found(keys, name)),
  };
  const fill = (text: string): string =>
    text.replaceAll(
      /\{(token|jwks|modulus|exponent|thumbprint) ([\w-]+)\}/g,
      (hole, what: string, name: string) => standIns[what]?.(name) ?? hole,
    );
  for (const [name, part] of named('encrypted', parts))
    tokens.set(name, await encrypted({ ...part, text: fill(part.text) }, keys));
  const rest = parts.filter(({ title }) => !/^(key|token|encrypted|certificate) /.test(title));
  return { reference, parts: rest.map((part) => ({ ...part, text: fill(part.text) })) };
}

/** A secret, or a pair whose private half may be missing. */
type Key =
  | KeyObject
  | { readonly publicKey: KeyObject; readonly privateKey?: KeyObject | undefined };

function keyOf(name: string, { text }: CasePart): Key {
  const [algorithm = '', secret] = text.trim().split(' ');
  return secret === undefined ? pairOf(algorithm, name) : createSecretKey(secret, 'base64');
}

async function encrypted(
  { title, text, line }: CasePart,
  keys: ReadonlyMap<string, Key>,
): Promise<string> {
  const end = text.indexOf('\n');
  const { alg, enc, ...header } = objectIn(text.slice(0, end), line);
  assert.ok(typeof alg === 'string' && typeof enc === 'string', `line ${line}: no alg or no enc`);
  const key = found(keys, / for (\S+)$/.exec(title)?.[1] ?? '');
  return new CompactEncrypt(Buffer.from(text.slice(end + 1)))
    .setProtectedHeader({ alg, enc, ...header })
    .encrypt('publicKey' in key ? key.publicKey : key);
}

function tokenOf({ title, text, line }: CasePart, keys: ReadonlyMap<string, Key>): string {
  const end = text.indexOf('\n');
  const header = objectIn(text.slice(0, end), line);
  const claims = objectIn(text.slice(end), line);
  const by = / by (\S+)$/.exec(title)?.[1];
  if (by === undefined) return `${encode(header)}.${encode(claims)}.`;
  const key = found(keys, by);
  const { alg } = header;
  assert.ok(typeof alg === 'string', `line ${line}: the token names no algorithm`);
  const signing = 'publicKey' in key ? key.privateKey : key;
  assert.ok(signing, `line ${line}: '${by}' has no private key`);
  return issue({ ...header, alg }, claims, signing);
}

function publicPart(what: string, name: string, key: Key): string {
  assert.ok('publicKey' in key, `${name} is a secret`);
  const jwk = key.publicKey.export({ format: 'jwk' });
  if (what === 'modulus') return jwk.n ?? '';
  return what === 'exponent' ? (jwk.e ?? '') : JSON.stringify({ keys: [{ ...jwk, kid: name }] });
}

function objectIn(text: string, line: number): JsonObject {
  const read = readJson(text, { maxDepth: 16 });
  assert.ok(read.ok && isJsonObject(read.value), `line ${line}: a token is two JSON objects`);
  return read.value;
}

function named(kind: string, parts: readonly CasePart[]): [name: string, part: CasePart][] {
  return parts.flatMap((part): [string, CasePart][] => {
    const [word, name] = part.title.split(' ');
    return word === kind && name !== undefined ? [[name, part]] : [];
  });
}

function found<T>(values: ReadonlyMap<string, T>, name: string): T {
  const value = values.get(name);
  assert.ok(value !== undefined, `the case describes no '${name}'`);
  return value;
}
