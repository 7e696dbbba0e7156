/** General categories of Unicode (https://www.unicode.org/reports/tr44/#General_Category_Values). */
// prettier-ignore
export const categories = [
  'Lu', 'Ll', 'Lt', 'Lm', 'Lo', 'Mn', 'Mc', 'Me', 'Nd', 'Nl', 'No', 'Zs', 'Zl', 'Zp', 'Cc', 'Cf',
  'Cs', 'Co', 'Pc', 'Pd', 'Ps', 'Pe', 'Pi', 'Pf', 'Po', 'Sm', 'Sc', 'Sk', 'So', 'Cn',
] as const;

export type Category = (typeof categories)[number];

/** The most frequent ones first. */
const tests = [...categories]
  .toSorted((a, b) => frequency(a) - frequency(b))
  .map((category) => [category, new RegExp(`^\\p{${category}}`, 'u')] as const);

function frequency(category: Category): number {
  const index = ['Lo', 'Ll', 'Lu', 'So', 'Co', 'Nd', 'Mn'].indexOf(category);
  return index < 0 ? categories.length : index;
}

/** Latin letters and signs are asked for all the time. */
const latin: Category[] = Array.from({ length: 256 }, (_, code) => find(code));

/** The general category of a code point; surrogates are Cs. */
export function categoryOf(codePoint: number): Category {
  return latin[codePoint] ?? find(codePoint);
}

function find(codePoint: number): Category {
  const text = String.fromCodePoint(codePoint);
  return tests.find(([, test]) => test.test(text))?.[0] ?? 'Cn';
}
