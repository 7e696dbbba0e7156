/**
 * Simple case mappings: one UTF-16 unit becomes one UTF-16 unit, as .NET's char and string have it
 * ("straße" in capitals is "STRASSE" to JavaScript and "STRAßE" to .NET). Independent of language
 * and, like Windows' tables, only between letters that are each other's counterpart: the dotless i,
 * the long s, the final sigma and the micro sign stay as they are.
 */

/** The capital of a UTF-16 unit. */
export function toUpperUnit(unit: number): number {
  const upper = String.fromCharCode(unit).toUpperCase();
  if (upper.length !== 1) return titleUnit(unit);
  return upper.toLowerCase() === String.fromCharCode(unit) ? upper.charCodeAt(0) : unit;
}

/** The small letter of a UTF-16 unit. */
export function toLowerUnit(unit: number): number {
  const lower = String.fromCharCode(unit).toLowerCase();
  if (lower.length !== 1) return unit;
  const code = lower.charCodeAt(0);
  return code === unit || toUpperUnit(code) === unit ? code : unit;
}

/** Turkish and Azerbaijani pair i with İ and ı with I; other languages make i of İ and I of ı. */
function hasDottedCapital(culture: string): boolean {
  return /^(tr|az)\b/.test(culture);
}

/** The capital of a UTF-16 unit in a culture, by its name. */
export function toUpperUnitIn(unit: number, culture: string): number {
  if (unit === 0x131 && culture !== '') return 0x49;
  return unit === 0x69 && hasDottedCapital(culture) ? 0x130 : toUpperUnit(unit);
}

/** The small letter of a UTF-16 unit in a culture, by its name. */
export function toLowerUnitIn(unit: number, culture: string): number {
  if (unit === 0x130 && culture !== '') return 0x69;
  return unit === 0x49 && hasDottedCapital(culture) ? 0x131 : toLowerUnit(unit);
}

/** Greek letters with iota subscript have their capital 8 or 9 places behind them. */
function titleUnit(unit: number): number {
  if (unit < 0x1f80 || unit > 0x1fff) return unit;
  const letter = String.fromCharCode(unit);
  const capital = [unit + 8, unit + 9].find(
    (candidate) => String.fromCharCode(candidate).toLowerCase() === letter,
  );
  return capital ?? unit;
}

/** A text in capitals, unit by unit. */
export function toUpperSimple(text: string): string {
  return isAscii(text) ? text.toUpperCase() : mapUnits(text, toUpperUnit);
}

/** A text in small letters, unit by unit. */
export function toLowerSimple(text: string): string {
  return isAscii(text) ? text.toLowerCase() : mapUnits(text, toLowerUnit);
}

/** A text in capitals of a culture, by its name. */
export function toUpperIn(text: string, culture: string): string {
  if (culture === '') return toUpperSimple(text);
  return mapUnits(text, (unit) => toUpperUnitIn(unit, culture));
}

/** A text in small letters of a culture, by its name. */
export function toLowerIn(text: string, culture: string): string {
  if (culture === '') return toLowerSimple(text);
  return mapUnits(text, (unit) => toLowerUnitIn(unit, culture));
}

function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
}

function mapUnits(text: string, map: (unit: number) => number): string {
  let mapped = '';
  for (let i = 0; i < text.length; i++) mapped += String.fromCharCode(map(text.charCodeAt(i)));
  return mapped;
}
