import { defineType, membersOf } from '../../declare/defineType.ts';
import { asList, countOf } from '../../runtime/collections/ArrayAsList.ts';
import { scanCost } from '../../runtime/collections/checks.ts';
import { elementFrom } from '../../runtime/collections/copyArray.ts';
import type { ListProtocol } from '../../runtime/collections/protocols.ts';
import { boxElement, isElement, unboxElement } from '../../runtime/collections/boxedElements.ts';
import { defaultOf } from '../../runtime/defaultOf.ts';
import { ArgumentException } from '../../runtime/exceptions.ts';
import { NetArray } from '../../runtime/NetArray.ts';

const member = membersOf<NetArray | ListProtocol>();

/** https://learn.microsoft.com/dotnet/api/system.collections.ilist: lists of objects. */
export const IList = defineType({
  name: 'System.Collections.IList',
  kind: 'interface',
  implements: ['System.Collections.ICollection'],
  members: [
    member(
      'object? this[int index] { get; set; }',
      {
        get: (self, index) =>
          boxElement(self instanceof NetArray ? itemAt(self, index) : self.at(index), self),
        set: (self, index, value, _types, environment) => {
          if (self instanceof NetArray) {
            itemAt(self, index);
            self.setAt(index, elementFrom(value, self.elementType));
          } else self.setAt(index, unboxElement(value, self), environment);
        },
      },
      '((System.Collections.IList)new[] { 1, 2 })[1] // 2',
      '((System.Collections.IList)new List<int>())[0] // throws System.ArgumentOutOfRangeException',
      '((System.Collections.IList)new int[1])[1] // throws System.IndexOutOfRangeException',
    ),
    member(
      'bool IsFixedSize { get; }',
      (self) => self instanceof NetArray || self.isReadOnly,
      '((System.Collections.IList)new[] { 1 }).IsFixedSize // true',
      '((System.Collections.IList)new List<int>()).IsFixedSize // false',
    ),
    member(
      'bool IsReadOnly { get; }',
      (self) => !(self instanceof NetArray) && self.isReadOnly,
      '((System.Collections.IList)new[] { 1 }).IsReadOnly // false',
    ),
    member(
      'int Add(object? value)',
      (self, value, _types, environment) => {
        asList(self).add(elementToAdd(value, self), environment);
        return countOf(self) - 1;
      },
      '((System.Collections.IList)new List<int> { 1 }).Add(2) // 1',
      '((System.Collections.IList)new List<int>()).Add("a") // throws System.ArgumentException',
      '((System.Collections.IList)new int[1]).Add(2) // throws System.NotSupportedException',
    ),
    member(
      'void Clear()',
      (self) => {
        // An array keeps its length.
        if (self instanceof NetArray) self.items.fill(defaultOf(self.elementType) as never);
        else self.clear();
      },
      '((Func<int>)(() => { System.Collections.IList l = new List<int> { 1 }; l.Clear(); return l.Count; }))() // 0',
    ),
    member(
      'bool Contains(object? value)',
      (self, value, _types, environment) => {
        environment.spend(scanCost(countOf(self)));
        return isElement(value, self) && asList(self).contains(unboxElement(value, self));
      },
      '((System.Collections.IList)new[] { 1, 2 }).Contains(2) // true',
      '((System.Collections.IList)new[] { 1, 2 }).Contains("2") // false',
    ),
    member(
      'int IndexOf(object? value)',
      (self, value, _types, environment) => {
        environment.spend(scanCost(countOf(self)));
        return isElement(value, self) ? asList(self).indexOf(unboxElement(value, self)) : -1;
      },
      '((System.Collections.IList)new[] { 1, 2 }).IndexOf(2) // 1',
    ),
    member(
      'void Insert(int index, object? value)',
      (self, index, value, _types, environment) =>
        asList(self).insert(index, elementToAdd(value, self), environment),
      '((Func<object>)(() => { System.Collections.IList l = new List<int> { 1 }; l.Insert(0, 2); return l[0]; }))() // 2',
    ),
    member(
      'void Remove(object? value)',
      (self, value, _types, environment) => {
        environment.spend(scanCost(countOf(self)));
        if (self instanceof NetArray) asList(self).remove(value);
        else if (isElement(value, self)) self.remove(unboxElement(value, self));
      },
      '((Func<int>)(() => { System.Collections.IList l = new List<int> { 1 }; l.Remove(1); return l.Count; }))() // 0',
    ),
    member(
      'void RemoveAt(int index)',
      (self, index, _types, environment) => {
        environment.spend(scanCost(countOf(self)));
        asList(self).removeAt(index);
      },
      '((Func<object>)(() => { System.Collections.IList l = new List<int> { 1, 2 }; l.RemoveAt(0); return l[0]; }))() // 2',
    ),
  ],
});

/** As Array.GetValue, which an array's own indexer is here. @throws ArgumentException, IndexOutOfRangeException */
function itemAt(array: NetArray, index: number): unknown {
  if (array.lengths.length !== 1)
    throw new ArgumentException('Array was not a one-dimensional array.');
  return array.at(index);
}

/** An array refuses whatever the value is. */
function elementToAdd(value: unknown, list: NetArray | ListProtocol): unknown {
  return list instanceof NetArray ? value : unboxElement(value, list);
}
