import assert from 'node:assert/strict';
import { createCipheriv, createPrivateKey, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import test from 'node:test';
import fc from '../testing/properties.ts';
import { compactDecrypt, CompactEncrypt } from 'jose';
import { contentEncryptions } from './contentEncryption.ts';
import { DecryptionKeys, privateDecryptionKey, secretDecryptionKey } from './DecryptionKey.ts';
import type { DecryptionKey } from './DecryptionKey.ts';
import { decryptJwe } from './jwe.ts';
import { keyManagements } from './keyManagement.ts';
import { parseToken } from './parse.ts';
import { encode, newEc, newRsa, problemOf, usable } from './tokens.fixture.ts';

const rsa = newRsa();
const rsaKey = usable(privateDecryptionKey(rsa.privateKey));
const secrets = new Map([16, 24, 32, 48, 64].map((bytes) => [bytes, randomBytes(bytes)]));
const text = 'Live long and prosper.';

function secretOf(bytes: number): Buffer {
  return secrets.get(bytes)!;
}

/** Encrypts with the other implementation. */
function seal(header: { alg: string; enc: string }, key: KeyObject | Uint8Array): Promise<string> {
  return new CompactEncrypt(Buffer.from(text)).setProtectedHeader(header).encrypt(key);
}

/** What is in a token, or why that is not told. */
function open(token: string, ...keys: DecryptionKey[]): string {
  const parsed = parseToken(token);
  assert.ok(parsed.kind === 'jwe', 'it is no encrypted token');
  const result = decryptJwe(parsed, new DecryptionKeys(keys));
  return result.ok ? result.plaintext.toString() : result.message;
}

const failed = 'IDX10603: Decryption failed.';

test('RFC 7516 A.1: RSA-OAEP and A256GCM', () => {
  const key = createPrivateKey({
    format: 'jwk',
    key: {
      kty: 'RSA',
      n: 'oahUIoWw0K0usKNuOR6H4wkf4oBUXHTxRvgb48E-BVvxkeDNjbC4he8rUWcJoZmds2h7M70imEVhRU5djINXtqllXI4DFqcI1DgjT9LewND8MW2Krf3Spsk_ZkoFnilakGygTwpZ3uesH-PFABNIUYpOiN15dsQRkgr0vEhxN92i2asbOenSZeyaxziK72UwxrrKoExv6kc5twXTq4h-QChLOln0_mtUZwfsRaMStPs6mS6XrgxnxbWhojf663tuEQueGC-FCMfra36C9knDFGzKsNa7LZK2djYgyD3JR_MB_4NUJW_TqOQtwHYbxevoJArm-L5StowjzGy-_bq6Gw',
      e: 'AQAB',
      d: 'kLdtIj6GbDks_ApCSTYQtelcNttlKiOyPzMrXHeI-yk1F7-kpDxY4-WY5NWV5KntaEeXS1j82E375xxhWMHXyvjYecPT9fpwR_M9gV8n9Hrh2anTpTD93Dt62ypW3yDsJzBnTnrYu1iwWRgBKrEYY46qAZIrA2xAwnm2X7uGR1hghkqDp0Vqj3kbSCz1XyfCs6_LehBwtxHIyh8Ripy40p24moOAbgxVw3rxT_vlt3UVe4WO3JkJOzlpUf-KTVI2Ptgm-dARxTEtE-id-4OJr0h-K-VFs3VSndVTIznSxfyrj8ILL6MG_Uv8YAu7VILSB3lOW085-4qE3DzgrTjgyQ',
      p: '1r52Xk46c-LsfB5P442p7atdPUrxQSy4mti_tZI3Mgf2EuFVbUoDBvaRQ-SWxkbkmoEzL7JXroSBjSrK3YIQgYdMgyAEPTPjXv_hI2_1eTSPVZfzL0lffNn03IXqWF5MDFuoUYE0hzb2vhrlN_rKrbfDIwUbTrjjgieRbwC6Cl0',
      q: 'wLb35x7hmQWZsWJmB_vle87ihgZ19S8lBEROLIsZG4ayZVe9Hi9gDVCOBmUDdaDYVTSNx_8Fyw1YYa9XGrGnDew00J28cRUoeBB_jKI1oma0Orv1T9aXIWxKwd4gvxFImOWr3QRL9KEBRzk2RatUBnmDZJTIAfwTs0g68UZHvtc',
      dp: 'ZK-YwE7diUh0qR1tR7w8WHtolDx3MZ_OTowiFvgfeQ3SiresXjm9gZ5KLhMXvo-uz-KUJWDxS5pFQ_M0evdo1dKiRTjVw_x4NyqyXPM5nULPkcpU827rnpZzAJKpdhWAgqrXGKAECQH0Xt4taznjnd_zVpAmZZq60WPMBMfKcuE',
      dq: 'Dq0gfgJ1DdFGXiLvQEZnuKEN0UUmsJBxkjydc3j4ZYdBiMRAy86x0vHCjywcMlYYg4yoC4YZa9hNVcsjqA3FeiL19rk8g6Qn29Tt0cj8qqyFpz9vNDBUfCAiJVeESOjJDZPYHdHY8v1b-o-Z2X5tvLx-TCekf7oxyeKDUqKWjis',
      qi: 'VIMpMYbPf47dT1w_zDUXfPimsSegnMOA1zTaX7aGk_8urY6R8-ZW1FxU7AlWAyLWybqq6t16VFd7hQd0y6flUK4SlOydB61gwanOsXGOAOv82cHq0E3eL4HrtZkUuKvnPrMnsUUFlfUdybVzxyjz9JF_XyaY14ardLSjf4L_FNY',
    },
  });
  const token =
    'eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.OKOawDo13gRp2ojaHV7LFpZcgV7T6DVZKTyKOMTYUmKoTCVJRgckCL9kiMT03JGeipsEdY3mx_etLbbWSrFr05kLzcSr4qKAq7YN7e9jwQRb23nfa6c9d-StnImGyFDbSv04uVuxIp5Zms1gNxKKK2Da14B8S4rzVRltdYwam_lDp5XnZAYpQdb76FdIKLaVmqgfwX7XWRxv2322i-vDxRfqNzo_tETKzpVLzfiwQyeyPGLBIO56YJ7eObdv0je81860ppamavo35UgoRdbYaBcoh9QcfylQr66oc6vFWXRcZ_ZT2LawVCWTIy3brGPi6UklfCpIMfIjf7iGdXKHzg.48V1_ALb6US04U3b.5eym8TW_c8SuK0ltJ3rpYIzOeDQz7TALvtu6UG9oMo4vpzs9tX_EFShS8iB7j6jiSdiwkIr3ajwQzaBtQD_A.XFBoMYUZodetZdvTiFvSkQ';
  assert.equal(
    open(token, usable(privateDecryptionKey(key))),
    'The true sign of intelligence is not knowledge but imagination.',
  );
});

test('RFC 7516 A.3: A128KW and A128CBC-HS256', () => {
  const token =
    'eyJhbGciOiJBMTI4S1ciLCJlbmMiOiJBMTI4Q0JDLUhTMjU2In0.6KB707dM9YTIgHtLvtgWQ8mKwboJW3of9locizkDTHzBC2IlrT1oOQ.AxY8DCtDaGlsbGljb3RoZQ.KDlTtXchhZTGufMYmOYGS4HffxPSUrfmqCHXaI9wOGY.U0m_YmjN04DJvceFICbCVQ';
  const key = Buffer.from('GawgguFyGrWKav7AX4VKUg', 'base64url');
  assert.equal(open(token, usable(secretDecryptionKey(key))), text);
});

for (const { name: alg, keyType, keyBytes } of keyManagements.values()) {
  test(`what jose encrypts with ${alg} is decrypted, with every content encryption`, async () => {
    for (const { name: enc, keyBytes: contentBytes } of contentEncryptions.values()) {
      const secret = secretOf(keyBytes ?? contentBytes);
      const isRsa = keyType === 'RSA';
      const token = await seal({ alg, enc }, isRsa ? rsa.publicKey : secret);
      const key = isRsa ? rsaKey : usable(secretDecryptionKey(secret));
      assert.equal(open(token, key), text, enc);
      const other = usable(secretDecryptionKey(randomBytes(secret.length)));
      assert.equal(open(token, other), failed, enc);
    }
  });
}

test('what is damaged on the way is refused, in one way whatever it was', async () => {
  const aes = usable(secretDecryptionKey(secretOf(32)));
  const tokens = await Promise.all([
    seal({ alg: 'RSA-OAEP-256', enc: 'A128CBC-HS256' }, rsa.publicKey),
    seal({ alg: 'A256KW', enc: 'A256GCM' }, secretOf(32)),
    seal({ alg: 'A256GCMKW', enc: 'A128CBC-HS256' }, secretOf(32)),
    seal({ alg: 'dir', enc: 'A256GCM' }, secretOf(32)),
  ]);
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.split('');
  const place = fc.record({
    token: fc.constantFrom(...tokens),
    part: fc.integer({ min: 1, max: 4 }),
  });
  fc.assert(
    fc.property(place, fc.nat(), fc.constantFrom(...letters), ({ token, part }, at, letter) => {
      const parts = token.split('.');
      const old = parts[part]!;
      // The last letter of a part may hold bits that no other spelling is allowed for.
      const index = at % Math.max(1, old.length - 1);
      parts[part] = old.slice(0, index) + letter + old.slice(index + 1);
      const damaged = parts.join('.');
      if (damaged === token || parseToken(damaged).kind === 'malformed') return;
      assert.equal(open(damaged, rsaKey, aes), failed);
    }),
    { numRuns: 200 },
  );
});

test('RFC 7516 §11.5: a wrong encrypted key looks like a wrong tag', async () => {
  const token = await seal({ alg: 'RSA-OAEP', enc: 'A128CBC-HS256' }, rsa.publicKey);
  const [header, , ...rest] = token.split('.');
  const withKey = (bytes: Buffer): string =>
    [header, bytes.toString('base64url'), ...rest].join('.');
  const [, otherKey = ''] = (
    await seal({ alg: 'RSA-OAEP', enc: 'A256CBC-HS512' }, rsa.publicKey)
  ).split('.');
  for (const encryptedKey of [
    randomBytes(256).fill(0, 0, 1),
    Buffer.alloc(0),
    randomBytes(255),
    randomBytes(300),
    Buffer.from(otherKey, 'base64url'),
  ]) {
    assert.equal(open(withKey(encryptedKey), rsaKey), failed);
  }
});

test('RFC 7518 §4.5: with dir no encrypted key stands in the token', async () => {
  const token = await seal({ alg: 'dir', enc: 'A128GCM' }, secretOf(16));
  const key = usable(secretDecryptionKey(secretOf(16)));
  assert.equal(open(token, key), text);
  assert.equal(open(token.replace('..', '.AQ.'), key), failed);
});

test('RFC 7518 §4.7: AES-GCM key wrap needs its iv and tag in the header', async () => {
  const token = await seal({ alg: 'A128GCMKW', enc: 'A128GCM' }, secretOf(16));
  const key = usable(secretDecryptionKey(secretOf(16)));
  const parsed = parseToken(token);
  assert.ok(parsed.kind === 'jwe');
  for (const damage of [{ iv: 1 }, { iv: '' }, { tag: null }, { tag: 'AQ' }, { iv: '!' }]) {
    const header = encode({ ...parsed.header, ...damage });
    assert.equal(open(token.replace(/^[^.]+/, header), key), failed);
  }
});

test('JB-1: only algorithms of the table are taken, and only in their own spelling', () => {
  for (const [alg, enc] of [
    ['RSA1_5', 'A128CBC-HS256'],
    ['RSA-OAEP-512', 'A128GCM'],
    ['rsa-oaep', 'A128GCM'],
    ['RSA-OAEP', 'a128gcm'],
    ['RSA-OAEP', 'A128CBC'],
    ['ECDH-ES', 'A128GCM'],
    ['none', 'none'],
    ['', ''],
    ['__proto__', 'constructor'],
  ] as const) {
    assert.match(open(`${encode({ alg, enc })}.AQ.AQ.AQ.AQ`, rsaKey), /^IDX10619/, alg);
  }
  assert.match(open(`${encode({ alg: 1, enc: 'A128GCM' })}.AQ.AQ.AQ.AQ`, rsaKey), /^IDX12709/);
  assert.match(open(`${encode({ alg: 'dir' })}.AQ.AQ.AQ.AQ`, rsaKey), /^IDX12709/);
});

test('JB-2: a key is never used with an algorithm of another kind or size', async () => {
  const keys = [16, 24, 32, 48, 64].map((bytes) => usable(secretDecryptionKey(secretOf(bytes))));
  const [aes128, aes192, aes256, hs384, hs512] = keys.map((key) => [...key.algorithms]);
  assert.deepEqual(aes128, ['dir', 'A128KW', 'A128GCMKW']);
  assert.deepEqual(aes192, ['dir', 'A192KW', 'A192GCMKW']);
  assert.deepEqual(aes256, ['dir', 'A256KW', 'A256GCMKW']);
  assert.deepEqual([hs384, hs512], [['dir'], ['dir']]);
  assert.deepEqual([...rsaKey.algorithms], ['RSA-OAEP', 'RSA-OAEP-256']);
  const token = await seal({ alg: 'dir', enc: 'A256GCM' }, secretOf(32));
  const asOther = token.replace(/^[^.]+/, encode({ alg: 'dir', enc: 'A128CBC-HS256' }));
  assert.equal(open(asOther, ...keys), failed);
});

test('JB-5: RSA keys shorter than 2048 bits, public keys and keys of other types decrypt nothing', () => {
  assert.match(problemOf(privateDecryptionKey(newRsa(1024).privateKey)), /shorter than 2048/);
  assert.match(problemOf(privateDecryptionKey(rsa.publicKey)), /no private key/);
  assert.match(problemOf(privateDecryptionKey(newEc('P-256').privateKey)), /Only RSA/);
  assert.match(problemOf(secretDecryptionKey(randomBytes(15))), /It has 120 bits/);
  assert.match(problemOf(secretDecryptionKey(Buffer.alloc(0))), /It has 0 bits/);
});

test('JB-7: compressed content is refused before it is decrypted', async () => {
  const header = { alg: 'dir', enc: 'A128GCM', zip: 'DEF' };
  const key = usable(secretDecryptionKey(secretOf(16)));
  assert.match(open(`${encode(header)}..AQ.AQ.AQ`, key), /Compressed content is not allowed/);
  assert.match(open(`${encode({ ...header, zip: null })}..AQ.AQ.AQ`, key), /Compressed/);
});

test('JB-13: critical parameters are refused', () => {
  for (const crit of [['exp'], ['b64'], [], null, 'x', ['__proto__']]) {
    const token = `${encode({ alg: 'dir', enc: 'A128GCM', crit })}..AQ.AQ.AQ`;
    assert.match(open(token, rsaKey), /^IDX12709: .* crit/i);
  }
});

test('JB-14: PBES2 is refused at once, however much work p2c asks for', () => {
  for (const alg of ['PBES2-HS256+A128KW', 'PBES2-HS512+A256KW']) {
    const header = { alg, enc: 'A128GCM', p2s: 'AAAAAAAAAAA', p2c: 2 ** 31 };
    const token = `${encode(header)}.AQ.AQ.AQ.AQ`;
    assert.match(open(token, usable(secretDecryptionKey(secretOf(16)))), /^IDX10619/);
  }
});

test('JB-10: kid and x5t are compared and nothing else; jku, x5u, jwk and x5c are not read', async () => {
  const mine = usable(privateDecryptionKey(rsa.privateKey, { ids: ['a', '../b'], x5t: 'x' }));
  const other = usable(privateDecryptionKey(newRsa().privateKey, { ids: ['c'] }));
  const sealed = (more: object): Promise<string> =>
    seal({ alg: 'RSA-OAEP', enc: 'A128GCM', ...more }, rsa.publicKey);
  for (const more of [
    { kid: '../b' },
    { x5t: 'x' },
    { kid: 'nobody', jku: 'https://evil.example/', x5u: 'https://evil.example/' },
    {},
  ]) {
    assert.equal(open(await sealed(more), other, mine), text);
  }
  assert.equal(open(await sealed({ kid: 'c' }), other, mine), failed);
  const token = `${encode({ alg: 'RSA-OAEP', enc: 'A128GCM', kid: 7 })}.AQ.AQ.AQ.AQ`;
  assert.match(open(token, mine), /^IDX12709/);
});

test('headers that jose refuses are refused', async () => {
  const values = fc.constantFrom<unknown>(
    'x',
    'none',
    'DEF',
    ['exp'],
    ['zip'],
    [],
    null,
    false,
    1,
    {},
  );
  const names = fc.constantFrom(
    'alg',
    'enc',
    'zip',
    'crit',
    'kid',
    'cty',
    'typ',
    'p2c',
    'iv',
    'b64',
  );
  const secret = secretOf(16);
  const key = usable(secretDecryptionKey(secret));
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(fc.dictionary(names, values, { maxKeys: 3 }), async (more) => {
      const header = encode({ alg: 'dir', enc: 'A128GCM', ...more });
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-128-gcm', secret, iv).setAAD(Buffer.from(header));
      const ciphertext = Buffer.concat([cipher.update(text), cipher.final()]);
      const token = [header, '', ...[iv, ciphertext, cipher.getAuthTag()].map(base64url)].join('.');
      if (open(token, key) !== text) return;
      accepted++;
      const { plaintext } = await compactDecrypt(token, secret);
      assert.equal(Buffer.from(plaintext).toString(), text);
    }),
    { numRuns: 200 },
  );
  assert.ok(accepted > 20, 'too few headers were good to say anything');
});

function base64url(bytes: Buffer): string {
  return bytes.toString('base64url');
}

test('no refusal repeats key material or content', async () => {
  const token = await seal({ alg: 'A128KW', enc: 'A128GCM' }, secretOf(16));
  const parsed = parseToken(token.slice(0, -2) + 'AA');
  assert.ok(parsed.kind === 'jwe');
  const keys = new DecryptionKeys([usable(secretDecryptionKey(secretOf(16)))]);
  const refusal = decryptJwe(parsed, keys);
  assert.deepEqual(refusal, {
    ok: false,
    reason: 'JwtInvalid',
    message: failed,
    detail: 'Keys tried: 1.',
  });
});
