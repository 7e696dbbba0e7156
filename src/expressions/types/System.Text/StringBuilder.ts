import { defineType, membersOf } from '../../declare/defineType.ts';
import {
  ArgumentException,
  ArgumentOutOfRangeException,
  IndexOutOfRangeException,
} from '../../runtime/exceptions.ts';
import { TextBuilder } from '../../runtime/TextBuilder.ts';
import { appendMembers } from './stringBuilderAppend.ts';
import { formatMembers } from './stringBuilderFormat.ts';
import { insertMembers } from './stringBuilderInsert.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    StringBuilder: TextBuilder;
  }
}

const member = membersOf<TextBuilder>();

/** https://learn.microsoft.com/dotnet/api/system.text.stringbuilder */
export const TextStringBuilder = defineType({
  name: 'System.Text.StringBuilder',
  kind: 'class',
  represents: TextBuilder,
  behaviour: { text: (self: TextBuilder) => self.text },
  members: [
    member('StringBuilder()', () => new TextBuilder(), 'new StringBuilder().Length // 0'),
    member(
      'StringBuilder(int capacity)',
      (capacity) => new TextBuilder('', notNegative(capacity, 'capacity')),
      'new StringBuilder(20).Capacity // 20',
      'new StringBuilder(-1) // throws System.ArgumentOutOfRangeException',
    ),
    member(
      'StringBuilder(string? value)',
      (value) => new TextBuilder(value ?? ''),
      'new StringBuilder("abc").ToString() // "abc"',
    ),
    member(
      'StringBuilder(string? value, int capacity)',
      (value, capacity) => new TextBuilder(value ?? '', notNegative(capacity, 'capacity')),
      'new StringBuilder("abc", 20).Capacity // 20',
    ),
    member(
      'StringBuilder(string? value, int startIndex, int length, int capacity)',
      (value, startIndex, length, capacity) => {
        notNegative(capacity, 'capacity');
        notNegative(length, 'length');
        return new TextBuilder(new TextBuilder(value ?? '').part(startIndex, length), capacity);
      },
      'new StringBuilder("abcd", 1, 2, 16).ToString() // "bc"',
    ),
    member(
      'StringBuilder(int capacity, int maxCapacity)',
      (capacity, maxCapacity) => {
        if (capacity > maxCapacity) throw new ArgumentOutOfRangeException('capacity');
        if (maxCapacity < 1) throw new ArgumentOutOfRangeException('maxCapacity');
        return new TextBuilder('', notNegative(capacity, 'capacity'), maxCapacity);
      },
      'new StringBuilder(2, 3).MaxCapacity // 3',
      'new StringBuilder(2, 3).Append("abcd") // throws System.ArgumentOutOfRangeException',
    ),
    member(
      'int Capacity { get; set; }',
      {
        get: ({ capacity }) => capacity,
        set(self, value) {
          if (value < self.text.length || value > self.maxCapacity)
            throw new ArgumentOutOfRangeException('value');
          self.capacity = value;
        },
      },
      'new StringBuilder { Capacity = 40 }.Capacity // 40',
    ),
    member(
      'int Length { get; set; }',
      {
        get: ({ text }) => text.length,
        set(self, value, _types, environment) {
          if (value < 0 || value > self.maxCapacity) throw new ArgumentOutOfRangeException('value');
          environment.allowLength(value);
          self.replaceAll(self.text.slice(0, value).padEnd(value, '\0'));
        },
      },
      'new StringBuilder("abc").Length // 3',
      'new StringBuilder("abc") { Length = 2 }.ToString() // "ab"',
    ),
    member(
      'int MaxCapacity { get; }',
      ({ maxCapacity }) => maxCapacity,
      'new StringBuilder().MaxCapacity // int.MaxValue',
    ),
    member(
      'char this[int index] { get; set; }',
      {
        get(self, index) {
          if (index < 0 || index >= self.text.length) throw new IndexOutOfRangeException();
          return self.text.charCodeAt(index);
        },
        set(self, index, value) {
          if (index < 0 || index >= self.text.length)
            throw new ArgumentOutOfRangeException('index');
          const unit = String.fromCharCode(value);
          self.replaceAll(self.text.slice(0, index) + unit + self.text.slice(index + 1));
        },
      },
      `new StringBuilder("abc")[1] // 'b'`,
      'new StringBuilder("abc")[3] // throws System.IndexOutOfRangeException',
    ),
    ...appendMembers,
    ...formatMembers,
    ...insertMembers,
    member(
      'StringBuilder Clear()',
      (self) => self.replaceAll(''),
      'new StringBuilder("abc").Clear().Length // 0',
    ),
    member(
      'void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count)',
      (self, sourceIndex, destination, destinationIndex, count) => {
        notNegative(destinationIndex, 'destinationIndex');
        if (destinationIndex > destination.length - count)
          throw new ArgumentException(
            'Either offset did not refer to a position in the string, or there is an insufficient length of destination character array.',
          );
        notNegative(count, 'count');
        if (sourceIndex < 0 || sourceIndex > self.text.length)
          throw new ArgumentOutOfRangeException('sourceIndex');
        if (sourceIndex > self.text.length - count)
          throw new ArgumentException(
            'Source string was not long enough. Check sourceIndex and count.',
          );
        for (let i = 0; i < count; i++)
          destination.setAt(destinationIndex + i, self.text.charCodeAt(sourceIndex + i));
      },
      `((Func<string>)(() => { var to = new[] { '-', '-' }; new StringBuilder("abc").CopyTo(2, to, 0, 1); return new string(to); }))() // "c-"`,
    ),
    member(
      'int EnsureCapacity(int capacity)',
      (self, capacity) => {
        self.capacity = Math.max(self.capacity, notNegative(capacity, 'capacity'));
        return self.capacity;
      },
      'new StringBuilder().EnsureCapacity(100) // 100',
    ),
    member(
      'bool Equals(StringBuilder? sb)',
      (self, sb) => self.text === sb?.text,
      'new StringBuilder("a").Equals(new StringBuilder("a")) // true',
    ),
    member(
      'StringBuilder Remove(int startIndex, int length)',
      (self, startIndex, length) => self.remove(startIndex, length),
      'new StringBuilder("abc").Remove(1, 1).ToString() // "ac"',
      'new StringBuilder("abc").Remove(1, 3) // throws System.ArgumentOutOfRangeException',
    ),
    member(
      'string ToString(int startIndex, int length)',
      (self, startIndex, length) => self.part(startIndex, length),
      'new StringBuilder("abc").ToString(1, 1) // "b"',
    ),
  ],
});

/** @throws ArgumentOutOfRangeException */
function notNegative(value: number, name: string): number {
  if (value < 0) throw new ArgumentOutOfRangeException(name);
  return value;
}
