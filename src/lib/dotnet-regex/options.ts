/** Values of .NET's `RegexOptions` (https://learn.microsoft.com/dotnet/standard/base-types/regular-expression-options). */
export const regexOptions = {
  None: 0,
  IgnoreCase: 1,
  Multiline: 2,
  ExplicitCapture: 4,
  Compiled: 8,
  Singleline: 16,
  IgnorePatternWhitespace: 32,
  RightToLeft: 64,
  ECMAScript: 256,
  CultureInvariant: 512,
} as const;

/** The letters of `(?imnsx-imnsx)`. Direction and ECMAScript hold for whole patterns only. */
export const inlineOptions: ReadonlyMap<string, number> = new Map([
  ['i', regexOptions.IgnoreCase],
  ['m', regexOptions.Multiline],
  ['n', regexOptions.ExplicitCapture],
  ['s', regexOptions.Singleline],
  ['x', regexOptions.IgnorePatternWhitespace],
]);

const allOptions = Object.values(regexOptions).reduce<number>((all, option) => all | option, 0);

/** What may stand beside ECMAScript. */
const besideEcmaScript =
  regexOptions.ECMAScript |
  regexOptions.IgnoreCase |
  regexOptions.Multiline |
  regexOptions.Compiled |
  regexOptions.CultureInvariant;

/** Whether .NET's `Regex` takes these options together. */
export function areOptions(value: number): boolean {
  if ((value & ~allOptions) !== 0) return false;
  return (value & regexOptions.ECMAScript) === 0 || (value & ~besideEcmaScript) === 0;
}
