/** How examples change a tree and show what became of it. */

/** The element that `statements` leave of `xml`, in which `e` is that element. */
export function edit(xml: string, statements: string): string {
  const text = xml.replaceAll('"', '\\"');
  return `((Func<string>)(() => { var e = XElement.Parse("${text}"); ${statements} return e.ToString(SaveOptions.DisableFormatting); }))()`;
}

/** Names of elements, in order. */
export function names(sequence: string): string {
  return `string.Join(",", ${sequence}.Select(x => x.Name.LocalName))`;
}
