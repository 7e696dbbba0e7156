import assert from 'node:assert/strict';
import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { test } from 'node:test';
import { makeCertificate } from '../../../lib/x509/certificate.fixture.ts';
import type { TestKey } from '../../../lib/x509/certificate.fixture.ts';
import { LimitExceeded } from '../../runtime/Environment.ts';
import { CryptographicException } from '../../runtime/exceptions.ts';
import { keepPrivateKey } from '../../runtime/cryptography/privateKeys.ts';
import { RsaKey } from '../../runtime/cryptography/RsaKey.ts';
import {
  keyOfParameters,
  parametersOfKey,
  RsaParameters,
} from '../../runtime/cryptography/RsaParameters.ts';
import { rsaXml } from '../../runtime/cryptography/rsaXml.ts';
import { HashName, SignaturePadding } from '../../runtime/cryptography/rsaPaddings.ts';
import { outcomeOf } from '../../testing/outcome.ts';
import { stillEnvironment } from '../testing/callMember.ts';
import { rsaPrivateKeyOf } from '../System.Security.Cryptography.X509Certificates/certificateDetails.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1025 });
const data = Buffer.from('data');

/** What an expression over an RSA key `rsa` with these numbers gives. */
function ask(key: typeof privateKey, expression: string): string {
  return outcomeOf(`{ var rsa = RSA.Create(); rsa.FromXmlString("${rsaXml(parametersOfKey(key))}");
    var data = Encoding.UTF8.GetBytes("data"); var hash = SHA256.Create().ComputeHash(data);
    return ${expression}; }`);
}

test('a key goes through XML and parameters as it is', () => {
  assert.equal(
    ask(privateKey, 'rsa.ToXmlString(true)'),
    `System.String ${rsaXml(parametersOfKey(privateKey))}`,
  );
  assert.equal(
    ask(privateKey, 'RSA.Create(rsa.ExportParameters(true)).ToXmlString(false)'),
    `System.String ${rsaXml(parametersOfKey(publicKey))}`,
  );
  for (const [expression, type] of [
    ['rsa.ExportPkcs8PrivateKey()', 'pkcs8'],
    ['rsa.ExportRSAPrivateKey()', 'pkcs1'],
  ] as const) {
    assert.equal(
      ask(privateKey, `Convert.ToBase64String(${expression})`),
      `System.String ${privateKey.export({ type, format: 'der' }).toString('base64')}`,
    );
  }
  assert.equal(
    ask(publicKey, 'rsa.ExportSubjectPublicKeyInfoPem() + "\\n"'),
    `System.String ${publicKey.export({ type: 'spki', format: 'pem' }).toString()}`,
  );
});

test('numbers of a key are as long as .NET has them', () => {
  const { parts } = parametersOfKey(privateKey);
  assert.deepEqual(
    Object.values(parts).map((each) => each?.length),
    [129, 3, 65, 65, 65, 65, 65, 129],
  );
});

test('a hash is signed and verified as its data is', () => {
  const signature = sign('sha256', data, privateKey).toString('base64');
  const same = `Convert.FromBase64String("${signature}")`;
  for (const [expression, outcome] of [
    [
      'Convert.ToBase64String(rsa.SignHash(hash, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))',
      `System.String ${signature}`,
    ],
    [
      'Convert.ToBase64String(rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))',
      `System.String ${signature}`,
    ],
    [
      `rsa.VerifyHash(hash, ${same}, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)`,
      'System.Boolean True',
    ],
    [
      `rsa.VerifyHash(new byte[32], ${same}, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)`,
      'System.Boolean False',
    ],
    [
      `rsa.VerifyHash(hash, ${same}, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)`,
      'System.Boolean False',
    ],
    [
      'rsa.VerifyData(data, rsa.SignHash(hash, HashAlgorithmName.SHA256, RSASignaturePadding.Pss), HashAlgorithmName.SHA256, RSASignaturePadding.Pss)',
      'System.Boolean True',
    ],
    [
      'rsa.VerifyHash(hash, rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss), HashAlgorithmName.SHA256, RSASignaturePadding.Pss)',
      'System.Boolean True',
    ],
    [
      'rsa.VerifyHash(hash, new byte[7], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)',
      'System.Boolean False',
    ],
    [
      'rsa.SignHash(hash, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1)',
      'throws System.Security.Cryptography.CryptographicException',
    ],
    [
      'rsa.SignHash(hash, new HashAlgorithmName("SHA3"), RSASignaturePadding.Pkcs1)',
      'throws System.ArgumentException',
    ],
    [
      'Encoding.UTF8.GetString(rsa.Decrypt(rsa.Encrypt(data, RSAEncryptionPadding.OaepSHA256), RSAEncryptionPadding.OaepSHA256))',
      'System.String data',
    ],
    [
      'Encoding.UTF8.GetString(rsa.Decrypt(rsa.Encrypt(data, RSAEncryptionPadding.Pkcs1), RSAEncryptionPadding.Pkcs1))',
      'System.String data',
    ],
  ] as const)
    assert.equal(ask(privateKey, expression), outcome, expression);
});

test('the private key of a certificate signs, and does not leave', () => {
  const key: TestKey = {
    privateKey,
    digest: 'sha256',
    algorithm: Buffer.from('300d06092a864886f70d01010b0500', 'hex'),
  };
  const certificate = keepPrivateKey(makeCertificate({ key }), () => privateKey);
  const rsa = rsaPrivateKeyOf(certificate) ?? assert.fail();
  assert.throws(() => rsa.export(true, stillEnvironment()), CryptographicException);
  assert.throws(() => rsa.privateDer('pkcs8', stillEnvironment()), CryptographicException);
  assert.equal(rsa.export(false, stillEnvironment()).parts.D, null);
});

test('a key that is made is one of the size that was asked for, and its work is counted', () => {
  const key = new RsaKey();
  key.setBits(512);
  const environment = stillEnvironment();
  const before = environment.stepsLeft;
  assert.equal(key.export(true, environment).parts.Modulus?.length, 64);
  assert.ok(before - environment.stepsLeft > 1000);
  key.setBits(16384);
  assert.throws(() => key.export(true, environment), LimitExceeded);
});

test('signatures are counted by what they cost, so a loop of them ends', () => {
  const key = new RsaKey(privateKey);
  const environment = stillEnvironment();
  environment.stepsLeft = 1000;
  const signTwenty = (): void => {
    for (let i = 0; i < 20; i++)
      key.sign(data, new HashName('SHA256'), SignaturePadding.pkcs1, environment);
  };
  assert.throws(signTwenty, LimitExceeded);
});

test('an exponent of which the work would grow is refused', () => {
  const parameters = new RsaParameters();
  parameters.parts.Modulus = parametersOfKey(publicKey).parts.Modulus;
  parameters.parts.Exponent = new Uint8Array(128).fill(0xff);
  const key = new RsaKey();
  key.import(parameters);
  assert.throws(() => key.publicDer('spki', stillEnvironment()), CryptographicException);
});

test('numbers that make no key are refused', () => {
  const of = (change: Partial<RsaParameters['parts']>): RsaParameters => {
    const parameters = parametersOfKey(privateKey);
    Object.assign(parameters.parts, change);
    return parameters;
  };
  assert.ok(createPublicKey(keyOfParameters(of({}))).equals(publicKey));
  for (const change of [
    { Modulus: null },
    { Exponent: null },
    { P: null },
    { D: null },
    { D: new Uint8Array(128) },
    { Q: new Uint8Array(3) },
    { Modulus: new Uint8Array(0) },
  ])
    assert.throws(
      () => keyOfParameters(of(change)),
      CryptographicException,
      JSON.stringify(change),
    );
});
