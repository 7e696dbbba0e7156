import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import type { NetHashSet } from '../../runtime/collections/NetHashSet.ts';
import * as sets from '../../runtime/collections/setOperations.ts';

/** HashSet<T> is the only set. */
const member = membersOf<NetHashSet>();

/** What ISet<T> and HashSet<T> both declare; examples are written for `type`. */
export function setMembers(type: 'ISet<int>' | 'HashSet<int>'): readonly MemberDeclaration[] {
  return [
    member(
      'bool Add(T item)',
      (self, item, _types, environment) => self.add(item, environment),
      `((${type})new HashSet<int> { 1 }).Add(1) // false`,
    ),
    member(
      'void ExceptWith(IEnumerable<T> other)',
      (self, other, _types, environment) => sets.exceptWith(self, other, environment),
      `((Func<int>)(() => { ${type} s = new HashSet<int> { 1, 2 }; s.ExceptWith(new[] { 2 }); return s.Count; }))() // 1`,
    ),
    member(
      'void IntersectWith(IEnumerable<T> other)',
      (self, other, _types, environment) => sets.intersectWith(self, other, environment),
      `((Func<int>)(() => { ${type} s = new HashSet<int> { 1, 2 }; s.IntersectWith(new[] { 2 }); return s.Single(); }))() // 2`,
    ),
    member(
      'bool IsProperSubsetOf(IEnumerable<T> other)',
      (self, other, _types, environment) => sets.isProperSubsetOf(self, other, environment),
      `((${type})new HashSet<int> { 1 }).IsProperSubsetOf(new[] { 1, 2 }) // true`,
    ),
    member(
      'bool IsProperSupersetOf(IEnumerable<T> other)',
      (self, other, _types, environment) => sets.isProperSupersetOf(self, other, environment),
      `((${type})new HashSet<int> { 1 }).IsProperSupersetOf(new[] { 1 }) // false`,
    ),
    member(
      'bool IsSubsetOf(IEnumerable<T> other)',
      (self, other, _types, environment) => sets.isSubsetOf(self, other, environment),
      `((${type})new HashSet<int> { 1 }).IsSubsetOf(new[] { 1 }) // true`,
    ),
    member(
      'bool IsSupersetOf(IEnumerable<T> other)',
      (self, other, _types, environment) => sets.isSupersetOf(self, other, environment),
      `((${type})new HashSet<int> { 1, 2 }).IsSupersetOf(new[] { 1 }) // true`,
    ),
    member(
      'bool Overlaps(IEnumerable<T> other)',
      (self, other, _types, environment) => sets.overlaps(self, other, environment),
      `((${type})new HashSet<int> { 1, 2 }).Overlaps(new[] { 2, 3 }) // true`,
    ),
    member(
      'bool SetEquals(IEnumerable<T> other)',
      (self, other, _types, environment) => sets.setEquals(self, other, environment),
      `((${type})new HashSet<int> { 1, 2 }).SetEquals(new[] { 2, 1, 1 }) // true`,
    ),
    member(
      'void SymmetricExceptWith(IEnumerable<T> other)',
      (self, other, _types, environment) => sets.symmetricExceptWith(self, other, environment),
      `((Func<string>)(() => { ${type} s = new HashSet<int> { 1, 2 }; s.SymmetricExceptWith(new[] { 2, 3 }); return string.Join(",", s.OrderBy(n => n)); }))() // "1,3"`,
    ),
    member(
      'void UnionWith(IEnumerable<T> other)',
      (self, other, _types, environment) => sets.unionWith(self, other, environment),
      `((Func<int>)(() => { ${type} s = new HashSet<int> { 1 }; s.UnionWith(new[] { 1, 2 }); return s.Count; }))() // 2`,
    ),
  ];
}
