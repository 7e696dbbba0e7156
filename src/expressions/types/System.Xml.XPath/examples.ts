/** How examples get navigators, and what they do with them. */

/** A navigator on the element of a text, or on what an expression finds from there. */
export function navigator(xml: string, path?: string): string {
  const element = `XElement.Parse("${xml.replaceAll('"', '\\"')}").CreateNavigator()`;
  return path === undefined ? element : `${element}.SelectSingleNode("${path}")`;
}

/** What a navigator `n` comes to; `statements` return it. */
export function moving(start: string, statements: string): string {
  return `((Func<string>)(() => { var n = ${start}; ${statements} }))()`;
}
