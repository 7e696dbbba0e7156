import { defineType, membersOf } from '../../declare/defineType.ts';
import { Enumerator } from '../../runtime/Enumerator.ts';

const member = membersOf<Enumerator>();

/** https://learn.microsoft.com/dotnet/api/system.collections.generic.ienumerator-1 */
export const IEnumeratorOfT = defineType({
  name: 'System.Collections.Generic.IEnumerator<out T>',
  kind: 'interface',
  implements: ['IDisposable', 'System.Collections.IEnumerator'],
  represents: Enumerator,
  members: [
    member(
      'T Current { get; }',
      (self) => self.current,
      '((Func<int>)(() => { var e = new List<int> { 7 }.GetEnumerator(); e.MoveNext(); return e.Current; }))() // 7',
    ),
    member(
      'void Dispose()',
      (self) => self.dispose(),
      '((Func<bool>)(() => { var e = new List<int> { 7 }.GetEnumerator(); e.Dispose(); return true; }))() // true',
    ),
  ],
});
