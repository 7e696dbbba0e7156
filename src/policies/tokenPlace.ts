/** Where a token policy finds the token. */
import type { BuildContext } from '../engine/declaration/BuildContext.ts';
import { text } from '../engine/declaration/valueKinds.ts';
import type { Value } from '../engine/declaration/Value.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';

export const placeAttributes = {
  'header-name': text('The header with the token.', { expressions: true }),
  'query-parameter-name': text('The query parameter with the token.', { expressions: true }),
  'token-value': text('The token itself, without `Bearer `.', { expressions: true }),
} as const;

export interface TokenPlace {
  readonly headerName: Value<string> | undefined;
  readonly queryParameterName: Value<string> | undefined;
  readonly tokenValue: Value<string> | undefined;
  readonly requireScheme?: Value<string> | undefined;
}

/** Gives the token of a call; undefined when there is none. */
export type FindToken = (context: PolicyContext) => string | undefined;

/**
 * Several tokens in one place come out as one text that is no token: which of them a backend would
 * believe is anybody's guess.
 */
export function findTokenAt(place: TokenPlace, build: Pick<BuildContext, 'report'>): FindToken {
  const { headerName, queryParameterName, tokenValue, requireScheme } = place;
  if (placesGiven(place) !== 1) {
    build.report({
      message:
        "Exactly one of 'header-name', 'query-parameter-name' and 'token-value' must be given.",
    });
  }
  if (tokenValue) return (context) => tokenValue(context).trim() || undefined;
  if (queryParameterName) {
    // As for headers, the token that goes on to the backend is the one to judge.
    return (context) =>
      context.request.url.query.values(queryParameterName(context)).join(',') || undefined;
  }
  return headerName ? inHeader(headerName, requireScheme) : () => undefined;
}

/** As `findTokenAt`, and as a Bearer token in `Authorization` if the policy names no place. */
export function findBearerTokenAt(
  place: TokenPlace,
  build: Pick<BuildContext, 'report'>,
): FindToken {
  const always = <T>(value: T): Value<T> =>
    Object.assign(() => value, {
      constant: { value },
      reads: { requestBody: false, responseBody: false },
    });
  const headerName = placesGiven(place) === 0 ? always('Authorization') : place.headerName;
  return findTokenAt({ requireScheme: always('Bearer'), ...place, headerName }, build);
}

function placesGiven({ headerName, queryParameterName, tokenValue }: TokenPlace): number {
  return [headerName, queryParameterName, tokenValue].filter((each) => each !== undefined).length;
}

function inHeader(name: Value<string>, requireScheme: Value<string> | undefined): FindToken {
  return (context) => {
    const header = name(context);
    const line = context.request.headers.get(header)?.trim();
    if (line === undefined || line === '') return undefined;
    // The page: "When using a custom header (header-name), the configured required scheme
    // (require-scheme) will be ignored."
    const isStandard = header.toLowerCase() === 'authorization';
    const required = isStandard ? requireScheme?.(context).trim() : undefined;
    return required === undefined || required === ''
      ? withoutScheme(line, isStandard ? undefined : 'bearer')
      : afterScheme(line, required);
  };
}

/**
 * The token of `<scheme> <token>` or of `<token>` alone (RFC 9110 §11.4). With `only`, other schemes
 * are not taken for one. Undefined when nothing stands after `Bearer`.
 */
export function withoutScheme(credentials: string, only?: string): string | undefined {
  const space = credentials.indexOf(' ');
  if (space < 0) return credentials.toLowerCase() === 'bearer' ? undefined : credentials;
  return only === undefined || credentials.slice(0, space).toLowerCase() === only
    ? credentials.slice(space).trimStart()
    : credentials;
}

/** The token that stands after the scheme, in any case (RFC 9110 §11.1); undefined after another one. */
export function afterScheme(credentials: string, scheme: string): string | undefined {
  const { length } = scheme;
  if (credentials[length] !== ' ') return undefined;
  if (credentials.slice(0, length).toLowerCase() !== scheme.toLowerCase()) return undefined;
  return credentials.slice(length).trimStart();
}
