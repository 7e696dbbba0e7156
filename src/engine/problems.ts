import type { Severity } from '../lib/source/Diagnostic.ts';

/** Everything that can be wrong with a policy document. `{0}`, `{1}` … are filled in. */
export const problems = {
  APIM1001: ['error', "Unknown policy '{0}'."],
  APIM1002: ['error', "'{0}' has no attribute '{1}'."],
  APIM1003: ['error', "'{0}' needs the attribute '{1}'."],
  APIM1004: ['error', "'{1}' is no value for '{0}': expected {2}."],
  APIM1005: ['error', "'{0}' must be a literal: Azure allows no policy expression here."],
  APIM1006: ['error', "Unknown section '{0}'."],
  APIM1007: ['error', "'{0}' must not stand in the section '{1}'."],
  APIM1008: ['error', "'{0}' must not be used at the scope '{1}'."],
  APIM1009: ['error', "'{1}' must not stand in '{0}'."],
  APIM1010: ['error', "'{0}' needs an element '{1}'."],
  APIM1011: ['error', "'{0}' may hold only one '{1}'."],
  APIM1012: ['error', "In '{0}', '{1}' must stand before '{2}'."],
  APIM1013: ['error', "'{0}' must not hold text."],
  APIM1014: ['error', "There is no named value '{0}'."],
  APIM1015: ['error', "There is no policy fragment '{0}'."],
  APIM1016: ['error', "'base' must not stand in a policy fragment."],
  APIM1017: ['error', "A policy document is '<policies>' or '<fragment>', not '<{0}>'."],
  APIM1018: ['error', "The section '{0}' stands twice."],
  APIM1019: ['error', "The section '{1}' may hold only one '{0}'."],
  APIM1020: ['error', 'A policy fragment must not include another one.'],
  APIM1021: ['error', "'{0}' is declared, not yet run here."],
  APIM1022: ['error', "The section 'backend' may hold only one policy."],
  APIM1023: ['warning', "'{0}' mixes text with an expression: Azure takes all of it as text."],
  APIM1024: ['error', 'The expression has no end.'],
  APIM1025: ['error', '{0}'],
  APIM1026: ['error', "There is no backend '{0}'."],
  APIM1027: ['error', "There is no certificate '{0}'."],
  APIM1028: ['error', "'{0}' needs text."],
  APIM1029: ['error', 'The document is longer than {0} characters.'],
  APIM1030: ['error', "The named value '{0}' has no value here."],
  APIM1031: ['error', "The backend '{0}' {1}, which is declared, not yet run here."],
  APIM1032: ['error', "'{1}' is written '{2}' in Azure's schema of '{0}'."],
} as const satisfies Readonly<Record<string, readonly [Severity, string]>>;

export type ProblemCode = keyof typeof problems;
