import type { Diagnostic, Severity } from '../lib/source/Diagnostic.ts';
import type { Place } from './resources.ts';

/**
 * Every way in which a configuration can be wrong: severity, message, and what to do about it.
 * 30xx files, 31xx values, 32xx relations between resources, 33xx API descriptions.
 */
export const problems = {
  APIM3001: ['error', "The directory '{0}' cannot be read: {1}.", 'Check the path.'],

  APIM3101: ['error', 'This should be {0}, not {1}.'],
  APIM3102: ['error', "The property '{0}' is missing."],
  APIM3103: ['error', "'{0}' is none of {1}."],
  APIM3104: ['error', 'This should have at least {0} characters; it has {1}.'],
  APIM3105: ['error', 'This should have at most {0} characters; it has {1}.'],
  APIM3106: ['error', 'This does not match the pattern {0}.'],
  APIM3107: ['error', '{0} is not a whole number between {1} and {2}.'],
  APIM3108: [
    'error',
    "'{0}' is not an ISO 8601 duration.",
    'Write days, hours, minutes and seconds, such as PT1M30S or P1DT12H.',
  ],
  APIM3109: ['error', "'{0}' is not an ISO 8601 date.", 'Write it like 2026-01-31T12:00:00Z.'],
  APIM3110: ['error', 'This should have at most {0} items; it has {1}.'],
} as const satisfies Readonly<Record<string, readonly [Severity, string, string?]>>;

export type ProblemCode = keyof typeof problems;

/** The diagnostic for problem `code` at `place`; `args` fill the holes `{0}`, `{1}` of its message. */
export function problem(
  code: ProblemCode,
  place: Place,
  args: readonly string[] = [],
  hint?: string,
): Diagnostic {
  const [severity, message, usualHint] = problems[code];
  return {
    code,
    severity,
    message: message.replace(/\{(\d)\}/g, (_, index: string) => args[Number(index)] ?? ''),
    hint: hint ?? usualHint,
    source: place.source,
    span: place.span,
  };
}
