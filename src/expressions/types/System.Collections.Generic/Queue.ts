import { defineType, membersOf } from '../../declare/defineType.ts';
import { checkNonNegative, scanCost } from '../../runtime/collections/checks.ts';
import { enumeratorOf } from '../../runtime/collections/enumeratorOf.ts';
import { copyItem } from '../../runtime/collections/storeItem.ts';
import { copyItemsWithin } from '../../runtime/collections/copyItems.ts';
import { listed } from '../../runtime/collections/listed.ts';
import { NetQueue } from '../../runtime/collections/NetQueue.ts';
import { defaultOf } from '../../runtime/defaultOf.ts';
import { InvalidOperationException } from '../../runtime/exceptions.ts';
import { newArray } from '../../runtime/newArray.ts';

const member = membersOf<NetQueue>();

/** https://learn.microsoft.com/dotnet/api/system.collections.generic.queue-1 */
export const QueueOfT = defineType({
  name: 'System.Collections.Generic.Queue<T>',
  kind: 'class',
  implements: ['IReadOnlyCollection<T>', 'System.Collections.ICollection'],
  represents: NetQueue,
  members: [
    member('Queue()', ([type]) => new NetQueue(type!), 'new Queue<int>().Count // 0'),
    member(
      'Queue(int capacity)',
      (capacity, [type]) => {
        checkNonNegative(capacity, 'capacity');
        return new NetQueue(type!);
      },
      'new Queue<int>(4).Count // 0',
    ),
    member(
      'Queue(IEnumerable<T> collection)',
      (collection, [type], environment) =>
        new NetQueue(type!, listed(collection, type!, environment)),
      'new Queue<int>(new[] { 1, 2 }).Dequeue() // 1',
    ),
    member('int Count { get; }', (self) => self.count, 'new Queue<int>(new[] { 1, 2 }).Count // 2'),
    member(
      'void Clear()',
      (self) => self.clear(),
      '((Func<int>)(() => { var q = new Queue<int>(new[] { 1 }); q.Clear(); return q.Count; }))() // 0',
    ),
    member(
      'bool Contains(T item)',
      (self, item, _types, environment) => {
        environment.spend(scanCost(self.count));
        return self.contains(item);
      },
      'new Queue<int>(new[] { 1, 2 }).Contains(2) // true',
    ),
    member(
      'void CopyTo(T[] array, int arrayIndex)',
      (self, array, arrayIndex, _types, environment) =>
        // It copies by Array.Copy.
        copyItemsWithin(self, array, arrayIndex, environment, copyItem),
      '((Func<int>)(() => { var a = new int[2]; new Queue<int>(new[] { 5 }).CopyTo(a, 1); return a[1]; }))() // 5',
    ),
    member(
      'T Dequeue()',
      (self) => found(self.dequeue()),
      '((Func<int>)(() => { var q = new Queue<int>(); q.Enqueue(1); q.Enqueue(2); return q.Dequeue(); }))() // 1',
      'new Queue<int>().Dequeue() // throws System.InvalidOperationException',
    ),
    member(
      'void Enqueue(T item)',
      (self, item, _types, environment) => self.enqueue(item, environment),
      '((Func<string>)(() => { var q = new Queue<int>(); q.Enqueue(1); q.Enqueue(2); return string.Join(",", q); }))() // "1,2"',
    ),
    member(
      'T Peek()',
      (self) => found(self.peek()),
      'new Queue<int>(new[] { 1, 2 }).Peek() // 1',
      'new Queue<int>().Peek() // throws System.InvalidOperationException',
    ),
    member(
      'bool TryDequeue(out T result)',
      (self, result) => {
        const item = self.dequeue();
        result.value = item === undefined ? defaultOf(self.elementType) : item;
        return item !== undefined;
      },
      'new Queue<int>(new[] { 1 }).TryDequeue(out var n) // true',
    ),
    member(
      'bool TryPeek(out T result)',
      (self, result) => {
        const item = self.peek();
        result.value = item === undefined ? defaultOf(self.elementType) : item;
        return item !== undefined;
      },
      'new Queue<int>().TryPeek(out var n) // false',
    ),
    member(
      'T[] ToArray()',
      (self, _types, environment) =>
        newArray(self.elementType, listed(self, self.elementType, environment)),
      'new Queue<int>(new[] { 1, 2 }).ToArray()[1] // 2',
    ),
    member(
      'void TrimExcess()',
      () => undefined,
      '((Func<int>)(() => { var q = new Queue<int>(new[] { 1 }); q.TrimExcess(); return q.Count; }))() // 1',
    ),
    member(
      'System.Collections.Generic.Queue.Enumerator<T> GetEnumerator()',
      (self) => enumeratorOf(self, self.elementType),
      'new Queue<int>().GetEnumerator().MoveNext() // false',
    ),
  ],
});

function found(item: unknown): unknown {
  if (item === undefined) throw new InvalidOperationException('Queue empty.');
  return item;
}
