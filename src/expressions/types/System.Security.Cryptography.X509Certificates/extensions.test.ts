import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ed25519TestKey,
  extension,
  makeCertificate,
} from '../../../lib/x509/certificate.fixture.ts';
import {
  writeBasicConstraints,
  writeExtendedKeyUsage,
  writeKeyIdentifier,
  writeKeyUsage,
} from '../../../lib/x509/extensionValues.ts';
import { outcomeOf } from '../../testing/outcome.ts';
import { holds } from '../../testing/table.ts';

const purposes = writeExtendedKeyUsage(['1.3.6.1.5.5.7.3.1', '1.2.3.4']) ?? new Uint8Array();
const certificate = makeCertificate({
  key: ed25519TestKey(),
  extensions: [
    extension('2.5.29.19', true, writeBasicConstraints({ isAuthority: true, pathLength: 3 })),
    extension('2.5.29.15', true, writeKeyUsage(0x80a0)),
    extension('2.5.29.37', false, purposes),
    extension('2.5.29.14', false, writeKeyIdentifier(Uint8Array.of(1, 2, 0xff))),
    extension('1.3.6.1.4.1.311.21.10', false, Uint8Array.of(5, 0)),
  ],
});

/** What an expression over the certificate `c` gives. */
function ask(expression: string): string {
  const data = certificate.raw.toString('base64');
  return outcomeOf(
    `{ var c = new X509Certificate2(Convert.FromBase64String("${data}")); return ${expression}; }`,
  );
}

const rows: Readonly<Record<string, string>> = {
  'c.Extensions.Count': 'System.Int32 5',
  'string.Join(" ", c.Extensions.Cast<X509Extension>().Select(e => e.Oid.Value + e.Critical))':
    'System.String 2.5.29.19True 2.5.29.15True 2.5.29.37False 2.5.29.14False 1.3.6.1.4.1.311.21.10False',
  'c.Extensions.OfType<X509BasicConstraintsExtension>().Single().PathLengthConstraint':
    'System.Int32 3',
  '((X509BasicConstraintsExtension)c.Extensions["2.5.29.19"]).CertificateAuthority':
    'System.Boolean True',
  '(c.Extensions["Key Usage"] as X509KeyUsageExtension).KeyUsages':
    'System.Security.Cryptography.X509Certificates.X509KeyUsageFlags KeyEncipherment, DigitalSignature, DecipherOnly',
  'c.Extensions.OfType<X509EnhancedKeyUsageExtension>().SelectMany(e => e.EnhancedKeyUsages.Cast<Oid>()).Any(o => o.Value == "1.3.6.1.5.5.7.3.1")':
    'System.Boolean True',
  '((X509SubjectKeyIdentifierExtension)c.Extensions[3]).SubjectKeyIdentifier':
    'System.String 0102FF',
  'c.Extensions[4] is X509KeyUsageExtension': 'System.Boolean False',
  'c.Extensions["2.5.29.17"] == null': 'System.Boolean True',
  'c.Extensions["Application Policies"].Format(false)': 'System.String 05 00',
};

test('the extensions of a certificate are of the classes that read them', () => {
  const got = Object.keys(rows).map((expression) => [expression, ask(expression)]);
  assert.deepEqual(Object.fromEntries(got), rows);
});

test('what an expression changes is not changed for the next', () => {
  const change =
    'c.Extensions.Add(c.Extensions[0]); c.Extensions[0].RawData[0] = 0; c.PublicKey.EncodedKeyValue.RawData[0]++;';
  const code = (value: string): string =>
    `((Func<object>)(() => { ${change} return ${value}; }))()`;
  assert.equal(ask(code('c.Extensions.Count')), 'System.Int32 5');
  assert.equal(ask(code('c.Extensions[0].RawData[0]')), 'System.Byte 48');
  assert.equal(ask(code('c.PublicKey.EncodedKeyValue.RawData[0]')), 'System.Byte 215');
});

test('the long text of a certificate ends with its extensions', () => {
  assert.ok(
    ask('c.ToString(true)').endsWith(`
  Parameters: ${''}

[Extensions]
* Basic Constraints(2.5.29.19):
  Subject Type=CA
Path Length Constraint=3

* Key Usage(2.5.29.15):
  Digital Signature, Key Encipherment, Decipher Only (a0 80)

* Enhanced Key Usage(2.5.29.37):
  Server Authentication (1.3.6.1.5.5.7.3.1)
Unknown Key Usage (1.2.3.4)

* Subject Key Identifier(2.5.29.14):
  01 02 ff

* Application Policies(1.3.6.1.4.1.311.21.10):
  05 00
`),
  );
});

const text = (oid: string, bytes: string): string =>
  `new AsnEncodedData("${oid}", new byte[] { ${bytes} }).Format(false)`;

holds('what an extension holds is shown as Windows does, and as bytes when it is malformed', [
  [
    text('2.5.29.15', '3, 2, 1, 6'),
    'System.String Certificate Signing, Off-line CRL Signing, CRL Signing (06)',
  ],
  [text('2.5.29.15', '3, 2, 0, 1'), 'System.String Encipher Only (01)'],
  [text('2.5.29.15', '3, 1, 0'), 'System.String 03 01 00'],
  [text('2.5.29.15', '5, 0'), 'System.String 05 00'],
  [
    text('2.5.29.19', '48, 0'),
    'System.String Subject Type=End Entity, Path Length Constraint=None',
  ],
  [text('2.5.29.19', '48, 1'), 'System.String 30 01'],
  [text('2.5.29.37', '48, 5, 6, 3, 42, 3, 4'), 'System.String Unknown Key Usage (1.2.3.4)'],
  [text('2.5.29.14', '4, 3, 1, 2, 255'), 'System.String 01 02 ff'],
  [text('2.5.29.35', '48, 5, 128, 3, 1, 2, 3'), 'System.String 30 05 80 03 01 02 03'],
]);
