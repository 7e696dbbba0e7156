import type { Diagnostic, Severity } from '../lib/source/Diagnostic.ts';
import type { Place } from './resources.ts';

/**
 * Every way in which a configuration can be wrong: severity, message, and what to do about it.
 * 30xx files, 31xx values, 32xx relations between resources, 33xx API descriptions.
 */
export const problems = {
  APIM3001: ['error', "The directory '{0}' cannot be read: {1}.", 'Check the path.'],
  APIM3002: ['error', "The directory '{0}' is too large: {1}."],
  APIM3003: [
    'error',
    "'{0}' is a symbolic link that leads out of the directory.",
    'Copy the file into the directory.',
  ],
  APIM3004: ['error', "'{0}' cannot be read: {1}."],
  APIM3005: [
    'error',
    "The directory '{0}' holds no configuration.",
    "It has directories such as 'apis', 'products' and 'backends', or a 'policy.xml'.",
  ],
  APIM3006: [
    'error',
    "'{0}' cannot be the id of a resource.",
    'Use letters, digits, dots, dashes and underscores, at most 256.',
  ],
  APIM3007: ['error', "'{0}' is declared a second time; the first time in '{1}'.", 'Remove one.'],
  APIM3008: ['error', "'{0}' has no file '{1}'."],
  APIM3009: ['warning', "The override names '{0}', which is not among {1}.", 'It changes nothing.'],
  APIM3010: ['warning', "'{0}' was not replaced.", 'The pipeline puts a value here.'],
  APIM3011: ['info', "'{0}' is not used here ({1})."],
  APIM3012: [
    'warning',
    "Workspaces are not supported; what '{0}' holds is ignored ({1}).",
    'Move its APIs to the directory of the service.',
  ],
  APIM3013: ['info', 'Tags do not change how calls are handled; they are ignored ({0}).'],
  APIM3014: [
    'warning',
    "A WSDL or WADL description cannot be read here, so API '{0}' has no operations.",
    "Export it as OpenAPI into 'specification.yaml'.",
  ],
  APIM3015: [
    'warning',
    "API '{0}' has no operations, so every call of it is answered with 404.",
    "Add 'specification.yaml' ('specification.proto' for gRPC), or operations/{id}/operationInformation.json.",
  ],
  APIM3016: ['error', "API '{0}' has no operation '{1}', so this policy would protect nothing."],
  APIM3017: ['warning', "'{0}' is ignored, because '{1}' describes the same API."],
  APIM3018: ['error', "Certificate '{0}' cannot be read: {1}."],
  APIM3019: [
    'warning',
    "Certificate '{0}' is in a key vault, which cannot be asked here; policies cannot use it.",
    'Put the certificate beside this file.',
  ],
  APIM3020: ['error', "Policy fragment '{0}' has no 'policy.xml'."],
  APIM3021: ['info', "Named value '{0}' has no value here.", 'Give it one in a file of overrides.'],
  APIM3022: [
    'error',
    'A secret was taken out here when the policy was extracted.',
    'Write a named value here: {{name}}.',
  ],

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

  APIM3201: [
    'error',
    "API '{0}' answers at '{1}', and so does API '{2}'.",
    'Give them different paths or versions, or make one a revision of the other.',
  ],
  APIM3202: ['error', "Version set '{0}' is not defined."],
  APIM3203: ['error', 'An API with a version needs a version set.', "Add 'apiVersionSetId'."],
  APIM3204: ['error', "Revision {0} of API '{1}' is also declared as '{2}'."],
  APIM3205: ['error', "Versioning scheme '{0}' needs '{1}'."],
  APIM3206: ['error', "API '{0}' is not defined."],
  APIM3207: ['warning', "Group '{0}' is not defined."],
  APIM3208: [
    'error',
    "'{0}' is no scope of a subscription.",
    "Write '/products/{id}', '/apis/{id}' or '/apis' (all APIs).",
  ],
  APIM3209: ['error', "Product '{0}' is not defined."],
  APIM3210: [
    'warning',
    "Subscription '{0}' has no key, so nobody can use it.",
    "Add 'primaryKey'; extracted files leave it out.",
  ],
  APIM3211: [
    'info',
    "Subscription '{0}' waits for approval: its keys are refused.",
    'Add "state": "active" to let them pass.',
  ],
  APIM3212: ['error', "Subscriptions '{0}' and '{1}' have the same key.", 'Change one of them.'],
  APIM3214: [
    'error',
    "API '{0}' is in two open products, '{1}' and '{2}'.",
    'Without a key nothing would tell which one counts: require a subscription in one of them.',
  ],
  APIM3215: ['error', "Named value '{0}' is also called '{1}'."],
  APIM3216: [
    'error',
    "Operation '{0}' has the method and URL template of operation '{1}'.",
    'Change one of them.',
  ],
  APIM3217: [
    'error',
    "The URL template '{0}' of operation '{1}' uses '{2}', which templateParameters lacks.",
  ],
  APIM3218: [
    'error',
    "Operation '{0}' declares the template parameter '{1}', which its URL template lacks.",
  ],
  APIM3219: ['error', "The URL template '{0}' cannot be used. {1}"],
  APIM3220: ['error', "Backend '{0}' has no URL.", "Add 'url', or make it a pool."],
  APIM3221: ['error', "Backend '{0}' is a pool without members.", "List them in 'pool.services'."],
  APIM3222: ['error', "Backend '{0}' is not defined."],
  APIM3223: ['error', "Backend '{0}' is a pool itself; pools hold single backends only."],
  APIM3224: ['error', "Certificate '{0}' is not defined."],
  APIM3225: ['error', "'{0}' is no URL of a backend.", 'Write http:// or https:// and a host.'],
  APIM3226: [
    'error',
    'A failure condition needs a count or a percentage, and an interval.',
    'Write {"count": 5, "interval": "PT1M"}.',
  ],

  APIM3301: ['error', 'This protocol buffer definition cannot be read: here should stand {0}.'],
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
