import { createPrivateKey, generateKeyPair, X509Certificate, type KeyObject } from 'node:crypto';
import { isIP } from 'node:net';
import { promisify } from 'node:util';
import { buildCertificate, type DistinguishedName } from './certificateBuilder.ts';

/** What the CA needs from outside the process. */
export interface CaWorld {
  /** Milliseconds since 1970. */
  now(): number;
  randomBytes(count: number): Uint8Array;
}

/** A certificate with its private key, both PEM. */
export interface IssuedCertificate {
  readonly certificatePem: string;
  /** PKCS #8, not encrypted. */
  readonly privateKeyPem: string;
}

export interface ServerCertificateRequest {
  /** DNS names (also `*.example.com`) and IP addresses; at least one. */
  readonly names: readonly string[];
}

export interface ClientCertificateRequest {
  /** 1 to 64 characters, RFC 5280 appendix A (ub-common-name). */
  readonly commonName: string;
  /** DNS names and IP addresses for subjectAltName, none by default. */
  readonly names?: readonly string[];
}

/** Why a CA cannot be used; see the table of messages. */
export type DevelopmentCaProblem = keyof typeof problems;

const problems = {
  unreadable: 'it does not hold a PEM certificate and a PEM private key',
  'not-a-ca': 'it is not a self-signed certificate authority with a P-256 key',
  'wrong-key': 'its private key does not belong to its certificate',
  expired: 'its certificate is not valid at this time',
  'bad-name': 'a name for a certificate is empty, too long or malformed',
  storage: 'its files cannot be read or written',
} as const;

/** The only error of the development CA. `problem` says which; the message never shows a key. */
export class DevelopmentCaError extends Error {
  override readonly name = 'DevelopmentCaError';
  readonly problem: DevelopmentCaProblem;

  constructor(problem: DevelopmentCaProblem, about: string, options?: ErrorOptions) {
    super(`${about}: ${problems[problem]}`, options);
    this.problem = problem;
  }
}

const day = 24 * 60 * 60 * 1000;
const caLifetimeMs = 3650 * day;
// Browsers refuse longer ones: Apple's limit for TLS server certificates is 398 days.
const leafLifetimeMs = 397 * day;
// Machines and containers disagree about the time; a certificate from the future is refused.
const clockSkewMs = 60 * 60 * 1000;

const organization = 'Sallyport development';
const generateKeys = promisify(generateKeyPair);

/** A certificate authority for one developer's machine: ECDSA P-256, ten years, leaves only. */
export class DevelopmentCa {
  /** What clients are told to trust. */
  readonly certificatePem: string;
  readonly #certificate: X509Certificate;
  readonly #privateKey: KeyObject;
  readonly #world: CaWorld;

  private constructor(certificate: X509Certificate, privateKey: KeyObject, world: CaWorld) {
    this.certificatePem = certificate.toString();
    this.#certificate = certificate;
    this.#privateKey = privateKey;
    this.#world = world;
  }

  static async create(world: CaWorld): Promise<DevelopmentCa> {
    const { publicKey, privateKey } = await generateKeys('ec', { namedCurve: 'P-256' });
    const serial = world.randomBytes(16);
    const notBefore = world.now() - clockSkewMs;
    const certificate = buildCertificate({
      kind: 'ca',
      subject: caName(serial),
      subjectPublicKey: publicKey,
      issuerPrivateKey: privateKey,
      names: [],
      serial,
      notBefore,
      notAfter: notBefore + caLifetimeMs,
    });
    return new DevelopmentCa(certificate, privateKey, world);
  }

  /**
   * Reads a CA back from PEM text that holds its certificate and its private key, in any order.
   * `about` names the text in errors. Throws DevelopmentCaError when it cannot be used now.
   */
  static fromPem(pem: string, about: string, world: CaWorld): DevelopmentCa {
    let certificate: X509Certificate;
    let privateKey: KeyObject;
    try {
      certificate = new X509Certificate(pemBlock(pem, 'CERTIFICATE'));
      privateKey = createPrivateKey(pemBlock(pem, 'PRIVATE KEY'));
    } catch {
      // Not passed on as cause: the parser's error could quote the text, which holds a key.
      throw new DevelopmentCaError('unreadable', about);
    }
    const isP256 = certificate.publicKey.asymmetricKeyDetails?.namedCurve === 'prime256v1';
    if (!certificate.ca || !isP256 || !certificate.verify(certificate.publicKey))
      throw new DevelopmentCaError('not-a-ca', about);
    if (!certificate.checkPrivateKey(privateKey)) throw new DevelopmentCaError('wrong-key', about);
    const now = world.now();
    if (now < certificate.validFromDate.getTime() || now >= certificate.validToDate.getTime())
      throw new DevelopmentCaError('expired', about);
    return new DevelopmentCa(certificate, privateKey, world);
  }

  /** Certificate and private key, as `fromPem` reads them. */
  toPem(): string {
    return this.certificatePem + privateKeyPem(this.#privateKey);
  }

  /** A certificate for a TLS server that answers to `names`; at most 397 days. */
  async issueServer({ names }: ServerCertificateRequest): Promise<IssuedCertificate> {
    const [first] = names;
    if (first === undefined) throw new DevelopmentCaError('bad-name', 'server certificate');
    // CN is a courtesy to people: verifiers read subjectAltName (RFC 9525 §2).
    return this.#issue('server', first.length <= 64 ? first : undefined, names);
  }

  /** A certificate for a TLS client; at most 397 days. */
  async issueClient(request: ClientCertificateRequest): Promise<IssuedCertificate> {
    const { commonName, names = [] } = request;
    if (commonName === '' || commonName.length > 64)
      throw new DevelopmentCaError('bad-name', 'client certificate');
    return this.#issue('client', commonName, names);
  }

  async #issue(
    kind: 'server' | 'client',
    commonName: string | undefined,
    names: readonly string[],
  ): Promise<IssuedCertificate> {
    for (const name of names)
      if (!isHostName(name) && isIP(name) === 0)
        throw new DevelopmentCaError('bad-name', JSON.stringify(name));
    const { publicKey, privateKey } = await generateKeys('ec', { namedCurve: 'P-256' });
    const notBefore = this.#world.now() - clockSkewMs;
    const caEnd = this.#certificate.validToDate.getTime();
    const certificate = buildCertificate({
      kind,
      subject: { organization, commonName },
      subjectPublicKey: publicKey,
      issuer: this.#certificate,
      issuerPrivateKey: this.#privateKey,
      names,
      serial: this.#world.randomBytes(16),
      notBefore,
      notAfter: Math.min(notBefore + leafLifetimeMs, caEnd),
    });
    return { certificatePem: certificate.toString(), privateKeyPem: privateKeyPem(privateKey) };
  }
}

/** Two CAs in one trust store need two names, or verifiers try the wrong key. */
function caName(serial: Uint8Array): DistinguishedName {
  const suffix = Buffer.from(serial.subarray(0, 4)).toString('hex');
  return { organization, commonName: `Sallyport development CA ${suffix}` };
}

function privateKeyPem(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function pemBlock(text: string, label: string): string {
  const start = text.indexOf(`-----BEGIN ${label}-----`);
  const end = text.indexOf(`-----END ${label}-----`, start);
  if (start < 0 || end < 0) throw new DevelopmentCaError('unreadable', label);
  return text.slice(start, end + `-----END ${label}-----`.length);
}

/** A DNS name as certificates hold it (RFC 1034 §3.5, letters may be of any case), or a wildcard. */
function isHostName(name: string): boolean {
  const label = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/i;
  const labels = (name.startsWith('*.') ? name.slice(2) : name).split('.');
  return name.length <= 253 && labels.every((part) => label.test(part));
}
