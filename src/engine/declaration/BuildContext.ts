import type { Severity } from '../../lib/source/Diagnostic.ts';
import type { Span } from '../../lib/source/SourceText.ts';
import type { BackendTarget } from '../BackendTarget.ts';
import type { OpenIdProviders } from '../ports/OpenIdProviders.ts';
import type { TlsIdentity } from '../../lib/http/exchange.ts';
import type { Place } from '../run/sequence.ts';
import type { Step } from '../run/Step.ts';
import type { Scope, Section } from './definePolicy.ts';

/** What a policy may learn while it is compiled. */
export interface BuildContext {
  readonly section: Section;
  readonly scope: Scope;
  /** Where the policy stands, for what it does after its turn. */
  readonly place: Place;
  /** Tells this policy from every other of the snapshot and stays the same across reloads. */
  readonly instance: string;
  /** Where discovery documents and signing keys come from, shared by all policies of one process. */
  readonly openIdProviders: OpenIdProviders;
  // What is not configured is reported, and ends the compilation of the policy.
  backend(id: string): BackendTarget;
  /**
   * For ids that only a request tells, asked at run time. A text says why a backend that is
   * configured cannot be used; undefined when there is none.
   */
  findBackend(this: void, id: string): BackendTarget | string | undefined;
  certificate(by: CertificateReference): ConfiguredCertificate;
  /** As `findBackend`. */
  findCertificate(this: void, by: CertificateReference): ConfiguredCertificate | undefined;
  /** The compiled content of a policy fragment. */
  fragment(id: string): Step;
  /** Reports a mistake that only `compile` can see, at an attribute or at the element itself. */
  report(problem: BuildProblem): void;
}

export interface BuildProblem {
  readonly attribute?: string;
  readonly span?: Span;
  readonly message: string;
  readonly hint?: string;
  /** An error unless given; with one, nothing is published. */
  readonly severity?: Severity;
}

export type CertificateReference = { readonly id: string } | { readonly thumbprint: string };

export interface ConfiguredCertificate {
  readonly id: string;
  /** SHA-1 of the DER form, upper-case hexadecimal, as Azure shows it. */
  readonly thumbprint: string;
  readonly publicKeyPem: string;
  /** Absent when the certificate came without its key. */
  readonly identity: TlsIdentity | undefined;
}
