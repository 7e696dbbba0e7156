import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatFloat } from '../dotnet-format/formatNumber.ts';
import { invariantNumberFormat } from '../dotnet-format/NumberFormat.ts';
import { parseFloat } from '../dotnet-format/parseNumber.ts';
import { cultureName, parentName } from './cultureName.ts';
import { cultureOfIdentifier, languageIdentifier } from './languageIdentifiers.ts';
import { numberFormatOf } from './numberFormatOf.ts';
import { toTitleCase } from './titleCase.ts';

const amount = -1234567.5;

/** Spaces of any width are shown as `_`. */
function write(culture: string, format: string): string | undefined {
  return formatFloat(amount, format, numberFormatOf(culture))?.replaceAll(/\s/g, '_');
}

test('numbers, currencies and percentages follow the culture', () => {
  const expected: Readonly<Record<string, readonly [string, string, string]>> = {
    'en-US': ['-1,234,567.50', '($1,234,567.50)', '-123,456,750.00%'],
    'en-GB': ['-1,234,567.50', '-£1,234,567.50', '-123,456,750.00%'],
    'de-DE': ['-1.234.567,50', '-1.234.567,50_€', '-123.456.750,00_%'],
    'fr-FR': ['-1_234_567,50', '-1_234_567,50_€', '-123_456_750,00_%'],
    'es-ES': ['-1.234.567,50', '-1.234.567,50_€', '-123.456.750,00_%'],
    'it-IT': ['-1.234.567,50', '-1.234.567,50_€', '-123.456.750,00%'],
    'nl-NL': ['-1.234.567,50', '€_-1.234.567,50', '-123.456.750,00%'],
    'ja-JP': ['-1,234,567.50', '-¥1,234,568', '-123,456,750.00%'],
    'zh-CN': ['-1,234,567.50', '¥-1,234,567.50', '-123,456,750.00%'],
    'pt-BR': ['-1.234.567,50', '-R$_1.234.567,50', '-123.456.750,00%'],
    'sv-SE': ['-1_234_567,50', '-1_234_567,50_kr', '-123_456_750,00_%'],
    'en-IN': ['-12,34,567.50', '-₹12,34,567.50', '-12,34,56,750.00%'],
  };
  for (const [culture, texts] of Object.entries(expected)) {
    assert.deepEqual(
      ['N', 'C', 'P'].map((format) => write(culture, format)),
      texts,
      culture,
    );
  }
});

test('a culture reads what it writes, with the space that people type', () => {
  for (const culture of ['en-US', 'de-DE', 'fr-FR', 'sv-SE', 'ja-JP', 'ar-SA']) {
    const format = numberFormatOf(culture);
    const text = formatFloat(amount, 'N', format) ?? '';
    assert.equal(parseFloat(text, 111, format), amount, culture);
    assert.equal(parseFloat(text.replaceAll(/\s/g, ' '), 111, format), amount, culture);
  }
});

test('the empty name is the invariant culture', () => {
  assert.equal(numberFormatOf(''), invariantNumberFormat);
  assert.equal(cultureName(''), '');
});

test('names are put in canonical case and unknown ones are refused', () => {
  assert.equal(cultureName('EN-us'), 'en-US');
  assert.equal(cultureName('zh-CHS'), 'zh-Hans');
  for (const name of ['xx-XX', 'english', 'en_US', 'en-ZZZZZ-', 'a'.repeat(100), '1', 'en-QX']) {
    assert.equal(cultureName(name), undefined, name);
  }
});

test('every parent is more general', () => {
  assert.equal(parentName('de-DE'), 'de');
  assert.equal(parentName('sr-Latn-RS'), 'sr-Latn');
  assert.equal(parentName('zh-CN'), 'zh-Hans');
  assert.equal(parentName('de'), '');
});

test('language identifiers are those of Windows, both ways', () => {
  assert.equal(languageIdentifier('de-DE'), 0x407);
  assert.equal(cultureOfIdentifier(0x409), 'en-US');
  assert.equal(languageIdentifier(''), 0x7f);
  assert.equal(languageIdentifier('en-AX'), 0x1000);
});

// Agreed with an implementation of .NET Framework.
test('title case makes capitals of words, but leaves acronyms alone', () => {
  const expected: Readonly<Record<string, string>> = {
    'war and PEACE': 'War And PEACE',
    "don't O'NEIL": "Don't O'neil",
    'iPhone wOrld-wide abc1DEF': 'Iphone World-Wide Abc1def',
    'ǆa ÉA éa': 'ǅa ÉA Éa',
    "'x' 1st": "'X' 1St",
  };
  for (const [text, title] of Object.entries(expected)) assert.equal(toTitleCase(text, ''), title);
  assert.equal(toTitleCase('istanbul', 'tr-TR'), 'İstanbul');
});
