import type { DateText } from './DateText.ts';
import { isDigit } from './DateText.ts';

/** Longest number that is one. */
const maxDigits = 8;

/**
 * `+8`, `-08:00`, `+0530` in a loose text: minutes ahead of UTC. Undefined when there is no such
 * offset here; where the text stands then does not count. Hours may be too many.
 */
export function readZoneOffset(text: DateText): number | undefined {
  const sign = text.unit;
  if (sign !== '+' && sign !== '-') return undefined;
  text.at++;
  const number = isDigit(text.unit) ? text.digits(1, maxDigits + 1) : undefined;
  if (!number || number.length > 4) return undefined;
  const { value, length } = number;
  const hours = length > 2 ? Math.floor(value / 100) : value;
  let minutes = length > 2 ? value % 100 : 0;
  if (length <= 2 && text.take(':')) {
    const more = text.digits(1, maxDigits + 1);
    if (!more || more.length > 2) return undefined;
    minutes = more.value;
  }
  if (minutes >= 60) return undefined;
  const total = hours * 60 + minutes;
  return sign === '-' ? -total : total;
}

/** What `z`, `zz` and `zzz` of a format stand for. */
export function readExactOffset(text: DateText, count: number): number | undefined {
  const sign = text.unit;
  if (sign !== '+' && sign !== '-') return undefined;
  text.at++;
  const hours = count === 2 ? text.digits(2, 2) : text.digits(1, 2);
  if (!hours) return undefined;
  let minutes = 0;
  if (count > 2) {
    text.take(':');
    const read = text.digits(2, 2);
    if (!read || read.value >= 60) return undefined;
    minutes = read.value;
  }
  const total = hours.value * 60 + minutes;
  return sign === '-' ? -total : total;
}
