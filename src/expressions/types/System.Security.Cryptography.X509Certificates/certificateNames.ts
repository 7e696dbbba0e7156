import type { X509Certificate as Certificate } from 'node:crypto';
import { DerError } from '../../../lib/x509/der.ts';
import { readGeneralNames, textOfUtf8String } from '../../../lib/x509/generalNames.ts';
import type { GeneralName } from '../../../lib/x509/generalNames.ts';
import { ArgumentException } from '../../runtime/exceptions.ts';
import { detailsOf } from './certificateDetails.ts';
import { issuerOf, subjectOf } from './distinguishedName.ts';
import { nameTypes } from './X509NameType.ts';

const alternativeNames = { ofSubject: '2.5.29.17', ofIssuer: '2.5.29.18' } as const;
const userPrincipalName = '1.3.6.1.4.1.311.20.2.3';

/**
 * `GetNameInfo`: one of the alternative names, or what stood in the distinguished name before there
 * were those. Empty when there is none.
 */
export function nameInfo(certificate: Certificate, nameType: number, forIssuer: boolean): string {
  const { commonName, email, simpleName } = (forIssuer ? issuerOf : subjectOf)(certificate);
  const names = namesIn(certificate, forIssuer ? 'ofIssuer' : 'ofSubject');
  switch (nameType) {
    case nameTypes.SimpleName:
      return simpleName ?? first(names, 'email') ?? '';
    case nameTypes.EmailName:
      return first(names, 'email') ?? email ?? '';
    case nameTypes.UpnName:
      return principalOf(names) ?? '';
    case nameTypes.DnsName:
    case nameTypes.DnsFromAlternativeName:
      return first(names, 'dns') ?? commonName ?? '';
    case nameTypes.UrlName:
      return first(names, 'uri') ?? '';
    default:
      throw new ArgumentException('Invalid name type.');
  }
}

/** None when the extension is not there, or holds something else. */
function namesIn(
  certificate: Certificate,
  which: keyof typeof alternativeNames,
): readonly GeneralName[] {
  const oid = alternativeNames[which];
  const extension = detailsOf(certificate).extensions.find((each) => each.oid === oid);
  if (!extension) return [];
  return unlessMalformed(() => readGeneralNames(extension.value)) ?? [];
}

function first(names: readonly GeneralName[], kind: 'email' | 'dns' | 'uri'): string | undefined {
  for (const name of names) if (name.kind === kind) return name.text;
  return undefined;
}

function principalOf(names: readonly GeneralName[]): string | undefined {
  for (const name of names) {
    if (name.kind === 'other' && name.oid === userPrincipalName)
      return unlessMalformed(() => textOfUtf8String(name.value));
  }
  return undefined;
}

function unlessMalformed<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof DerError) return undefined;
    throw error;
  }
}
