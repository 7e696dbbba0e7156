/** What the language's `JSON` does that its types do not tell yet (https://github.com/tc39/proposal-json-parse-with-source). */
interface ExactJson {
  parse(
    text: string,
    revive: (name: string, value: unknown, context: { readonly source?: string }) => unknown,
  ): unknown;
  rawJSON(text: string): unknown;
  isRawJSON(value: unknown): value is { readonly rawJSON: string };
}

const exact = JSON as unknown as ExactJson;

/**
 * JSON as values. A number that a double would change, be it in its text alone (`1.0`,
 * `9007199254740993`), stays as it is written, and is printed so: .NET tells the two apart.
 * @throws SyntaxError
 */
export function parseJson(text: string): unknown {
  return exact.parse(text, (_name, value, { source }) =>
    typeof value === 'number' && source !== undefined && source !== String(value)
      ? exact.rawJSON(source)
      : value,
  );
}

/** The text of a number that was kept as it is written; undefined of everything else. */
export function keptNumber(json: unknown): string | undefined {
  return exact.isRawJSON(json) ? json.rawJSON : undefined;
}
