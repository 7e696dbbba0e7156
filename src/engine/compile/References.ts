import type { PolicyDocument } from '../../model/resources.ts';
import type { NamedValues } from '../document/substitute.ts';
import type { BackendTarget } from '../BackendTarget.ts';
import type { ConfiguredCertificate } from '../declaration/BuildContext.ts';

/** What policy documents refer to by name. */
export interface References {
  readonly namedValues: NamedValues;
  fragment(id: string): PolicyDocument | undefined;
  /** A text says why a backend that is configured cannot be used. */
  backend(id: string): BackendTarget | string | undefined;
  certificate(by: { id: string } | { thumbprint: string }): ConfiguredCertificate | undefined;
  /** Names for a hint when one is not found. */
  readonly names: {
    readonly fragments: readonly string[];
    readonly backends: readonly string[];
    readonly certificates: readonly string[];
  };
  /** What is not defined stands for something unknown: documents are checked, but cannot run. */
  readonly assume: boolean;
}

/**
 * Stands in the text for a named value that is assumed to exist: in C# a name of unknown type, in a
 * literal a value of which nothing is known.
 */
export const assumedValue = '__assumed_named_value__';
