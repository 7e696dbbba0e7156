import { cultureName, displayName, parentName } from '../../../lib/culture/cultureName.ts';
import {
  cultureOfIdentifier,
  languageIdentifier,
} from '../../../lib/culture/languageIdentifiers.ts';
import { newLine } from '../../runtime/newLine.ts';
import { defineType, membersOf } from '../../declare/defineType.ts';
import { CultureInfo, findCulture } from '../../runtime/CultureInfo.ts';
import {
  ArgumentException,
  ArgumentOutOfRangeException,
  CultureNotFoundException,
} from '../../runtime/exceptions.ts';
import { TextInfo } from '../../runtime/TextInfo.ts';
import type { NumberFormatInfo } from '../../runtime/NumberFormatInfo.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    CultureInfo: CultureInfo;
  }
}

const member = membersOf<CultureInfo>();

/**
 * https://learn.microsoft.com/dotnet/api/system.globalization.cultureinfo. The current culture is
 * the invariant one.
 */
export const GlobalizationCultureInfo = defineType({
  name: 'System.Globalization.CultureInfo',
  kind: 'class',
  implements: ['ICloneable', 'IFormatProvider'],
  represents: CultureInfo,
  behaviour: {
    text: (value: CultureInfo) => value.name,
    equals: (value: CultureInfo, other) =>
      other instanceof CultureInfo && other.name === value.name,
    key: (value: CultureInfo) => value.name,
  },
  members: [
    member(
      'CultureInfo(string name)',
      (name) => new CultureInfo(existing(name), false, true),
      'new CultureInfo("fr-fr").Name // "fr-FR"',
      'new CultureInfo("xx-XX") // throws System.Globalization.CultureNotFoundException',
    ),
    member(
      'CultureInfo(string name, bool useUserOverride)',
      (name, useUserOverride) => new CultureInfo(existing(name), false, useUserOverride),
      'new CultureInfo("de-DE", false).Name // "de-DE"',
    ),
    member(
      'CultureInfo(int culture)',
      (culture) => new CultureInfo(ofIdentifier(culture), false, true),
      'new CultureInfo(1031).Name // "de-DE"',
    ),
    member(
      'CultureInfo(int culture, bool useUserOverride)',
      (culture, useUserOverride) => new CultureInfo(ofIdentifier(culture), false, useUserOverride),
      'new CultureInfo(1033, false).Name // "en-US"',
    ),
    member(
      'static CultureInfo InvariantCulture { get; }',
      () => CultureInfo.invariant,
      'CultureInfo.InvariantCulture.Name // ""',
    ),
    member(
      'static CultureInfo CurrentCulture { get; }',
      () => CultureInfo.invariant,
      'CultureInfo.CurrentCulture.Name // ""',
    ),
    member(
      'static CultureInfo CurrentUICulture { get; }',
      () => CultureInfo.invariant,
      'CultureInfo.CurrentUICulture.Name // ""',
    ),
    member(
      'static CultureInfo InstalledUICulture { get; }',
      () => CultureInfo.invariant,
      'CultureInfo.InstalledUICulture.Name // ""',
    ),
    member(
      'static CultureInfo GetCultureInfo(string name)',
      shared,
      'CultureInfo.GetCultureInfo("en-GB").IsReadOnly // true',
    ),
    member(
      'static CultureInfo GetCultureInfo(int culture)',
      (culture) => {
        if (culture <= 0)
          throw new ArgumentOutOfRangeException('culture', 'Positive number required.');
        return shared(ofIdentifier(culture));
      },
      'CultureInfo.GetCultureInfo(2057).Name // "en-GB"',
    ),
    member(
      'static CultureInfo GetCultureInfoByIetfLanguageTag(string name)',
      shared,
      'CultureInfo.GetCultureInfoByIetfLanguageTag("sv-SE").Name // "sv-SE"',
    ),
    member(
      'static CultureInfo CreateSpecificCulture(string name)',
      (name) => new CultureInfo(specificName(existing(name)), false, true),
      'CultureInfo.CreateSpecificCulture("de").Name // "de-DE"',
    ),
    member(
      'static CultureInfo ReadOnly(CultureInfo ci)',
      (ci) => new CultureInfo(ci.name, true, ci.usesOverride, ci.numberFormatInfo),
      'CultureInfo.ReadOnly(new CultureInfo("it-IT")).IsReadOnly // true',
    ),
    member('string Name { get; }', (self) => self.name, 'new CultureInfo("EN-us").Name // "en-US"'),
    member(
      'string IetfLanguageTag { get; }',
      (self) => self.name,
      'new CultureInfo("nl-NL").IetfLanguageTag // "nl-NL"',
    ),
    member(
      'string DisplayName { get; }',
      (self) => nameIn(self, 'en'),
      'new CultureInfo("de-DE").DisplayName // "German (Germany)"',
    ),
    member(
      'string EnglishName { get; }',
      (self) => nameIn(self, 'en'),
      'new CultureInfo("fr").EnglishName // "French"',
    ),
    member(
      'string NativeName { get; }',
      (self) => nameIn(self, self.name),
      'new CultureInfo("de-DE").NativeName // "Deutsch (Deutschland)"',
    ),
    member(
      'string TwoLetterISOLanguageName { get; }',
      (self) => (self.name === '' ? 'iv' : self.name.replace(/-.*/, '')),
      'new CultureInfo("pt-BR").TwoLetterISOLanguageName // "pt"',
    ),
    member(
      'int LCID { get; }',
      (self) => languageIdentifier(self.name),
      'new CultureInfo("en-US").LCID // 1033',
    ),
    member(
      'int KeyboardLayoutId { get; }',
      (self) => languageIdentifier(self.name),
      'new CultureInfo("en-US").KeyboardLayoutId // 1033',
    ),
    member(
      'CultureInfo Parent { get; }',
      (self) => shared(self.name === '' ? '' : parentName(self.name)),
      'new CultureInfo("en-US").Parent.Name // "en"',
      'new CultureInfo("en").Parent.Name // ""',
    ),
    member(
      'bool IsNeutralCulture { get; }',
      (self) => self.name !== '' && new Intl.Locale(self.name).region === undefined,
      'new CultureInfo("en").IsNeutralCulture // true',
    ),
    member(
      'bool IsReadOnly { get; }',
      (self) => self.isReadOnly,
      'CultureInfo.InvariantCulture.IsReadOnly // true',
    ),
    member(
      'bool UseUserOverride { get; }',
      (self) => self.usesOverride,
      'CultureInfo.InvariantCulture.UseUserOverride // false',
      'new CultureInfo("de-DE").UseUserOverride // true',
    ),
    member(
      'NumberFormatInfo NumberFormat { get; set; }',
      {
        get: (self) => self.numberFormatInfo,
        set: (self, value: NumberFormatInfo) => {
          self.numberFormatInfo = value;
        },
      },
      'new CultureInfo("de-DE").NumberFormat.NumberDecimalSeparator // ","',
    ),
    member(
      'TextInfo TextInfo { get; }',
      (self) => new TextInfo(self, self.isReadOnly),
      'CultureInfo.InvariantCulture.TextInfo.ToTitleCase("hello") // "Hello"',
    ),
    member(
      'object Clone()',
      (self) => new CultureInfo(self.name, false, self.usesOverride, self.numberFormatInfo.clone()),
      '((CultureInfo)CultureInfo.InvariantCulture.Clone()).IsReadOnly // false',
    ),
    member(
      'CultureInfo GetConsoleFallbackUICulture()',
      (self) => new CultureInfo(self.name, true, true),
      'CultureInfo.InvariantCulture.GetConsoleFallbackUICulture().Name // ""',
    ),
  ],
});

/** The canonical name. @throws CultureNotFoundException */
export function existing(name: string): string {
  return cultureName(name) ?? notFound('name', name);
}

/** @throws CultureNotFoundException */
function shared(name: string): CultureInfo {
  return findCulture(name) ?? notFound('name', name);
}

/** @throws CultureNotFoundException */
function ofIdentifier(identifier: number): string {
  if (identifier < 0) throw new ArgumentOutOfRangeException('culture', 'Positive number required.');
  return cultureOfIdentifier(identifier) ?? notFound('culture', String(identifier));
}

function notFound(parameter: string, name: string): never {
  const problem = new CultureNotFoundException(undefined, parameter);
  problem.message += `${newLine}${name} is an invalid culture identifier.`;
  throw problem;
}

/** The culture of the region where a language is most spoken. */
function specificName(name: string): string {
  if (name === '') return name;
  const locale = new Intl.Locale(name);
  if (locale.region) return name;
  const { region } = locale.maximize();
  if (!region) throw new ArgumentException(`Culture '${name}' has no specific culture.`, 'name');
  return new Intl.Locale(name, { region }).baseName;
}

function nameIn({ name }: CultureInfo, language: string): string {
  if (name === '') return 'Invariant Language (Invariant Country)';
  return displayName(name, language) ?? name;
}
