/** How a `List<T>` is sorted and reversed. */
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { checkRange, scanCost } from '../../runtime/collections/checks.ts';
import type { NetList } from '../../runtime/collections/NetList.ts';
import { reverseIn } from '../../runtime/collections/reverse.ts';
import { sortIn } from '../../runtime/collections/sort.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { orderOf } from '../../runtime/order.ts';
import type { Comparer } from '../../runtime/order.ts';

const member = membersOf<NetList>();

export const listOrderMembers: readonly MemberDeclaration[] = [
  member(
    'void Reverse()',
    (self, _types, environment) => reverse(self, 0, self.count, environment),
    '((Func<string>)(() => { var l = new List<int> { 1, 2, 3 }; l.Reverse(); return string.Join(",", l); }))() // "3,2,1"',
  ),
  member(
    'void Reverse(int index, int count)',
    (self, index, count, _types, environment) => reverse(self, index, count, environment),
    '((Func<string>)(() => { var l = new List<int> { 1, 2, 3 }; l.Reverse(0, 2); return string.Join(",", l); }))() // "2,1,3"',
  ),
  member(
    'void Sort()',
    (self, _types, environment) => sort(self, 0, self.count, null, environment),
    '((Func<string>)(() => { var l = new List<int> { 3, 1, 2 }; l.Sort(); return string.Join(",", l); }))() // "1,2,3"',
    'new List<object> { 1, "a" }.Sort() // throws System.InvalidOperationException',
  ),
  member(
    'void Sort(IComparer<T>? comparer)',
    (self, comparer: Comparer | null, _types, environment) =>
      sort(self, 0, self.count, comparer, environment),
    '((Func<string>)(() => { var l = new List<string> { "b", "A" }; l.Sort(StringComparer.OrdinalIgnoreCase); return string.Join(",", l); }))() // "A,b"',
  ),
  member(
    'void Sort(int index, int count, IComparer<T>? comparer)',
    (self, index, count, comparer: Comparer | null, _types, environment) => {
      checkRange(index, count, self.count);
      sort(self, index, count, comparer, environment);
    },
    '((Func<string>)(() => { var l = new List<int> { 3, 2, 1 }; l.Sort(1, 2, null); return string.Join(",", l); }))() // "3,1,2"',
  ),
  member(
    'void Sort(Comparison<T> comparison)',
    (self, comparison, _types, environment) =>
      sort(self, 0, self.count, { compare: comparison }, environment),
    '((Func<string>)(() => { var l = new List<int> { 1, 3, 2 }; l.Sort((x, y) => y - x); return string.Join(",", l); }))() // "3,2,1"',
  ),
];

function reverse(list: NetList, index: number, count: number, environment: Environment): void {
  checkRange(index, count, list.count);
  environment.spend(scanCost(count));
  reverseIn(list.items, index, count);
  list.version++;
}

function sort(
  list: NetList,
  index: number,
  count: number,
  comparer: Comparer | null,
  environment: Environment,
): void {
  const order = comparer ?? orderOf(list.elementType);
  sortIn(list.items, index, count, (x, y) => order.compare(x, y), environment);
  list.version++;
}
