/** The words and signs that a date may hold, of a culture and of everybody. */
import { calendarNames } from '../dotnet-time/calendarNames.ts';
import type { CalendarNames } from '../dotnet-time/calendarNames.ts';
import type { DateText } from './DateText.ts';
import { isLetter } from './DateText.ts';

/** What stands by itself. */
export type Word =
  | { readonly kind: 'month'; readonly month: number }
  | { readonly kind: 'dayOfWeek'; readonly dayOfWeek: number }
  | { readonly kind: 'am' | 'pm' | 'era' | 'zone' | 'ignored' };

/** What stands behind a number or a month. */
export type Separator =
  | 'date'
  | 'time'
  /** A hyphen parts a date, and begins an offset. */
  | 'dateOrOffset'
  | 'am'
  | 'pm'
  | 'localTimeMark'
  | Suffix;

/** Signs behind numbers, as East Asia has them. */
export type Suffix = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';

interface Token {
  /** In lower case. */
  readonly text: string;
  word?: Word;
  separator?: Separator;
}

/** Tokens by their first unit, the longest first. */
type Vocabulary = ReadonlyMap<string, readonly Token[]>;

const suffixes: Readonly<Record<string, Suffix>> = {
  年: 'year',
  년: 'year',
  月: 'month',
  월: 'month',
  日: 'day',
  일: 'day',
  時: 'hour',
  时: 'hour',
  分: 'minute',
  秒: 'second',
};
const koreanSuffixes: Readonly<Record<string, Suffix>> = { 시: 'hour', 분: 'minute', 초: 'second' };

const known = new Map<string, Vocabulary>();

function vocabularyOf(culture: string): Vocabulary {
  let vocabulary = known.get(culture);
  if (!vocabulary) known.set(culture, (vocabulary = makeVocabulary(culture)));
  return vocabulary;
}

/** The word here, gone past; undefined, and not moved, when there is none. */
export function takeWord(text: DateText, culture: string): Word | undefined {
  return take(text, culture, ({ word }) => word);
}

export function takeSeparator(text: DateText, culture: string): Separator | undefined {
  return take(text, culture, ({ separator }) => separator);
}

function take<T>(
  text: DateText,
  culture: string,
  meaning: (token: Token) => T | undefined,
): T | undefined {
  const tokens = vocabularyOf(culture).get(text.unit.toLowerCase());
  // A word ends where no letter follows: there is no `Mar` in `Marmot`.
  const isWord = isLetter(text.unit);
  for (const token of tokens ?? []) {
    const found = meaning(token);
    if (found === undefined) continue;
    if (!(isWord ? text.holdsWord(token.text) : text.holds(token.text))) continue;
    text.at += token.text.length;
    return found;
  }
  return undefined;
}

function makeVocabulary(culture: string): Vocabulary {
  const tokens = new Map<string, Token>();
  // What a text means first it goes on to mean.
  const add = (text: string, meaning: Omit<Token, 'text'>): void => {
    const key = text.trim().toLowerCase();
    if (key === '') return;
    const token = tokens.get(key) ?? { text: key };
    tokens.set(key, { ...meaning, ...token });
  };
  const names = calendarNames(culture);
  const invariant = calendarNames('');
  for (const sign of [',', '.']) add(sign, { word: { kind: 'ignored' } });
  add(names.timeSeparator, { separator: 'time' });
  addHalves(names, add);
  const ownSuffixes = culture.startsWith('ko') ? { ...suffixes, ...koreanSuffixes } : suffixes;
  for (const [text, separator] of Object.entries(ownSuffixes)) add(text, { separator });
  add(names.dateSeparator, { separator: 'date' });
  for (const word of wordsOf(names)) add(word, { word: { kind: 'ignored' } });
  for (const each of [names, invariant]) {
    addNames(each, add);
    for (const era of ['A.D.', 'AD']) add(era, { word: { kind: 'era' } });
    addHalves(each, add);
  }
  if (culture.startsWith('ja')) {
    for (const [dayOfWeek, name] of names.shortDays.entries())
      add(`(${name})`, { word: { kind: 'dayOfWeek', dayOfWeek } });
  }
  add('T', { separator: 'localTimeMark' });
  for (const zone of ['GMT', 'Z']) add(zone, { word: { kind: 'zone' } });
  add('/', { separator: 'date' });
  add('-', { separator: 'dateOrOffset' });
  add(':', { separator: 'time' });
  return Map.groupBy(
    [...tokens.values()].toSorted((one, other) => other.text.length - one.text.length),
    ({ text }) => text[0]!,
  );
}

type Add = (text: string, meaning: Omit<Token, 'text'>) => void;

function addHalves({ am, pm }: CalendarNames, add: Add): void {
  add(am, { word: { kind: 'am' }, separator: 'am' });
  add(pm, { word: { kind: 'pm' }, separator: 'pm' });
}

function addNames({ months, shortMonths, days, shortDays }: CalendarNames, add: Add): void {
  for (const list of [months, shortMonths]) {
    for (const [index, name] of list.entries())
      add(name, { word: { kind: 'month', month: index + 1 } });
  }
  for (const list of [days, shortDays]) {
    for (const [dayOfWeek, name] of list.entries())
      add(name, { word: { kind: 'dayOfWeek', dayOfWeek } });
  }
}

/** What the patterns of a culture have in quotes, such as `de`, says nothing. */
function wordsOf({ longDate, shortDate, yearMonth }: CalendarNames): string[] {
  return [longDate, shortDate, yearMonth].flatMap((pattern) =>
    [...pattern.matchAll(/'([^']*)'/g)]
      .map(([, word]) => word!.trim())
      .filter((word) => !(word in suffixes)),
  );
}
