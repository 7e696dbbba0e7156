import { defineType } from '../../declare/defineType.ts';
import { ArgumentException } from '../../runtime/exceptions.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    NormalizationForm: number;
  }
}

/** https://learn.microsoft.com/dotnet/api/system.text.normalizationform */
export const TextNormalizationForm = defineType({
  name: 'System.Text.NormalizationForm',
  kind: 'enum',
  values: { FormC: 1, FormD: 2, FormKC: 5, FormKD: 6 },
});

const forms: Readonly<Record<number, string>> = { 1: 'NFC', 2: 'NFD', 5: 'NFKC', 6: 'NFKD' };

/** @throws ArgumentException */
export function normalize(text: string, form: number): string {
  const name = forms[form];
  if (name === undefined)
    throw new ArgumentException('Invalid or unsupported normalization form.', 'normalizationForm');
  if (!text.isWellFormed()) {
    throw new ArgumentException('Invalid Unicode code point found.', 'strInput');
  }
  return text.normalize(name);
}
