import { defineType, membersOf } from '../../declare/defineType.ts';
import { defaultOf } from '../../runtime/defaultOf.ts';
import { equalsBoxed, hashCodeOf } from '../../runtime/equality.ts';
import { box } from '../../runtime/boxing.ts';
import { compareBoxed } from '../../runtime/order.ts';
import { InvalidOperationException } from '../../runtime/exceptions.ts';
import { toText } from '../../runtime/toText.ts';

/** Null or the value in the static representation of T. */
const member = membersOf<unknown>();

/**
 * https://learn.microsoft.com/dotnet/api/system.nullable-1. Its values do not carry T, so that its
 * instance members receive T in front of their type arguments, as static members of generic types do.
 */
export const SystemNullableOfT = defineType({
  name: 'System.Nullable<T>',
  where: 'struct',
  kind: 'struct',
  members: [
    member('Nullable(T value)', (value: unknown) => value, 'new int?(5) // 5'),
    member('bool HasValue { get; }', (self) => self !== null, '((int?)5).HasValue // true'),
    member(
      'T Value { get; }',
      (self) => {
        if (self === null)
          throw new InvalidOperationException('Nullable object must have a value.');
        return self;
      },
      '((int?)5).Value // 5',
      '((int?)null).Value // throws System.InvalidOperationException',
    ),
    member(
      'T GetValueOrDefault()',
      (self, [type]) => self ?? defaultOf(type!),
      '((int?)null).GetValueOrDefault() // 0',
    ),
    member(
      'T GetValueOrDefault(T defaultValue)',
      (self, defaultValue: unknown) => self ?? defaultValue,
      '((int?)null).GetValueOrDefault(7) // 7',
    ),
    member(
      'string ToString()',
      (self, [type]) => toText(box(self, type!)),
      '((int?)null).ToString() // ""',
    ),
    member(
      'bool Equals(object? other)',
      (self, other, [type]) => equalsBoxed(box(self, type!), other),
      '((int?)5).Equals(5) // true',
      '((int?)null).Equals(null) // true',
    ),
    member(
      'int GetHashCode()',
      (self, [type]) => (self === null ? 0 : hashCodeOf(box(self, type!))),
      '((int?)null).GetHashCode() // 0',
    ),
  ],
});

const staticMember = membersOf<never>();

/** https://learn.microsoft.com/dotnet/api/system.nullable */
export const SystemNullable = defineType({
  name: 'System.Nullable',
  kind: 'class',
  members: [
    staticMember(
      'static int Compare<T>(T? n1, T? n2) where T : struct',
      (one, other, [type]) => compareBoxed(box(one, type!), box(other, type!)),
      'Nullable.Compare<int>(1, null) // 1',
    ),
    staticMember(
      'static bool Equals<T>(T? n1, T? n2) where T : struct',
      (one, other, [type]) => equalsBoxed(box(one, type!), box(other, type!)),
      'Nullable.Equals<int>(1, 1) // true',
    ),
  ],
});
