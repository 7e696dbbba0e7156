/** `IndexOf` and its kin. */
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { textOfUnits } from '../../runtime/textOfUnits.ts';
import {
  indexOfAnyUnit,
  indexOfText,
  indexOfUnit,
  lastIndexOfAnyUnit,
  lastIndexOfText,
  lastIndexOfUnit,
} from './stringSearch.ts';

const member = membersOf<string>();

const forwards: readonly MemberDeclaration[] = [
  member(
    'int IndexOf(char value)',
    (self, value) => indexOfUnit(self, value),
    '"contoso".IndexOf(\'o\') // 1',
  ),
  member(
    'int IndexOf(char value, int startIndex)',
    (self, value, start) => indexOfUnit(self, value, start),
    '"contoso".IndexOf(\'o\', 2) // 4',
  ),
  member(
    'int IndexOf(char value, int startIndex, int count)',
    (self, value, start, count) => indexOfUnit(self, value, start, count),
    '"contoso".IndexOf(\'o\', 2, 2) // -1',
  ),
  member(
    'int IndexOf(char value, StringComparison comparisonType)',
    (self, value, comparison) =>
      indexOfText(self, String.fromCharCode(value), 0, self.length, comparison),
    '"contoso".IndexOf(\'O\', StringComparison.OrdinalIgnoreCase) // 1',
  ),
  member(
    'int IndexOf(string value)',
    (self, value) => indexOfText(self, value),
    '"contoso".IndexOf("so") // 5',
    '"contoso".IndexOf("") // 0',
  ),
  member(
    'int IndexOf(string value, int startIndex)',
    (self, value, start) => indexOfText(self, value, start),
    '"contoso".IndexOf("o", 5) // 6',
    '"a".IndexOf("a", 5) // throws System.ArgumentOutOfRangeException',
  ),
  member(
    'int IndexOf(string value, int startIndex, int count)',
    (self, value, start, count) => indexOfText(self, value, start, count),
    '"contoso".IndexOf("o", 2, 2) // -1',
  ),
  member(
    'int IndexOf(string value, StringComparison comparisonType)',
    (self, value, comparison) => indexOfText(self, value, 0, self.length, comparison),
    '"contoso".IndexOf("SO", StringComparison.OrdinalIgnoreCase) // 5',
  ),
  member(
    'int IndexOf(string value, int startIndex, StringComparison comparisonType)',
    (self, value, start, comparison) =>
      indexOfText(self, value, start, self.length - start, comparison),
    '"contoso".IndexOf("O", 2, StringComparison.OrdinalIgnoreCase) // 4',
  ),
  member(
    'int IndexOf(string value, int startIndex, int count, StringComparison comparisonType)',
    (self, value, start, count, comparison) => indexOfText(self, value, start, count, comparison),
    '"contoso".IndexOf("O", 2, 2, StringComparison.OrdinalIgnoreCase) // -1',
  ),
  member(
    'int IndexOfAny(char[] anyOf)',
    (self, anyOf) => indexOfAnyUnit(self, textOfUnits(anyOf)),
    "\"contoso\".IndexOfAny(new[] { 's', 't' }) // 3",
  ),
  member(
    'int IndexOfAny(char[] anyOf, int startIndex)',
    (self, anyOf, start) => indexOfAnyUnit(self, textOfUnits(anyOf), start),
    "\"contoso\".IndexOfAny(new[] { 's', 't' }, 4) // 5",
  ),
  member(
    'int IndexOfAny(char[] anyOf, int startIndex, int count)',
    (self, anyOf, start, count) => indexOfAnyUnit(self, textOfUnits(anyOf), start, count),
    "\"contoso\".IndexOfAny(new[] { 's', 't' }, 4, 1) // -1",
  ),
];

const backwards: readonly MemberDeclaration[] = [
  member(
    'int LastIndexOf(char value)',
    (self, value) => lastIndexOfUnit(self, value),
    '"contoso".LastIndexOf(\'o\') // 6',
  ),
  member(
    'int LastIndexOf(char value, int startIndex)',
    (self, value, start) => lastIndexOfUnit(self, value, start),
    '"contoso".LastIndexOf(\'o\', 5) // 4',
    '"a".LastIndexOf(\'a\', 1) // throws System.ArgumentOutOfRangeException',
  ),
  member(
    'int LastIndexOf(char value, int startIndex, int count)',
    (self, value, start, count) => lastIndexOfUnit(self, value, start, count),
    '"contoso".LastIndexOf(\'o\', 3, 2) // -1',
  ),
  member(
    'int LastIndexOf(string value)',
    (self, value) => lastIndexOfText(self, value),
    '"contoso".LastIndexOf("o") // 6',
  ),
  member(
    'int LastIndexOf(string value, int startIndex)',
    (self, value, start) => lastIndexOfText(self, value, start),
    '"contoso".LastIndexOf("o", 5) // 4',
  ),
  member(
    'int LastIndexOf(string value, int startIndex, int count)',
    (self, value, start, count) => lastIndexOfText(self, value, start, count),
    '"contoso".LastIndexOf("o", 3, 2) // -1',
  ),
  member(
    'int LastIndexOf(string value, StringComparison comparisonType)',
    (self, value, comparison) =>
      lastIndexOfText(self, value, self.length - 1, self.length, comparison),
    '"contoso".LastIndexOf("O", StringComparison.OrdinalIgnoreCase) // 6',
  ),
  member(
    'int LastIndexOf(string value, int startIndex, StringComparison comparisonType)',
    (self, value, start, comparison) => lastIndexOfText(self, value, start, start + 1, comparison),
    '"contoso".LastIndexOf("O", 5, StringComparison.OrdinalIgnoreCase) // 4',
  ),
  member(
    'int LastIndexOf(string value, int startIndex, int count, StringComparison comparisonType)',
    (self, value, start, count, comparison) =>
      lastIndexOfText(self, value, start, count, comparison),
    '"contoso".LastIndexOf("O", 3, 2, StringComparison.OrdinalIgnoreCase) // -1',
  ),
  member(
    'int LastIndexOfAny(char[] anyOf)',
    (self, anyOf) => lastIndexOfAnyUnit(self, textOfUnits(anyOf)),
    "\"contoso\".LastIndexOfAny(new[] { 's', 't' }) // 5",
  ),
  member(
    'int LastIndexOfAny(char[] anyOf, int startIndex)',
    (self, anyOf, start) => lastIndexOfAnyUnit(self, textOfUnits(anyOf), start),
    "\"contoso\".LastIndexOfAny(new[] { 's', 't' }, 4) // 3",
  ),
  member(
    'int LastIndexOfAny(char[] anyOf, int startIndex, int count)',
    (self, anyOf, start, count) => lastIndexOfAnyUnit(self, textOfUnits(anyOf), start, count),
    "\"contoso\".LastIndexOfAny(new[] { 's', 't' }, 4, 1) // -1",
  ),
];

export const searchMembers: readonly MemberDeclaration[] = [...forwards, ...backwards];
