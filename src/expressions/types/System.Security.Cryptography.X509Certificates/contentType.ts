import { X509Certificate as Certificate } from 'node:crypto';
import { DerError, derTags, itemsOfSequence, readDer } from '../../../lib/x509/der.ts';
import { readObjectIdentifier } from '../../../lib/x509/objectIdentifier.ts';
import { ArgumentException } from '../../runtime/exceptions.ts';
import { contentTypes } from './X509ContentType.ts';

const signedData = '1.2.840.113549.1.7.2';

/** Which kind of file the bytes are; what Windows alone writes is unknown here. @throws ArgumentException */
export function contentTypeOf(data: Uint8Array): number {
  if (data.length === 0) throw new ArgumentException('Array cannot be empty or null.', 'rawData');
  return isCertificate(data) ? contentTypes.Cert : containerType(data);
}

function isCertificate(data: Uint8Array): boolean {
  try {
    return new Certificate(data).raw.length > 0;
  } catch {
    return false;
  }
}

/** A PFX begins with its version, 3 (RFC 7292 §4); a PKCS #7 with what it contains (RFC 5652 §3). */
function containerType(data: Uint8Array): number {
  try {
    const [first] = itemsOfSequence(readDer(data));
    if (first?.tag === derTags.integer && first.content[0] === 3) return contentTypes.Pfx;
    if (first?.tag !== derTags.objectIdentifier) return contentTypes.Unknown;
    const isSigned = readObjectIdentifier(first.content) === signedData;
    return isSigned ? contentTypes.Pkcs7 : contentTypes.Unknown;
  } catch (error) {
    if (error instanceof DerError) return contentTypes.Unknown;
    throw error;
  }
}
