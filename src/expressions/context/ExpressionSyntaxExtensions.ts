import type { Jwt } from '../../lib/jwt/claims.ts';
import { parseToken } from '../../lib/jwt/parse.ts';
import { defineType, membersOf } from '../declare/defineType.ts';
import { unboxAs } from '../runtime/boxing.ts';
import type { ReadOnlyDictionaryProtocol } from '../runtime/collections/protocols.ts';
import { InvalidCastException, NullReferenceException } from '../runtime/exceptions.ts';
import { isInstance } from '../runtime/isInstance.ts';
import type { NetArray } from '../runtime/NetArray.ts';
import { defaultOf } from '../runtime/defaultOf.ts';
import type { Ref } from '../runtime/Ref.ts';
import { typeOf } from '../runtime/typeOf.ts';
import { canBeNull } from '../typeSystem/kinds.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import { BasicAuthCredentials } from './values.ts';

const member = membersOf<never>();

/**
 * What Azure adds to .NET's types for policies (the policy expressions page, "Context variable"),
 * under the name that a sample of Microsoft's calls it by
 * (https://github.com/Azure/api-management-policy-snippets, "Check group membership of app").
 */
export const ExpressionSyntaxExtensions = defineType({
  name: 'ExpressionSyntaxExtensions',
  kind: 'class',
  members: [
    member(
      'static string? GetValueOrDefault(this IReadOnlyDictionary<string, string[]> dictionary, string name, string? defaultValue = null)',
      (dictionary: ReadOnlyDictionaryProtocol, name, defaultValue) => {
        const values = dictionary.find(name) as NetArray | undefined;
        return values === undefined ? defaultValue : values.items.join(',');
      },
      'context.Request.Headers.GetValueOrDefault("x-tier", "none") // "gold"',
      'context.Request.Headers.GetValueOrDefault("x-none", "none") // "none"',
    ),
    member(
      'static T GetValueOrDefault<T>(this IReadOnlyDictionary<string, object> variables, string variableName)',
      (variables: ReadOnlyDictionaryProtocol, name, [type]) => {
        const value = variables.find(name);
        return value === undefined ? defaultOf(type!) : castTo(value, type!);
      },
      'context.Variables.GetValueOrDefault<string>("tier") // "gold"',
      'context.Variables.GetValueOrDefault<int>("tier") // throws System.InvalidCastException',
    ),
    member(
      'static T GetValueOrDefault<T>(this IReadOnlyDictionary<string, object> variables, string variableName, T defaultValue)',
      (variables: ReadOnlyDictionaryProtocol, name, defaultValue: unknown, [type]) => {
        const value = variables.find(name);
        return value === undefined ? defaultValue : castTo(value, type!);
      },
      'context.Variables.GetValueOrDefault("none", "silver") // "silver"',
    ),
    member(
      'static Jwt? AsJwt(this string? input)',
      (input) => (input === null ? null : readJwt(input)),
      '"nonsense".AsJwt() == null // true',
    ),
    member(
      'static bool TryParseJwt(this string? input, out Jwt? result)',
      (input, result: Ref) => (result.value = input === null ? null : readJwt(input)) !== null,
      '"nonsense".TryParseJwt(out var jwt) // false',
      'ExpressionSyntaxExtensions.TryParseJwt("nonsense", out var jwt) // false',
    ),
    member(
      'static BasicAuthCredentials? AsBasic(this string? input)',
      (input) => (input === null ? null : readBasic(input)),
      '"Basic YWRhOnNlY3JldA==".AsBasic().UserId // "ada"',
    ),
    member(
      'static bool TryParseBasic(this string? input, out BasicAuthCredentials? result)',
      (input, result: Ref) => (result.value = input === null ? null : readBasic(input)) !== null,
      '"Bearer x".TryParseBasic(out var credentials) // false',
    ),
  ],
});

/** As a cast from object does it. @throws InvalidCastException, NullReferenceException */
function castTo(value: unknown, type: NetType): unknown {
  if (value === null) {
    if (canBeNull(type)) return null;
    throw new NullReferenceException();
  }
  if (isInstance(value, type)) return unboxAs(value, type);
  const own = value === undefined ? undefined : typeOf(value as NonNullable<unknown>);
  throw new InvalidCastException(
    `Unable to cast object of type '${own?.toString() ?? 'System.Object'}' to type '${type.toString()}'.`,
  );
}

/** Reads without judging: nothing is verified. */
function readJwt(text: string): Jwt | null {
  const token = parseToken(text.replace(/^Bearer\s+/i, '').trim());
  return token.kind === 'jws' ? token.jwt : null;
}

/**
 * RFC 7617 as Microsoft's parser has it: the scheme in exactly this spelling, ISO 8859-1, split at
 * the last colon, a user name that is not empty.
 */
function readBasic(text: string): BasicAuthCredentials | null {
  const [, encoded] = /^Basic\s+([A-Za-z0-9+/]+=*)\s*$/.exec(text) ?? [];
  if (encoded === undefined || encoded.length % 4 !== 0) return null;
  const decoded = Buffer.from(encoded, 'base64').toString('latin1');
  const colon = decoded.lastIndexOf(':');
  return colon > 0
    ? new BasicAuthCredentials(decoded.slice(0, colon), decoded.slice(colon + 1))
    : null;
}
