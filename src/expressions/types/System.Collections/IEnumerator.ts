import { defineType, membersOf } from '../../declare/defineType.ts';
import { box } from '../../runtime/boxing.ts';
import type { Enumerator } from '../../runtime/Enumerator.ts';

const member = membersOf<Enumerator>();

/** https://learn.microsoft.com/dotnet/api/system.collections.ienumerator */
export const IEnumerator = defineType({
  name: 'System.Collections.IEnumerator',
  kind: 'interface',
  members: [
    member(
      'object? Current { get; }',
      (self) => box(self.strictCurrent, self.elementType) ?? null,
      '((Func<object>)(() => { System.Collections.IEnumerator e = new[] { 7 }.GetEnumerator(); e.MoveNext(); return e.Current; }))() // 7',
    ),
    member(
      'bool MoveNext()',
      (self, _types, environment) => self.moveNext(environment),
      'new List<int>().GetEnumerator().MoveNext() // false',
    ),
    member(
      'void Reset()',
      (self) => self.reset(),
      '((Func<bool>)(() => { System.Collections.IEnumerator e = new[] { 7 }.GetEnumerator(); e.MoveNext(); e.Reset(); return e.MoveNext(); }))() // true',
    ),
  ],
});
