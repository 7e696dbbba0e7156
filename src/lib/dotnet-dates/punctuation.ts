import { trimStart } from './DateText.ts';
import type { DateText } from './DateText.ts';

/**
 * What may stand around a date: the number signs of Visual Basic, `#1/2/2024#`, and zeros at the end.
 * Goes past it; false, and not moved, for anything else.
 */
export function takePunctuation(text: DateText): boolean {
  if (text.unit === '#') {
    if (!isBetweenSigns(text.text)) return false;
    text.at++;
    return true;
  }
  if (text.unit !== '\0' || !/^\0+$/.test(text.text.slice(text.at))) return false;
  text.at = text.text.length;
  return true;
}

/** Whether two number signs enclose all but space, and zeros behind them. */
function isBetweenSigns(text: string): boolean {
  const start = text.indexOf('#');
  const end = text.indexOf('#', start + 1);
  if (end < 0 || text.includes('#', end + 1)) return false;
  if (text.slice(0, end).includes('\0')) return false;
  const outside = text.slice(0, start) + text.slice(end + 1).replaceAll('\0', '');
  return trimStart(outside) === '';
}
