import { strictTls } from '../../lib/http/exchange.ts';
import type { TlsIdentity } from '../../lib/http/exchange.ts';
import { Url } from '../../lib/http/Url.ts';
import type { HeaderLine } from '../../lib/http/HeaderMap.ts';
import type { BackendProperties } from '../../model/backend.ts';
import { resolveReference } from '../../model/references.ts';
import type { CertificateResource, Located } from '../../model/resources.ts';
import type { BackendTarget } from '../BackendTarget.ts';

/** A target that is only a configured address, such as the `serviceUrl` of an API; undefined when it is none. */
export function targetAt(address: string): BackendTarget | undefined {
  const baseUrl = Url.parse(address);
  if (!baseUrl) return undefined;
  return { id: undefined, baseUrl, hostIsConfigured: true, headers: [], query: [], tls: strictTls };
}

/** A configured backend; a text says what of it the gateway does not do. */
export function targetOf(
  { id, properties }: Located<BackendProperties>,
  certificate: (id: string) => CertificateResource | undefined,
): BackendTarget | string {
  const { url, credentials, pool, proxy, tls } = properties;
  if (pool || properties.type === 'Pool') return 'is a pool';
  if (properties.circuitBreaker) return 'has a circuit breaker';
  if (credentials?.managedIdentity) return 'uses a managed identity';
  const baseUrl = url === undefined ? undefined : Url.parse(url);
  if (!baseUrl) return 'has no address';
  const certificateId = credentials?.certificateIds[0];
  const found =
    certificateId === undefined
      ? undefined
      : certificate(resolveReference(certificateId, 'certificates') ?? certificateId);
  const clientCertificate = found && identityOf(found);
  if (certificateId !== undefined && !clientCertificate) return 'names a certificate without a key';
  return {
    id,
    baseUrl,
    hostIsConfigured: true,
    headers: headersOf(credentials),
    query: Object.entries(credentials?.query ?? {}).flatMap(([name, values]) =>
      values.map((value) => [name, value] as const),
    ),
    tls: {
      validateChain: tls.validateCertificateChain,
      validateName: tls.validateCertificateName,
      clientCertificate,
    },
    ...(proxy ? { proxy: { ...proxy, hostIsConfigured: true } } : {}),
  };
}

function headersOf(credentials: BackendProperties['credentials']): HeaderLine[] {
  const lines = Object.entries(credentials?.header ?? {}).flatMap(([name, values]) =>
    values.map((value): HeaderLine => [name, value]),
  );
  const authorization = credentials?.authorization;
  if (authorization)
    lines.push(['Authorization', `${authorization.scheme} ${authorization.parameter}`]);
  return lines;
}

/** What a TLS handshake needs of a certificate; undefined when it came without its key. */
export function identityOf({ material }: CertificateResource): TlsIdentity | undefined {
  if (material.kind === 'pkcs12') return { pfx: material.archive, passphrase: material.password };
  if (material.key === undefined) return undefined;
  return { certificate: material.chain, key: material.key };
}
