import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { TestHosts } from '../../lib/http/testing/testHosts.ts';
import { TlsFiles } from './TlsFiles.ts';
import { TlsSettingsError } from './TlsSettingsError.ts';

const directory = mkdtempSync(join(tmpdir(), 'sallyport-tls-'));
after(() => rmSync(directory, { recursive: true }));
const path = (name: string): string => join(directory, name);
const hosts = await TestHosts.create();
const api = await hosts.host('api.example');
const wild = await hosts.host('*.wild.example');
writeFileSync(path('api.pem'), api.certificate);
writeFileSync(path('api.key'), api.key);
writeFileSync(path('wild.pem'), `${wild.certificate}${wild.key}`);
writeFileSync(path('empty.pem'), 'nothing');

function filesOf(yaml: string): TlsFiles {
  writeFileSync(path('tls.yaml'), yaml);
  return new TlsFiles({ file: path('tls.yaml') });
}

const both = `
minimumTlsVersion: 1.3
ciphers: [TLS_AES_256_GCM_SHA384, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256]
http2Enabled: false
hostnameConfigurations:
  - { hostName: api.example, certificate: api.pem, key: api.key, negotiateClientCertificate: true }
  - { hostName: '*.wild.example', certificate: wild.pem, defaultSslBinding: true }
`;

test('a file names certificates by host name, and the rest of TLS', () => {
  const files = filesOf(both);
  const tls = files.load();
  assert.equal(tls.certificate, `${wild.certificate}${wild.key}`, 'the default');
  assert.deepEqual(
    tls.hosts?.map(({ name, requestClientCertificate }) => [name, requestClientCertificate]),
    [
      ['api.example', true],
      ['*.wild.example', false],
    ],
  );
  assert.equal(tls.minVersion, 'TLSv1.3');
  assert.deepEqual(tls.ciphers, ['TLS_AES_256_GCM_SHA384', 'ECDHE-RSA-AES128-GCM-SHA256']);
  assert.equal(tls.http2, false);
  const read = ['tls.yaml', 'api.pem', 'api.key', 'wild.pem'].map(path);
  assert.deepEqual([...files.files], read);
});

test('the first host has the certificate for other names, unless one says that it has', () => {
  const { certificate } = filesOf(both.replace(', defaultSslBinding: true', '')).load();
  assert.equal(certificate, api.certificate);
});

const entry = (text: string): string => `hostnameConfigurations:\n  - { ${text} }`;
const good = 'certificate: api.pem, key: api.key';

for (const [what, yaml, message] of [
  [
    'a key of another certificate',
    entry('hostName: api.example, certificate: api.pem, key: wild.pem'),
    /'.*wild\.pem' belongs to another certificate/,
  ],
  [
    'a file that is not there',
    entry('hostName: api.example, certificate: no.pem'),
    /'.*no\.pem' cannot be read \(ENOENT\)/,
  ],
  [
    'a file without a certificate',
    entry('hostName: api.example, certificate: empty.pem'),
    /'.*empty\.pem' holds no certificate/,
  ],
  [
    'a file without a key',
    entry('hostName: api.example, certificate: api.pem'),
    /'.*api\.pem' holds no private key/,
  ],
  [
    'a host name twice',
    `${entry(`hostName: api.example, ${good}`)}\n  - { hostName: API.example, ${good} }`,
    /tls\.yaml:3:5: 'API\.example' stands twice/,
  ],
  [
    'a certificate for another name',
    entry(`hostName: other.test, ${good}`),
    /tls\.yaml:2:5: The certificate in '.*api\.pem' is not for 'other\.test'/,
  ],
  [
    'an unknown setting',
    entry(`hostname: api.example, ${good}`),
    /tls\.yaml:2:17: There is no setting 'hostname'/,
  ],
  ['a version that there is not', 'minimumTlsVersion: 1.4', /tls\.yaml:1:20: The version is none/],
  [
    'a cipher that there is not',
    'ciphers: [TLS_NONE]',
    /tls\.yaml:1:11: There is no cipher suite 'TLS_NONE'/,
  ],
  [
    'a version without ciphers',
    'minimumTlsVersion: 1.3\nciphers: [ECDHE-RSA-AES128-GCM-SHA256]',
    /tls\.yaml:2:10: None of the ciphers is for TLS 1\.3/,
  ],
  [
    'a variable that is not set',
    entry('hostName: a.test, certificate: a.pfx, passwordVariable: SALLYPORT_NONE'),
    /'SALLYPORT_NONE' is not set/,
  ],
  [
    'a host name that is none',
    entry(`hostName: 'https://a.test', ${good}`),
    /The hostName is missing or is none/,
  ],
  ['broken YAML', 'hostnameConfigurations: [', /tls\.yaml:[0-9]+:[0-9]+: /],
  ['no host', 'http2Enabled: true', /names no host/],
] as const) {
  test(`${what} is told with its place and with what to do`, () => {
    assert.throws(
      () => filesOf(yaml).load(),
      (error) =>
        error instanceof TlsSettingsError && message.test(error.message) && error.hint !== '',
    );
  });
}

test('a certificate that has expired, or is not valid yet, is told', () => {
  const source = { certificate: path('api.pem'), key: path('api.key') };
  const year = 366 * 24 * 3600 * 1000;
  const later = new TlsFiles(source, () => Date.now() + 30 * year);
  assert.throws(() => later.load(), /expired on [0-9-]+\./);
  const earlier = new TlsFiles(source, () => Date.now() - 30 * year);
  assert.throws(() => earlier.load(), /is valid from [0-9-]+ on\./);
});

test('PKCS#12 is opened by a password from a file, which no message tells', (t) => {
  if (spawnSync('openssl', ['version']).status !== 0) return t.skip('no openssl here');
  const secret = 'not for everybody';
  writeFileSync(path('password'), `${secret}\n`);
  const from = ['-in', path('api.pem'), '-inkey', path('api.key')];
  const to = ['-out', path('api.pfx'), '-passout', `file:${path('password')}`];
  execFileSync('openssl', ['pkcs12', '-export', ...from, ...to]);
  const host = 'hostName: api.example, certificate: api.pfx';
  const tls = filesOf(entry(`${host}, passwordFile: password`)).load();
  assert.equal(tls.archive?.passphrase, secret);
  writeFileSync(path('password'), `${secret}!`);
  assert.throws(
    () => filesOf(entry(`${host}, passwordFile: password`)).load(),
    (error) =>
      error instanceof TlsSettingsError &&
      /password is wrong/.test(error.message) &&
      !`${error.message}${error.hint}`.includes(secret),
  );
});
