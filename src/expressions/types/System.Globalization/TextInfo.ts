import { languageIdentifier } from '../../../lib/culture/languageIdentifiers.ts';
import { toTitleCase } from '../../../lib/culture/titleCase.ts';
import {
  toLowerIn,
  toLowerUnitIn,
  toUpperIn,
  toUpperUnitIn,
} from '../../../lib/unicode/simpleCase.ts';
import { defineType, membersOf } from '../../declare/defineType.ts';
import { TextInfo } from '../../runtime/TextInfo.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    TextInfo: TextInfo;
  }
}

const member = membersOf<TextInfo>();

/** https://learn.microsoft.com/dotnet/api/system.globalization.textinfo */
export const GlobalizationTextInfo = defineType({
  name: 'System.Globalization.TextInfo',
  kind: 'class',
  represents: TextInfo,
  behaviour: {
    text: ({ culture }: TextInfo) => `TextInfo - ${culture.name}`,
    equals: ({ culture }: TextInfo, other) =>
      other instanceof TextInfo && other.culture.name === culture.name,
    key: ({ culture }: TextInfo) => culture.name,
  },
  members: [
    member(
      'string CultureName { get; }',
      ({ culture }) => culture.name,
      'new CultureInfo("de-DE").TextInfo.CultureName // "de-DE"',
    ),
    member(
      'int LCID { get; }',
      ({ culture }) => languageIdentifier(culture.name),
      'new CultureInfo("en-US").TextInfo.LCID // 1033',
    ),
    member(
      'bool IsReadOnly { get; }',
      (self) => self.isReadOnly,
      'new CultureInfo("de").TextInfo.IsReadOnly // false',
      'CultureInfo.InvariantCulture.TextInfo.IsReadOnly // true',
    ),
    member(
      'bool IsRightToLeft { get; }',
      ({ culture }) => isRightToLeft(culture.name),
      'new CultureInfo("he-IL").TextInfo.IsRightToLeft // true',
      'new CultureInfo("en-US").TextInfo.IsRightToLeft // false',
    ),
    member(
      'string ListSeparator { get; }',
      // As Windows has it: a comma, unless numbers need it.
      ({ culture }) => (culture.numberFormat.numberDecimalSeparator === ',' ? ';' : ','),
      'new CultureInfo("de-DE").TextInfo.ListSeparator // ";"',
    ),
    member(
      'char ToLower(char c)',
      ({ culture }, c) => toLowerUnitIn(c, culture.name),
      "CultureInfo.InvariantCulture.TextInfo.ToLower('A') // 'a'",
    ),
    member(
      'char ToUpper(char c)',
      ({ culture }, c) => toUpperUnitIn(c, culture.name),
      "CultureInfo.InvariantCulture.TextInfo.ToUpper('a') // 'A'",
    ),
    member(
      'string ToLower(string str)',
      ({ culture }, str) => toLowerIn(str, culture.name),
      'new CultureInfo("tr-TR").TextInfo.ToLower("TITLE") // "tıtle"',
    ),
    member(
      'string ToUpper(string str)',
      ({ culture }, str) => toUpperIn(str, culture.name),
      'new CultureInfo("tr-TR").TextInfo.ToUpper("title") // "TİTLE"',
    ),
    member(
      'string ToTitleCase(string str)',
      ({ culture }, str) => toTitleCase(str, culture.name),
      'CultureInfo.InvariantCulture.TextInfo.ToTitleCase("war and PEACE in the USA") // "War And PEACE In The USA"',
      'CultureInfo.InvariantCulture.TextInfo.ToTitleCase("don\'t") // "Don\'t"',
    ),
  ],
});

const rightToLeftScripts = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg']);

function isRightToLeft(name: string): boolean {
  if (name === '') return false;
  return rightToLeftScripts.has(new Intl.Locale(name).maximize().script ?? '');
}
