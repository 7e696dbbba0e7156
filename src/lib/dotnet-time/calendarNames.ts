/** How a culture writes dates: its names and its standard patterns (.NET's DateTimeFormatInfo). */
export interface CalendarNames {
  /** From January; twelve. */
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  /** From Sunday; seven. */
  readonly days: readonly string[];
  readonly shortDays: readonly string[];
  readonly am: string;
  readonly pm: string;
  readonly dateSeparator: string;
  readonly timeSeparator: string;
  readonly shortDate: string;
  readonly longDate: string;
  readonly shortTime: string;
  readonly longTime: string;
  readonly monthDay: string;
  readonly yearMonth: string;
}

type Patterns = Pick<
  CalendarNames,
  'dateSeparator' | 'shortDate' | 'longDate' | 'shortTime' | 'longTime' | 'monthDay' | 'yearMonth'
>;

const invariant: Patterns = {
  dateSeparator: '/',
  shortDate: 'MM/dd/yyyy',
  longDate: 'dddd, dd MMMM yyyy',
  shortTime: 'HH:mm',
  longTime: 'HH:mm:ss',
  monthDay: 'MMMM dd',
  yearMonth: 'yyyy MMMM',
};

const day24 = { shortTime: 'HH:mm', longTime: 'HH:mm:ss' };
const day12 = { shortTime: 'h:mm tt', longTime: 'h:mm:ss tt' };

/** Patterns of the cultures that are common on gateways, as Windows has them. */
const patterns: Readonly<Record<string, Partial<Patterns>>> = {
  'en-US': {
    ...day12,
    shortDate: 'M/d/yyyy',
    longDate: 'dddd, MMMM d, yyyy',
    monthDay: 'MMMM d',
    yearMonth: 'MMMM yyyy',
  },
  'en-GB': {
    ...day24,
    shortDate: 'dd/MM/yyyy',
    longDate: 'dd MMMM yyyy',
    monthDay: 'd MMMM',
    yearMonth: 'MMMM yyyy',
  },
  'en-CA': {
    ...day12,
    dateSeparator: '-',
    shortDate: 'yyyy-MM-dd',
    longDate: 'MMMM d, yyyy',
    monthDay: 'MMMM d',
    yearMonth: 'MMMM yyyy',
  },
  'en-AU': {
    ...day12,
    shortDate: 'd/MM/yyyy',
    longDate: 'dddd, d MMMM yyyy',
    monthDay: 'd MMMM',
    yearMonth: 'MMMM yyyy',
  },
  'de-DE': {
    ...day24,
    dateSeparator: '.',
    shortDate: 'dd.MM.yyyy',
    longDate: 'dddd, d. MMMM yyyy',
    monthDay: 'd. MMMM',
    yearMonth: 'MMMM yyyy',
  },
  'fr-FR': {
    ...day24,
    shortDate: 'dd/MM/yyyy',
    longDate: 'dddd d MMMM yyyy',
    monthDay: 'd MMMM',
    yearMonth: 'MMMM yyyy',
  },
  'es-ES': {
    ...day24,
    shortDate: 'dd/MM/yyyy',
    longDate: "dddd, d 'de' MMMM 'de' yyyy",
    monthDay: "d 'de' MMMM",
    yearMonth: "MMMM 'de' yyyy",
    longTime: 'H:mm:ss',
    shortTime: 'H:mm',
  },
  'it-IT': {
    ...day24,
    shortDate: 'dd/MM/yyyy',
    longDate: 'dddd d MMMM yyyy',
    monthDay: 'd MMMM',
    yearMonth: 'MMMM yyyy',
  },
  'nl-NL': {
    ...day24,
    dateSeparator: '-',
    shortDate: 'd-M-yyyy',
    longDate: 'dddd d MMMM yyyy',
    monthDay: 'd MMMM',
    yearMonth: 'MMMM yyyy',
  },
  'pt-BR': {
    ...day24,
    shortDate: 'dd/MM/yyyy',
    longDate: "dddd, d 'de' MMMM 'de' yyyy",
    monthDay: "d 'de' MMMM",
    yearMonth: "MMMM 'de' yyyy",
  },
  'sv-SE': {
    ...day24,
    dateSeparator: '-',
    shortDate: 'yyyy-MM-dd',
    longDate: "'den 'd MMMM yyyy",
    monthDay: "'den 'd MMMM",
    yearMonth: 'MMMM yyyy',
  },
  'ja-JP': {
    shortTime: 'H:mm',
    longTime: 'H:mm:ss',
    shortDate: 'yyyy/MM/dd',
    longDate: "yyyy'年'M'月'd'日'",
    monthDay: "M'月'd'日'",
    yearMonth: "yyyy'年'M'月'",
  },
  'zh-CN': {
    shortTime: 'H:mm',
    longTime: 'H:mm:ss',
    shortDate: 'yyyy/M/d',
    longDate: "yyyy'年'M'月'd'日'",
    monthDay: "M'月'd'日'",
    yearMonth: "yyyy'年'M'月'",
  },
};

const known = new Map<string, CalendarNames>();

/** The conventions of a culture by its IETF tag; the empty tag is the invariant culture. */
export function calendarNames(culture: string): CalendarNames {
  let names = known.get(culture);
  if (!names) known.set(culture, (names = makeNames(culture)));
  return names;
}

function makeNames(culture: string): CalendarNames {
  const locale = culture === '' ? 'en-US' : culture;
  const month = (style: 'long' | 'short'): string[] =>
    Array.from({ length: 12 }, (_, index) =>
      part(locale, { month: style }, Date.UTC(2001, index, 15)),
    );
  // 2001-07-01 was a Sunday.
  const day = (style: 'long' | 'short'): string[] =>
    Array.from({ length: 7 }, (_, index) =>
      part(locale, { weekday: style }, Date.UTC(2001, 6, 1 + index)),
    );
  const half = (hour: number): string => dayPeriod(locale, Date.UTC(2001, 0, 1, hour));
  return {
    ...invariant,
    ...patterns[culture],
    timeSeparator: ':',
    months: month('long'),
    shortMonths: culture === '' ? month('long').map((name) => name.slice(0, 3)) : month('short'),
    days: day('long'),
    shortDays: day('short'),
    am: culture === '' ? 'AM' : half(9),
    pm: culture === '' ? 'PM' : half(15),
  };
}

function part(locale: string, options: Intl.DateTimeFormatOptions, at: number): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(at);
}

function dayPeriod(locale: string, at: number): string {
  const format = new Intl.DateTimeFormat(locale, {
    hour: 'numeric',
    hour12: true,
    timeZone: 'UTC',
  });
  return format.formatToParts(at).find(({ type }) => type === 'dayPeriod')?.value ?? '';
}
