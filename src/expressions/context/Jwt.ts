import { Jwt } from '../../lib/jwt/claims.ts';
import { unixEpochTicks, ticksPerSecond } from '../../lib/dotnet-time/ticks.ts';
import { defineType, membersOf } from '../declare/defineType.ts';
import { DateTime, kinds } from '../runtime/DateTime.ts';
import { newArray } from '../runtime/newArray.ts';
import type { TypeDefinition } from '../typeSystem/TypeDefinition.ts';
import { textArrays } from './dictionaries.ts';

const member = membersOf<Jwt>();

/** What `AsJwt` reads and `validate-jwt` leaves in its variable */
export const JwtType: TypeDefinition = defineType({
  name: 'Jwt',
  kind: 'class',
  represents: Jwt,
  members: [
    member(
      'string? Algorithm { get; }',
      (self) => self.algorithm ?? null,
      `${token('eyJhbGciOiJub25lIn0.e30.')}.Algorithm // "none"`,
    ),
    member(
      'IEnumerable<string> Audiences { get; }',
      (self) => newArray(JwtType.registry.named('System.String'), [...self.audiences]),
      `${token('eyJhbGciOiJub25lIn0.eyJhdWQiOiJhIn0.')}.Audiences.First() // "a"`,
    ),
    member(
      'IReadOnlyDictionary<string, string[]> Claims { get; }',
      ({ claims }) =>
        textArrays(
          { names: () => names(claims), values: (name) => claims.get(name) ?? [] },
          JwtType.registry,
        ),
      `${token('eyJhbGciOiJub25lIn0.eyJyb2xlcyI6WyJhIiwiYiJdfQ.')}.Claims["roles"].Length // 2`,
    ),
    member(
      'DateTime? ExpirationTime { get; }',
      (self) => dateOf(self.expirationTime),
      `${token('eyJhbGciOiJub25lIn0.eyJleHAiOjB9.')}.ExpirationTime.Value.Year // 1970`,
    ),
    member(
      'string? Id { get; }',
      (self) => self.id ?? null,
      `${token('eyJhbGciOiJub25lIn0.e30.')}.Id == null // true`,
    ),
    member(
      'DateTime? IssuedAt { get; }',
      (self) => dateOf(self.issuedAt),
      `${token('eyJhbGciOiJub25lIn0.e30.')}.IssuedAt == null // true`,
    ),
    member(
      'string? Issuer { get; }',
      (self) => self.issuer ?? null,
      `${token('eyJhbGciOiJub25lIn0.e30.')}.Issuer == null // true`,
    ),
    member(
      'DateTime? NotBefore { get; }',
      (self) => dateOf(self.notBefore),
      `${token('eyJhbGciOiJub25lIn0.e30.')}.NotBefore == null // true`,
    ),
    member(
      'string? Subject { get; }',
      (self) => self.subject ?? null,
      `${token('eyJhbGciOiJub25lIn0.e30.')}.Subject == null // true`,
    ),
    member(
      'string? Type { get; }',
      (self) => self.type ?? null,
      `${token('eyJhbGciOiJub25lIn0.e30.')}.Type == null // true`,
    ),
  ],
});

function token(text: string): string {
  return `"${text}".AsJwt()`;
}

function names(claims: Jwt['claims']): string[] {
  return [...claims].map(([name]) => name);
}

function dateOf(seconds: number | undefined): DateTime | null {
  if (seconds === undefined) return null;
  return new DateTime(unixEpochTicks + BigInt(Math.trunc(seconds)) * ticksPerSecond, kinds.utc);
}
