/** What an author writes of a member: the C# signature, the behaviour, examples that run. */
export interface MemberDeclaration {
  /** As Microsoft prints it, without `public`: `string Substring(int startIndex, int length)`. */
  readonly signature: string;
  /** One function, or `{ get, set }` of a property. */
  readonly implementation: unknown;
  /** Each `expression // expected expression`, or `expression // throws System.FormatException`. */
  readonly examples: readonly string[];
}
