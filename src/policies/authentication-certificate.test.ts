import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConfiguredCertificate } from '../engine/declaration/BuildContext.ts';
import type { Value } from '../engine/declaration/Value.ts';
import { GatewayError } from '../engine/errors.ts';
import { identityFrom } from './authentication-certificate.ts';

const reads = { requestBody: false, responseBody: false };
const context = {} as Parameters<ReturnType<typeof identityFrom>>[0];

function literal(value: string): Value<string> {
  return Object.assign(() => value, { constant: { value }, reads });
}

function computed(value: string): Value<string> {
  return Object.assign(() => value, { reads });
}

/** Knows the certificate `orders` with a key and `public` without one. */
function build() {
  const certificates: readonly ConfiguredCertificate[] = [
    { id: 'orders', thumbprint: 'AA', publicKeyPem: '', identity: { certificate: 'c', key: 'k' } },
    { id: 'public', thumbprint: 'BB', publicKeyPem: '', identity: undefined },
  ];
  const messages: string[] = [];
  const findCertificate = (by: { id: string } | { thumbprint: string }) =>
    certificates.find((each) =>
      'id' in by ? each.id === by.id : each.thumbprint === by.thumbprint,
    );
  return {
    messages,
    findCertificate,
    certificate: (by: { id: string } | { thumbprint: string }) => findCertificate(by)!,
    report: ({ message }: { message: string }) => void messages.push(message),
  };
}

function element(names: { thumbprint?: Value<string>; certificateId?: Value<string> }) {
  return {
    thumbprint: names.thumbprint,
    certificateId: names.certificateId,
    body: undefined,
    password: undefined,
  };
}

test('a certificate is found by its id or its thumbprint, known beforehand or not', () => {
  const identity = { certificate: 'c', key: 'k' };
  for (const by of [literal, computed]) {
    const byId = identityFrom(element({ certificateId: by('orders') }), build());
    assert.deepEqual(byId(context), identity);
    const byThumbprint = identityFrom(element({ thumbprint: by('AA') }), build());
    assert.deepEqual(byThumbprint(context), identity);
  }
});

test('a certificate that came without its key is no identity', () => {
  const here = build();
  identityFrom(element({ certificateId: literal('public') }), here);
  assert.deepEqual(here.messages, ["The certificate 'public' came without its key."]);
  for (const name of ['public', 'unknown']) {
    const identityOf = identityFrom(element({ certificateId: computed(name) }), build());
    assert.throws(() => identityOf(context), GatewayError);
  }
});

test('one way of naming the certificate is needed, and no more', () => {
  for (const names of [{}, { thumbprint: literal('AA'), certificateId: literal('orders') }]) {
    const here = build();
    identityFrom(element(names), here);
    assert.match(here.messages[0] ?? '', /exactly one way/);
  }
});
