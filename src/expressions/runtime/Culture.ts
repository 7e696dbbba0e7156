/** The conventions of a language and region, as .NET's CultureInfo names them. */
export interface Culture {
  /** IETF tag; empty for the invariant culture. */
  readonly name: string;
}

export const invariantCulture: Culture = { name: '' };
