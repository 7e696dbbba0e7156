import type { BuildContext, CertificateReference } from '../engine/declaration/BuildContext.ts';
import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import type { CompiledElement } from '../engine/declaration/element.ts';
import { text } from '../engine/declaration/valueKinds.ts';
import { GatewayError } from '../engine/errors.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';
import type { TlsIdentity } from '../lib/http/exchange.ts';

/** The element as it stands on its own and in `send-request`. */
export const certificateElement = {
  attributes: {
    thumbprint: text('The SHA-1 thumbprint of a configured certificate.', { expressions: true }),
    'certificate-id': text('The id of a configured certificate; not with `thumbprint`.', {
      expressions: true,
    }),
    body: text('The certificate itself.', { expressions: true, notYet: true }),
    password: text('The password of `body`.', { expressions: true, notYet: true }),
  },
} as const;

type CertificateElement = CompiledElement<typeof certificateElement>;

export const authenticationCertificate = definePolicy({
  name: 'authentication-certificate',
  doc: 'Presents a client certificate to the backend.',
  reference: 'https://learn.microsoft.com/azure/api-management/authentication-certificate-policy',
  sections: ['inbound'],
  scopes: allScopes,
  ...certificateElement,
  examples: [
    '<authentication-certificate thumbprint="CA06F56B258B7A0D4F2B05470939478651151984" />',
    '<authentication-certificate certificate-id="orders" />',
  ],
  compile(certificate, build) {
    const identityOf = identityFrom(certificate, build);
    return (context) => {
      context.clientCertificate = identityOf(context);
    };
  },
});

/** What a compiled `authentication-certificate` element presents. It throws a GatewayError. */
export function identityFrom(
  { thumbprint, certificateId, body }: CertificateElement,
  build: Pick<BuildContext, 'certificate' | 'findCertificate' | 'report'>,
): (context: PolicyContext) => TlsIdentity | undefined {
  const reference = thumbprint ?? certificateId;
  if ([thumbprint, certificateId, body].filter((each) => each).length !== 1) {
    const message = "'authentication-certificate' names its certificate in exactly one way.";
    build.report({ message, hint: 'Give it either thumbprint or certificate-id.' });
  }
  if (!reference) return () => undefined;
  const by = (name: string): CertificateReference =>
    thumbprint ? { thumbprint: name } : { id: name };
  if (reference.constant) {
    const name = reference.constant.value;
    const { identity } = build.certificate(by(name));
    if (!identity) build.report({ message: `The certificate '${name}' came without its key.` });
    return () => identity;
  }
  return (context) => {
    const identity = build.findCertificate(by(reference(context)))?.identity;
    if (identity) return identity;
    const args = ['There is no such certificate for the backend, or it came without its key.'];
    throw new GatewayError('BackendConnectionFailure', { args });
  };
}
