import { defineType, membersOf } from '../../declare/defineType.ts';
import { checkNonNegative, scanCost } from '../../runtime/collections/checks.ts';
import { enumeratorOf } from '../../runtime/collections/enumeratorOf.ts';
import { copyItemsWithin } from '../../runtime/collections/copyItems.ts';
import { listed } from '../../runtime/collections/listed.ts';
import { NetStack } from '../../runtime/collections/NetStack.ts';
import { defaultOf } from '../../runtime/defaultOf.ts';
import { InvalidOperationException } from '../../runtime/exceptions.ts';
import { newArray } from '../../runtime/newArray.ts';

const member = membersOf<NetStack>();

/** https://learn.microsoft.com/dotnet/api/system.collections.generic.stack-1 */
export const StackOfT = defineType({
  name: 'System.Collections.Generic.Stack<T>',
  kind: 'class',
  implements: ['IReadOnlyCollection<T>', 'System.Collections.ICollection'],
  represents: NetStack,
  members: [
    member('Stack()', ([type]) => new NetStack(type!), 'new Stack<int>().Count // 0'),
    member(
      'Stack(int capacity)',
      (capacity, [type]) => {
        checkNonNegative(capacity, 'capacity');
        return new NetStack(type!);
      },
      'new Stack<int>(4).Count // 0',
    ),
    member(
      'Stack(IEnumerable<T> collection)',
      (collection, [type], environment) =>
        new NetStack(type!, listed(collection, type!, environment)),
      'new Stack<int>(new[] { 1, 2 }).Pop() // 2',
    ),
    member('int Count { get; }', (self) => self.count, 'new Stack<int>(new[] { 1, 2 }).Count // 2'),
    member(
      'void Clear()',
      (self) => self.clear(),
      '((Func<int>)(() => { var s = new Stack<int>(new[] { 1 }); s.Clear(); return s.Count; }))() // 0',
    ),
    member(
      'bool Contains(T item)',
      (self, item, _types, environment) => {
        environment.spend(scanCost(self.count));
        return self.contains(item);
      },
      'new Stack<int>(new[] { 1, 2 }).Contains(2) // true',
    ),
    member(
      'void CopyTo(T[] array, int arrayIndex)',
      (self, array, arrayIndex, _types, environment) =>
        copyItemsWithin(self, array, arrayIndex, environment),
      '((Func<int>)(() => { var a = new int[2]; new Stack<int>(new[] { 5 }).CopyTo(a, 1); return a[1]; }))() // 5',
    ),
    member(
      'T Pop()',
      (self) => found(self.pop()),
      '((Func<int>)(() => { var s = new Stack<int>(); s.Push(1); s.Push(2); return s.Pop(); }))() // 2',
      'new Stack<int>().Pop() // throws System.InvalidOperationException',
    ),
    member(
      'void Push(T item)',
      (self, item, _types, environment) => self.push(item, environment),
      '((Func<string>)(() => { var s = new Stack<int>(); s.Push(1); s.Push(2); return string.Join(",", s); }))() // "2,1"',
    ),
    member(
      'T Peek()',
      (self) => found(self.peek()),
      'new Stack<int>(new[] { 1, 2 }).Peek() // 2',
      'new Stack<int>().Peek() // throws System.InvalidOperationException',
    ),
    member(
      'bool TryPop(out T result)',
      (self, result) => {
        const item = self.pop();
        result.value = item === undefined ? defaultOf(self.elementType) : item;
        return item !== undefined;
      },
      'new Stack<int>(new[] { 1 }).TryPop(out var n) // true',
    ),
    member(
      'bool TryPeek(out T result)',
      (self, result) => {
        const item = self.peek();
        result.value = item === undefined ? defaultOf(self.elementType) : item;
        return item !== undefined;
      },
      'new Stack<int>().TryPeek(out var n) // false',
    ),
    member(
      'T[] ToArray()',
      (self, _types, environment) =>
        newArray(self.elementType, listed(self, self.elementType, environment)),
      'new Stack<int>(new[] { 1, 2 }).ToArray()[1] // 1',
    ),
    member(
      'void TrimExcess()',
      () => undefined,
      '((Func<int>)(() => { var s = new Stack<int>(new[] { 1 }); s.TrimExcess(); return s.Count; }))() // 1',
    ),
    member(
      'System.Collections.Generic.Stack.Enumerator<T> GetEnumerator()',
      (self) => enumeratorOf(self, self.elementType),
      'new Stack<int>().GetEnumerator().MoveNext() // false',
    ),
  ],
});

function found(item: unknown): unknown {
  if (item === undefined) throw new InvalidOperationException('Stack empty.');
  return item;
}
