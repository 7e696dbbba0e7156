/** In which order a pattern has year, month and day: `MDY` of `M/d/yyyy`. Names of days count for nothing. */
export function dateOrder(pattern: string): string {
  let order = '';
  let quote = '';
  for (let at = 0; at < pattern.length; at++) {
    const letter = pattern[at]!;
    if (letter === '\\' || letter === '%') {
      at++;
      continue;
    }
    if (letter === "'" || letter === '"') quote = quote === '' ? letter : '';
    if (quote !== '' || !/[yMd]/.test(letter)) continue;
    const start = at;
    while (pattern[at + 1] === letter) at++;
    const isDayOfWeek = letter === 'd' && at - start > 1;
    if (!isDayOfWeek) order += letter.toUpperCase();
  }
  return order;
}
