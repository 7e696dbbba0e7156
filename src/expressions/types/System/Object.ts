import { defineType, membersOf } from '../../declare/defineType.ts';
import { equalsBoxed, hashCodeOf } from '../../runtime/equality.ts';
import { NetObject } from '../../runtime/NetObject.ts';
import { toText } from '../../runtime/toText.ts';
import { typeObject } from '../../runtime/TypeObject.ts';
import { typeOf } from '../../runtime/typeOf.ts';
import { Box } from '../../runtime/Box.ts';
import { SystemException } from '../../runtime/exceptions.ts';

const member = membersOf<NonNullable<unknown>>();

/** https://learn.microsoft.com/dotnet/api/system.object; what a type's `behaviour` says is used. */
export const SystemObject = defineType({
  name: 'System.Object',
  keyword: 'object',
  kind: 'class',
  represents: NetObject,
  members: [
    member('Object()', () => new NetObject(), 'new object() == null // false'),
    member('string ToString()', (self) => toText(self), '((object)12).ToString() // "12"'),
    member(
      'bool Equals(object? obj)',
      (self, obj) => equalsBoxed(self, obj),
      '((object)1).Equals(1) // true',
      '((object)1).Equals(1L) // false',
    ),
    member(
      'static bool Equals(object? objA, object? objB)',
      equalsBoxed,
      'object.Equals("a", "a") // true',
      'object.Equals(null, null) // true',
    ),
    member(
      'static bool ReferenceEquals(object? objA, object? objB)',
      isSameReference,
      'object.ReferenceEquals(1, 1) // false',
      'object.ReferenceEquals(null, null) // true',
    ),
    member(
      'int GetHashCode()',
      (self) => hashCodeOf(self),
      '((object)"a").GetHashCode() == "a".GetHashCode() // true',
    ),
    member(
      'Type GetType()',
      (self) => {
        const type = typeOf(self);
        if (!type) throw new SystemException('The type of this object is not known.');
        return typeObject(type);
      },
      '((object)1).GetType().FullName // "System.Int32"',
    ),
  ],
});

/** Each boxing makes a new object, so values of value types are never the same reference. */
function isSameReference(one: unknown, other: unknown): boolean {
  if (typeof one === 'number' || typeof one === 'bigint' || typeof one === 'boolean') return false;
  return one === other && !(one instanceof Box);
}
