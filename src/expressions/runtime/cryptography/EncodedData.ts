import { encodedText } from './encodedTexts.ts';
import type { ObjectIdentifier } from './ObjectIdentifier.ts';

/** A value of `AsnEncodedData`: encoded bytes, and what they are called. */
export class EncodedData {
  oid: ObjectIdentifier | null;
  bytes: Uint8Array;

  constructor(oid: ObjectIdentifier | null, bytes: Uint8Array) {
    this.oid = oid;
    this.bytes = bytes;
  }

  /** With bytes of its own. */
  copy(): EncodedData {
    return new EncodedData(this.oid, Uint8Array.from(this.bytes));
  }

  format(isMultiLine: boolean): string {
    return encodedText(this.oid?.value ?? '', this.bytes, isMultiLine);
  }
}
