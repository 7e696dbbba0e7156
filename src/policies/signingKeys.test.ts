import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GatewayError } from '../engine/errors.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';
import { newRsa } from '../lib/jwt/tokens.fixture.ts';
import { signingKeysOf } from './signingKeys.ts';
import type { KeyElement } from './signingKeys.ts';

const reads = { requestBody: false, responseBody: false };
const secret = Buffer.alloc(32, 7).toString('base64');
const other = Buffer.alloc(32, 8).toString('base64');
const pair = newRsa();
const pem = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();

function element({ content = '', ...rest }: Partial<Record<keyof KeyElement, string>>): KeyElement {
  return {
    id: undefined,
    certificateId: undefined,
    n: undefined,
    e: undefined,
    ...rest,
    content: Object.assign(() => content, { constant: { value: content }, reads }),
  };
}

/** A key that is an expression: it gives one text after another. */
function computed(...texts: string[]): KeyElement {
  return { ...element({}), content: Object.assign(() => texts.shift() ?? '', { reads }) };
}

/** The keys of elements, and what was reported. */
function keysOf(...elements: KeyElement[]) {
  const messages: string[] = [];
  const certificate = { id: 'idp', thumbprint: '', publicKeyPem: pem, identity: undefined };
  const keys = signingKeysOf(elements, {
    certificate: () => certificate,
    report: ({ message }) => void messages.push(message),
  });
  return { keys, messages };
}

const context = {} as PolicyContext;

test('a configured certificate gives its public key', () => {
  const { keys, messages } = keysOf(element({ certificateId: 'idp', id: 'kid' }));
  assert.ok(keys !== undefined && typeof keys !== 'function');
  const [key] = keys.current()?.keys ?? [];
  assert.deepEqual(messages, []);
  assert.equal(key?.id, 'kid');
  assert.ok(key?.key.equals(pair.publicKey));
});

test('a key has one form', () => {
  const forms = [
    element({ certificateId: 'idp', content: secret }),
    element({ certificateId: 'idp', n: 'AQAB', e: 'AQAB' }),
    element({ n: 'AQAB', e: 'AQAB', content: secret }),
    { ...computed(secret), certificateId: 'idp' },
  ];
  for (const form of forms) {
    const { keys, messages } = keysOf(form);
    assert.equal(keys, undefined);
    assert.match(messages[0] ?? '', /one of them\.$/);
  }
});

test('modulus and exponent may be written with padding or in plain Base64', () => {
  const { n = '', e = '' } = pair.publicKey.export({ format: 'jwk' });
  const { keys } = keysOf(element({ n: Buffer.from(n, 'base64url').toString('base64'), e }));
  assert.ok(keys !== undefined && typeof keys !== 'function');
  assert.ok(keys.current()?.keys[0]?.key.equals(pair.publicKey));
});

test('the keys of an expression are the same ones while it gives the same text', () => {
  const { keys } = keysOf(element({ content: other }), computed(secret, secret, other));
  assert.ok(typeof keys === 'function');
  const first = keys(context).current();
  assert.equal(first?.keys.length, 2);
  assert.equal(keys(context).current(), first);
  assert.notEqual(keys(context).current(), first);
});

test('an expression that gives no key fails, and its text is not told', () => {
  const { keys } = keysOf(computed('not-base64'));
  assert.ok(typeof keys === 'function');
  assert.throws(
    () => keys(context),
    (error: unknown) =>
      error instanceof GatewayError &&
      error.reason === 'ExpressionValueEvaluationFailure' &&
      !error.message.includes('not-base64'),
  );
});
