/** Texts that are dates, nearly dates, or formats of dates, of random parts in random order. */
import { listed } from './listed.ts';
import type { Random } from './Random.ts';

export const dateCultures = ['', 'en-US', 'en-GB', 'de-DE', 'fr-FR'] as const;

const months = listed`
  January  Feb  march  APRIL  May  Jun  jul  August  Sept  Sep  October  Nov  December  Februar
  März  Mai  Juli  Oktober  Dezember  janvier  février  mai  août  décembre  Marmot
`;
const days = listed`
  Monday  Tue  wed  Thursday  FRI  Sat  Sunday  Montag  Donnerstag  lundi  jeudi
`;
const halves = ['AM', 'PM', 'am', 'pm', 'a', 'P', 'A.M.'];
const zones = listed`
  Z  z  GMT  UTC  +02:00  -0530  +5  -08  +1:30  +15:00  +14:00  -00:00  +2:60  +123  +12345  EST  +  -  GMT+1
`;
const glue = [' ', ' ', ' ', '', '  ', ', ', 'T', 't', '-', '/', '.', ','];
const strays = [
  '-',
  '/',
  ':',
  ',',
  '.',
  '#',
  ' ',
  '1',
  '2024',
  'x',
  '\\0',
  'AD',
  'de',
  'T',
  '(',
  '29',
];

/** Written into a C# literal as it stands. */
export function writtenDate(random: Random): string {
  const parts = [random.chance(0.85) ? date(random) : ''];
  if (random.chance(0.5)) parts.push(time(random));
  if (random.chance(0.2)) parts.unshift(random.pick(days));
  if (random.chance(0.25)) parts.push(random.pick(zones));
  const shown = random.chance(0.12) ? random.shuffled(parts) : parts;
  const text = shown
    .filter((part) => part !== '')
    .reduce((all, part) => all + joint(random) + part, '');
  return spoiled(random.chance(0.1) ? ` ${text} ` : text.replace(/^[ ,./T-]+/, ''), random);
}

/** Mostly a space. */
function joint(random: Random): string {
  return random.chance(0.8) ? ' ' : random.pick(glue);
}

function date(random: Random): string {
  const year = random.pick(['2024', '2024', '24', '99', '49', '50', '1999', '0001', '9999', '123']);
  const month = random.chance(0.9) ? String(1 + random.below(12)) : '13';
  const day = random.chance(0.9) ? String(1 + random.below(31)) : '32';
  const padded = (number: string): string =>
    random.chance(0.6) ? number.padStart(2, '0') : number;
  const name = random.pick(months);
  const separator = random.pick(['-', '/', '.', ' ', '-', '/']);
  const [m, d] = [padded(month), padded(day)];
  return random.pick([
    () => [year, m, d].join(separator),
    () => [m, d, year].join(separator),
    () => [d, m, year].join(separator),
    () => [d, m].join(separator),
    () => [year, m].join(separator),
    () => [m, year].join(separator),
    () => [d, name, year].join(separator),
    () => [name, d, year].join(separator),
    () => `${name} ${d}, ${year}`,
    () => [year, name, d].join(separator),
    () => [name, d].join(separator),
    () => [d, name].join(separator),
    () => [name, year].join(separator),
    () => [year, name].join(separator),
    () => `${year}${month.padStart(2, '0')}${day.padStart(2, '0')}`,
    () => year,
    () => name,
    () => `${year}年${m}月${d}日`,
  ])();
}

function time(random: Random): string {
  const hour = String(random.below(random.chance(0.9) ? 24 : 26));
  const two = (most: number): string => String(random.below(most)).padStart(2, '0');
  const fraction = random.chance(0.3)
    ? random.pick(['.', ',']) + String(random.below(1e9)).slice(0, 1 + random.below(9))
    : '';
  const half = random.chance(0.3) ? random.pick(['', ' ']) + random.pick(halves) : '';
  return random.pick([
    () => `${hour.padStart(2, '0')}:${two(60)}:${two(61)}${fraction}${half}`,
    () => `${hour}:${two(60)}${half}`,
    () => `${hour}:${two(60)}:${two(60)}`,
    () => `${hour}${half}`,
    () => `${hour}h${two(60)}`,
  ])();
}

/** Now and then something stands in it that should not, or does not that should. */
function spoiled(text: string, random: Random): string {
  if (!random.chance(0.12)) return text;
  const at = random.below(text.length + 1);
  return text.slice(0, at) + random.pick(strays) + text.slice(at + random.below(2));
}

const fields: Readonly<Record<string, (random: Random) => string>> = {
  yyyy: (random) => random.pick(['2024', '1999', '0001', '24']),
  yy: (random) => random.pick(['24', '49', '50', '2024']),
  MM: (random) => String(1 + random.below(13)).padStart(2, '0'),
  M: (random) => String(1 + random.below(13)),
  MMM: (random) => random.pick(['Jan', 'feb', 'MAY', 'June']),
  MMMM: (random) => random.pick(['January', 'may', 'Sep']),
  dd: (random) => String(1 + random.below(31)).padStart(2, '0'),
  d: (random) => String(1 + random.below(31)),
  ddd: (random) => random.pick(['Mon', 'Thu', 'Friday']),
  dddd: (random) => random.pick(['Monday', 'Thursday', 'Fri']),
  HH: (random) => String(random.below(25)).padStart(2, '0'),
  H: (random) => String(random.below(25)),
  hh: (random) => String(random.below(14)).padStart(2, '0'),
  h: (random) => String(random.below(14)),
  mm: (random) => String(random.below(61)).padStart(2, '0'),
  ss: (random) => String(random.below(60)).padStart(2, '0'),
  s: (random) => String(random.below(60)),
  fff: (random) => String(random.below(1000)).padStart(3, '0'),
  FFF: (random) => random.pick(['', '1', '120', '1234']),
  fffffff: (random) => random.pick(['1234567', '123456']),
  tt: (random) => random.pick(['AM', 'pm', 'A', '']),
  t: (random) => random.pick(['A', 'p', 'P']),
  zzz: (random) => random.pick(['+02:00', '-0530', '+15:00', 'Z', '+2:00']),
  zz: (random) => random.pick(['+02', '-5', '+02:00']),
  z: (random) => random.pick(['+2', '-05']),
  K: (random) => random.pick(['Z', '', '+01:00', 'z']),
  Z: (random) => random.pick(['Z', 'GMT', '']),
  g: (random) => random.pick(['A.D.', 'AD', '']),
};
const signs = ['-', '/', ':', ' ', ' ', '.', "'T'", 'T', '\\\\d', ',', "'de '", 'GMT', '%', '_'];

/** A format, and a text that is of it or nearly so. */
export function exactDate(random: Random): { readonly format: string; readonly text: string } {
  let format = '';
  let text = '';
  for (let count = 1 + random.below(6); count > 0; count--) {
    const field = random.pick(Object.keys(fields));
    const sign = count > 1 ? random.pick(signs) : '';
    format += field + sign;
    text += fields[field]!(random) + literalOf(sign);
  }
  const [before, behind] = [random.chance(0.1) ? ' ' : '', random.chance(0.1) ? ' ' : ''];
  if (random.chance(0.1)) format = before + format + behind;
  return { format, text: spoiled(before + text + behind, random) };
}

function literalOf(sign: string): string {
  if (sign === '%') return '';
  return sign.replaceAll("'", '').replace('\\\\', '');
}
