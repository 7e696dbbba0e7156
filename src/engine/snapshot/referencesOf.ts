import { ById } from '../../model/references.ts';
import type { CertificateResource, ServiceResources } from '../../model/resources.ts';
import type { ConfiguredCertificate } from '../declaration/BuildContext.ts';
import { assumedValue } from '../compile/References.ts';
import type { References } from '../compile/References.ts';
import type { NamedValues } from '../document/substitute.ts';
import { identityOf, targetOf } from './backendTargets.ts';

/** What the policies of a configuration may refer to. */
export function referencesOf(resources: ServiceResources, assume = false): References {
  const backends = new ById(resources.backends);
  const certificates = new ById(resources.certificates);
  const fragments = new ById(resources.policyFragments);
  return {
    assume,
    namedValues: namedValuesOf(resources, assume),
    fragment: (id) => fragments.get(id)?.document,
    backend(id) {
      const backend = backends.get(id);
      return backend && targetOf(backend, (certificateId) => certificates.get(certificateId));
    },
    certificate(by) {
      const found =
        'id' in by
          ? certificates.get(by.id)
          : resources.certificates.find((each) => thumbprintOf(each) === normal(by.thumbprint));
      return found && configured(found);
    },
    names: {
      fragments: idsOf(resources.policyFragments),
      backends: idsOf(resources.backends),
      certificates: idsOf(resources.certificates),
    },
  };
}

function namedValuesOf({ namedValues }: ServiceResources, assume: boolean): NamedValues {
  const values = new Map(
    namedValues.map(({ properties }) => [properties.displayName, properties.value]),
  );
  const secrets = namedValues.flatMap(({ properties }) =>
    // A very short secret would blank out half of every message, and hides in it anyway.
    properties.secret && properties.value && properties.value.length > 3 ? [properties.value] : [],
  );
  return {
    valueOf: (name) => values.get(name) ?? (assume ? assumedValue : undefined),
    names: [...values.keys()],
    secrets,
  };
}

function idsOf(resources: readonly { readonly id: string }[]): string[] {
  return resources.map(({ id }) => id);
}

function thumbprintOf({ material }: CertificateResource): string {
  return normal(material.leaf.fingerprint);
}

function normal(thumbprint: string): string {
  return thumbprint.replaceAll(/[^0-9a-fA-F]/g, '').toUpperCase();
}

function configured(certificate: CertificateResource): ConfiguredCertificate {
  return {
    id: certificate.id,
    thumbprint: thumbprintOf(certificate),
    publicKeyPem: certificate.material.leaf.publicKey
      .export({ type: 'spki', format: 'pem' })
      .toString(),
    identity: identityOf(certificate),
  };
}
