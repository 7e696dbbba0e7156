/** Why a text is no date, in the order of how much it says. */
export type DateProblem =
  | { readonly problem: 'malformed' }
  | { readonly problem: 'unknown word'; readonly at: number }
  | { readonly problem: 'wrong day of week' }
  /** A date or a time of day that does not exist. */
  | { readonly problem: 'unsupported' }
  | { readonly problem: 'offset out of range' }
  | { readonly problem: 'out of range' }
  | { readonly problem: 'UTC out of range' }
  /** An offset needs the year of its date. */
  | { readonly problem: 'incomplete' }
  /** A field stands twice in a format, with different values. */
  | { readonly problem: 'contradiction'; readonly field: string }
  | { readonly problem: 'open quote'; readonly quote: string }
  | { readonly problem: 'bad format' }
  /** A format of one letter that is none of the standard ones. */
  | { readonly problem: 'no standard format' };

export function isProblem(value: object): value is DateProblem {
  return 'problem' in value;
}
