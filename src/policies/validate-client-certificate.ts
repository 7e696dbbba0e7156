import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import { optional, some } from '../engine/declaration/element.ts';
import { boolean, text } from '../engine/declaration/valueKinds.ts';

export const validateClientCertificate = definePolicy({
  name: 'validate-client-certificate',
  doc: 'Refuses calls whose client certificate does not pass the checks, or is none of the identities.',
  reference: 'https://learn.microsoft.com/azure/api-management/validate-client-certificate-policy',
  sections: ['inbound'],
  scopes: allScopes,
  attributes: {
    'validate-revocation': boolean('Whether its revocation is looked up.', { default: true }),
    'validate-trust': boolean('Whether its chain must lead to a trusted authority.', {
      default: true,
    }),
    'validate-not-before': boolean('Whether its time must have begun.', { default: true }),
    'validate-not-after': boolean('Whether its time must not be over.', { default: true }),
    'ignore-error': boolean('Whether to go on when it does not pass.', { default: false }),
  },
  children: {
    identities: optional({
      doc: 'The certificate must be one of these.',
      children: {
        identity: some({
          doc: 'All attributes that are given must match.',
          attributes: {
            thumbprint: text('SHA-1 of the certificate.'),
            'serial-number': text('Its serial number.'),
            'common-name': text('The common name of its subject.'),
            subject: text('Its subject, as a distinguished name.'),
            'dns-name': text('A DNS name among its alternative names.'),
            'issuer-subject': text('The subject of its issuer.'),
            'issuer-thumbprint': text('SHA-1 of the certificate of its issuer.'),
            'issuer-certificate-id': text(
              'A configured certificate that is its issuer; not with the other issuer attributes.',
            ),
          },
        }),
      },
    }),
  },
  examples: [
    '<validate-client-certificate validate-revocation="true" validate-trust="true" validate-not-before="true" validate-not-after="true" ignore-error="false"><identities><identity subject="C=US, ST=Illinois, L=Chicago, O=Contoso, CN=*.contoso.example" issuer-subject="C=BE, O=FabrikamSign nv-sa, CN=FabrikamSign Root CA" /></identities></validate-client-certificate>',
    '<validate-client-certificate validate-revocation="false"><identities><identity thumbprint="CA06F56B258B7A0D4F2B05470939478651151984" /><identity dns-name="orders.contoso.example" /></identities></validate-client-certificate>',
  ],
});
