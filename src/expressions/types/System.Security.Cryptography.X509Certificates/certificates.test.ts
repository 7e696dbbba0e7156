import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { X509Certificate } from 'node:crypto';
import { test } from 'node:test';
import {
  ecTestKey,
  ed25519TestKey,
  extension,
  makeCertificate,
  rsaTestKey,
  sequence,
} from '../../../lib/x509/certificate.fixture.ts';
import { writeDer } from '../../../lib/x509/der.ts';
import { outcomeOf } from '../../testing/outcome.ts';

const fixtures = new URL('../../../lib/x509/fixtures/', import.meta.url);
const rsa = makeCertificate({ key: rsaTestKey() });
const ec = makeCertificate({ key: ecTestKey() });
const principal = Uint8Array.from(Buffer.from('060a2b060104018237140203a0070c056140622e63', 'hex'));
const named = makeCertificate({
  key: ed25519TestKey(),
  serial: [0, 0xd0, 0x1e],
  commonName: 'ada',
  extensions: [
    extension(
      '2.5.29.17',
      false,
      sequence(
        writeDer(0x82, Buffer.from('x, email:mallory@example.com')),
        writeDer(0x81, Buffer.from('ada@example.com')),
        writeDer(0x86, Buffer.from('urn:ada')),
        writeDer(0xa0, principal),
      ),
    ),
  ],
});

/** What an expression over certificate `c` gives, without the name of its type. */
function ask(certificate: X509Certificate, expression: string): string {
  const data = certificate.raw.toString('base64');
  const outcome = outcomeOf(
    `{ var c = new X509Certificate2(Convert.FromBase64String("${data}")); return ${expression}; }`,
  );
  return outcome.replace(/^System\.(?:String|Int32|Boolean) /, '');
}

function asks(certificate: X509Certificate, rows: Readonly<Record<string, string>>): void {
  const got = Object.keys(rows).map((expression) => [expression, ask(certificate, expression)]);
  assert.deepEqual(Object.fromEntries(got), rows);
}

const upper = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').toUpperCase();

test('an RSA certificate tells its algorithms and its key', () => {
  const key = rsa.publicKey.export({ type: 'pkcs1', format: 'der' });
  asks(rsa, {
    'c.GetKeyAlgorithm()': '1.2.840.113549.1.1.1',
    'c.GetKeyAlgorithmParametersString()': '0500',
    'c.GetKeyAlgorithmParameters().Length': '2',
    'c.GetPublicKeyString()': upper(key),
    'c.GetPublicKey().Length': String(key.length),
    'c.SignatureAlgorithm.Value': '1.2.840.113549.1.1.11',
    'c.SignatureAlgorithm.FriendlyName': 'sha256RSA',
    'c.PublicKey.Oid.FriendlyName': 'RSA',
    'c.PublicKey.EncodedParameters.Format(true)': '05 00',
    'c.PublicKey.EncodedParameters.Oid.Value': '1.2.840.113549.1.1.1',
    'c.PublicKey.Key.KeySize': '1024',
    'c.PublicKey.GetRSAPublicKey().KeySize': '1024',
    'c.GetRSAPublicKey().KeySize': '1024',
  });
});

test('an EC certificate tells its curve and its point, and has no RSA key', () => {
  asks(ec, {
    'c.GetKeyAlgorithm()': '1.2.840.10045.2.1',
    'c.GetKeyAlgorithmParametersString()': '06052B81040022',
    'c.GetPublicKey()[0]': 'System.Byte 4',
    'c.GetPublicKey().Length': '97',
    'c.SignatureAlgorithm.FriendlyName': 'sha384ECDSA',
    'c.PublicKey.Oid.FriendlyName': 'ECC',
    'c.PublicKey.Key': 'throws System.NotSupportedException',
    'c.PublicKey.GetRSAPublicKey() == null': 'True',
    'c.GetRSAPublicKey() == null': 'True',
  });
});

test('an Ed25519 certificate is not said to be of RSA', () => {
  asks(named, {
    'c.GetKeyAlgorithm()': '1.3.101.112',
    'c.GetKeyAlgorithmParameters().Length': '0',
    'c.GetPublicKey().Length': '32',
    'c.SignatureAlgorithm.Value': '1.3.101.112',
    'c.SignatureAlgorithm.FriendlyName == null': 'True',
  });
});

test('a public key is exported as the certificate has it', () => {
  for (const certificate of [rsa, ec, named]) {
    assert.equal(
      ask(certificate, 'Convert.ToBase64String(c.PublicKey.ExportSubjectPublicKeyInfo())'),
      certificate.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    );
  }
});

test('the version is that of the certificate', () => {
  const old = makeCertificate({ key: ed25519TestKey(), version: 1 });
  assert.equal(ask(old, 'c.Version'), '1');
  assert.equal(ask(named, 'c.Version'), '3');
});

test('a serial number has the nought that keeps it positive, as on Windows', () => {
  asks(named, {
    'c.SerialNumber': '00D01E',
    'c.GetSerialNumberString()': '00D01E',
    'BitConverter.ToString(c.GetSerialNumber())': '1E-D0-00',
  });
});

test('names are read from the alternative names, and one cannot be hidden in another', () => {
  asks(named, {
    'c.GetNameInfo(X509NameType.SimpleName, false)': 'ada',
    'c.GetNameInfo(X509NameType.EmailName, false)': 'ada@example.com',
    'c.GetNameInfo(X509NameType.DnsName, false)': 'x, email:mallory@example.com',
    'c.GetNameInfo(X509NameType.UrlName, false)': 'urn:ada',
    'c.GetNameInfo(X509NameType.UpnName, false)': 'a@b.c',
    'c.GetNameInfo(X509NameType.UrlName, true)': '',
    'c.GetNameInfo(X509NameType.DnsName, true)': 'ada',
    'c.GetNameInfo((X509NameType)9, true)': 'throws System.ArgumentException',
  });
});

test('certificates are equal when issuer and serial number are', () => {
  const other = makeCertificate({ key: ecTestKey(), serial: [0, 0xd0, 0x1e], commonName: 'ada' });
  const same = `new X509Certificate2(Convert.FromBase64String("${other.raw.toString('base64')}"))`;
  asks(named, {
    [`c.Equals(${same})`]: 'True',
    [`((object)c).Equals(${same})`]: 'True',
    [`new[] { c, ${same} }.Distinct().Count()`]: '1',
    [`c.Thumbprint == ${same}.Thumbprint`]: 'False',
    'c.Equals((X509Certificate)null)': 'False',
    'c.Equals("c")': 'False',
  });
  assert.equal(ask(rsa, `c.Equals(${same})`), 'False');
});

test('a certificate is exported as it is, and in other formats not at all', () => {
  asks(named, {
    'Convert.ToBase64String(c.Export(X509ContentType.Cert))': named.raw.toString('base64'),
    'c.Export(X509ContentType.Pfx)': 'throws System.PlatformNotSupportedException',
    'c.ExportCertificatePem()': named.toString().trim(),
    'X509Certificate2.GetCertContentType(c.RawData)':
      'System.Security.Cryptography.X509Certificates.X509ContentType Cert',
    'BitConverter.ToString(c.GetCertHash(HashAlgorithmName.SHA256)).Replace("-", "")': upper(
      createHash('sha256').update(named.raw).digest(),
    ),
  });
});

test('the text of a certificate has the sections of .NET', () => {
  const thumbprint = upper(createHash('sha1').update(named.raw).digest());
  const plain = `[Serial Number]
  00D01E

[Not Before]
  01/01/2026 00:00:00

[Not After]
  01/01/2036 00:00:00

[Thumbprint]
  ${thumbprint}
`;
  assert.equal(ask(named, 'c.ToString()'), `[Subject]\n  CN=ada\n\n[Issuer]\n  CN=ada\n\n${plain}`);
  const verbose = ask(rsa, 'c.ToString(true)');
  assert.match(
    verbose,
    /^\[Version\]\n {2}V3\n\n\[Subject\]\n {2}CN=test\n {2}Simple Name: test\n/,
  );
  assert.match(
    verbose,
    /\n\n\[Signature Algorithm\]\n {2}sha256RSA\(1\.2\.840\.113549\.1\.1\.11\)\n/,
  );
  assert.match(
    verbose,
    /\n\n\[Public Key\]\n {2}Algorithm: RSA\n {2}Length: 1024\n {2}Key Blob: 30 81 89 [0-9a-f ]+\n {2}Parameters: 05 00\n$/,
  );
});

test('an archive is read with its password, and its key signs', () => {
  const archive = readFileSync(new URL('shrouded.p12', fixtures)).toString('base64');
  const signing = (password: string): string =>
    outcomeOf(`{
      var c = new X509Certificate2(Convert.FromBase64String("${archive}"), ${password});
      var rsa = c.GetRSAPrivateKey() as RSACng;
      var data = new byte[] { 1, 2 };
      var signature = rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
      return c.HasPrivateKey && c.GetRSAPublicKey().VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }`);
  assert.equal(signing('"fixture"'), 'System.Boolean True');
  assert.match(signing('(string)null'), /CryptographicException/);
});
