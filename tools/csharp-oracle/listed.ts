/** Values as C# writes them, two spaces or a line apart: without escapes of ours, many to a line. */
export function listed(text: TemplateStringsArray): readonly string[] {
  return String.raw(text)
    .trim()
    .split(/ {2,}|\n\s*/);
}
