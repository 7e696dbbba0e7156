import { derTags, itemsOfSequence, octetsOfBitString, contentOf, writeDer } from './der.ts';
import type { DerValue } from './der.ts';
import { readObjectIdentifier, writeObjectIdentifier } from './objectIdentifier.ts';

/** AlgorithmIdentifier (RFC 5280 §4.1.1.2). */
export interface AlgorithmIdentifier {
  readonly oid: string;
  /** The encoded value of the parameters; undefined when there is none, as with Ed25519. */
  readonly parameters: Uint8Array | undefined;
}

/** SubjectPublicKeyInfo (RFC 5280 §4.1.2.7). */
export interface PublicKeyInfo {
  readonly algorithm: AlgorithmIdentifier;
  /** What the BIT STRING holds: an RSAPublicKey, a point of a curve, the bytes of an EdDSA key. */
  readonly key: Uint8Array;
}

/** @throws DerError */
export function readAlgorithmIdentifier(value: DerValue | undefined): AlgorithmIdentifier {
  const [oid, parameters] = itemsOfSequence(value);
  return {
    oid: readObjectIdentifier(contentOf(oid, derTags.objectIdentifier)),
    parameters: parameters?.encoded,
  };
}

/** @throws DerError */
export function readPublicKeyInfo(value: DerValue | undefined): PublicKeyInfo {
  const [algorithm, key] = itemsOfSequence(value);
  return { algorithm: readAlgorithmIdentifier(algorithm), key: octetsOfBitString(key) };
}

/** The DER of a SubjectPublicKeyInfo; undefined when the algorithm's name is no object identifier. */
export function writePublicKeyInfo({ algorithm, key }: PublicKeyInfo): Uint8Array | undefined {
  const oid = writeObjectIdentifier(algorithm.oid);
  if (!oid) return undefined;
  const identifier = writeDer(
    derTags.sequence,
    writeDer(derTags.objectIdentifier, oid),
    algorithm.parameters ?? new Uint8Array(),
  );
  return writeDer(derTags.sequence, identifier, writeDer(derTags.bitString, Uint8Array.of(0), key));
}
