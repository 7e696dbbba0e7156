import assert from 'node:assert/strict';
import { createSecretKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { isJsonObject, readJson } from '../../src/lib/json/readJson.ts';
import type { JsonObject } from '../../src/lib/json/readJson.ts';
import { encode, issue, newEc, newRsa } from '../../src/lib/jwt/tokens.fixture.ts';
import type { KeyPair } from '../../src/lib/jwt/tokens.fixture.ts';
import type { Case, CasePart } from './readCase.ts';

/**
 * Makes the keys and tokens that a case describes, and puts them where it names them:
 *
 *     --- key idp                       a new key pair, or a shared secret:
 *     ES256                             HS256 c2VjcmV0…
 *     --- token ada by idp              or `--- token ada unsigned`; the header, then the claims:
 *     { "alg": "ES256", "kid": "idp" }
 *     { "iss": "https://idp.test/", "exp": 1767229200 }
 *
 * `{token ada}` stands for the token, `{jwks idp}` for a key set with the public key under that id,
 * `{modulus idp}` and `{exponent idp}` for the parts of an RSA key.
 */
export function withTokens({ reference, parts }: Case): Case {
  const keys = new Map(named('key', parts).map(([name, part]) => [name, keyOf(name, part)]));
  const tokens = new Map(named('token', parts).map(([name, part]) => [name, tokenOf(part, keys)]));
  const fill = (text: string): string =>
    text.replaceAll(
      /\{(token|jwks|modulus|exponent) ([\w-]+)\}/g,
      (_, what: string, name: string) =>
        what === 'token' ? found(tokens, name) : publicPart(what, name, found(keys, name)),
    );
  const rest = parts.filter(({ title }) => !/^(key|token) /.test(title));
  return { reference, parts: rest.map((part) => ({ ...part, text: fill(part.text) })) };
}

type Key = KeyPair | KeyObject;

/** Making an RSA key takes long, so cases share theirs by name. */
const pairs = new Map<string, KeyPair>();

function keyOf(name: string, { text, line }: CasePart): Key {
  const [algorithm = '', secret] = text.trim().split(' ');
  if (secret !== undefined) return createSecretKey(secret, 'base64');
  assert.match(algorithm, /^(ES256|RS256)$/, `line ${line}: no key of '${algorithm}'`);
  const id = `${algorithm} ${name}`;
  let pair = pairs.get(id);
  if (!pair) pairs.set(id, (pair = algorithm === 'RS256' ? newRsa() : newEc('prime256v1')));
  return pair;
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
  return issue({ ...header, alg }, claims, 'privateKey' in key ? key.privateKey : key);
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
