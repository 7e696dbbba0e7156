/** What a `cors` policy grants, decided when it is published. */
import { constant } from '../engine/compile/bindValue.ts';
import type { BuildContext } from '../engine/declaration/BuildContext.ts';
import type { Value } from '../engine/declaration/Value.ts';
import { parseOrigin } from '../lib/http/origin.ts';
import { isHeaderName } from './set-header.ts';

export interface CorsRules {
  /** In the form of `parseOrigin`. */
  readonly origins: ReadonlySet<string> | 'any';
  /** In lower case. */
  readonly headers: ReadonlySet<string> | 'any';
  readonly methods: readonly Value<string>[];
  readonly maxAge: Value<number>;
  readonly exposed: string;
  readonly allowCredentials: Value<boolean>;
}

interface CorsElement {
  readonly allowCredentials: Value<boolean>;
  readonly allowedOrigins: { readonly origin: readonly string[] };
  readonly allowedMethods:
    | { readonly preflightResultMaxAge: Value<number>; readonly method: readonly Value<string>[] }
    | undefined;
  readonly allowedHeaders: { readonly header: readonly string[] } | undefined;
  readonly exposeHeaders: { readonly header: readonly string[] } | undefined;
}

export function corsRulesOf(policy: CorsElement, build: BuildContext): CorsRules {
  const { allowCredentials, allowedMethods } = policy;
  const origins = originsOf(policy.allowedOrigins.origin, build);
  if (origins === 'any' && allowCredentials.constant?.value) {
    const message =
      "Credentials are not allowed to every origin: 'allow-credentials' does nothing.";
    const hint = 'List the origins that may send credentials.';
    build.report({ severity: 'warning', attribute: 'allow-credentials', message, hint });
  }
  const headers = namesOf(policy.allowedHeaders?.header ?? [], build).map((name) =>
    name.toLowerCase(),
  );
  return {
    origins,
    headers: headers.includes('*') ? 'any' : new Set(headers),
    // The page: GET and POST when none is listed.
    methods: allowedMethods?.method ?? [constant('GET'), constant('POST')],
    maxAge: allowedMethods?.preflightResultMaxAge ?? constant(0),
    exposed: namesOf(policy.exposeHeaders?.header ?? [], build).join(','),
    allowCredentials,
  };
}

function originsOf(origins: readonly string[], build: BuildContext): ReadonlySet<string> | 'any' {
  const trimmed = origins.map((origin) => origin.trim());
  if (trimmed.includes('*')) {
    if (trimmed.length > 1)
      build.report({ message: "'*' stands for every origin, so it must stand alone." });
    return 'any';
  }
  const known = new Set<string>();
  for (const text of trimmed) {
    const origin = parseOrigin(text);
    if (origin !== undefined) known.add(origin);
    if (origin === undefined || origin.includes('*')) {
      const message = `'${text}' is no origin, so no request has it.`;
      const hint = 'Write scheme://host or scheme://host:port; only * alone is a wildcard.';
      build.report({ severity: 'warning', message, hint });
    }
  }
  return known;
}

/** Names of headers, or `*`. */
function namesOf(names: readonly string[], build: BuildContext): string[] {
  const trimmed = names.map((name) => name.trim());
  for (const name of trimmed)
    if (!isHeaderName(name)) build.report({ message: `'${name}' is no name of a header.` });
  return trimmed;
}
