import { isDigit } from './DateText.ts';
import type { DateText } from './DateText.ts';

/** Digits behind the point, added up as .NET does; undefined without any. */
export function takeFraction(text: DateText): { readonly value: number } | undefined {
  const start = text.at;
  let value = 0;
  for (let worth = 0.1; isDigit(text.unit); worth *= 0.1) {
    value += Number(text.unit) * worth;
    text.at++;
  }
  return text.at > start ? { value } : undefined;
}
