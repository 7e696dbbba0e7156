/** What stands behind the quote that ends an attribute: the end of the tag, or another attribute. */
const behindValue = '(?=\\s*/?>|\\s+[A-Za-z][\\w.:-]*\\s*=\\s*["\'])';

const attributeEnds: Readonly<Record<string, RegExp>> = {
  '"': new RegExp(`"${behindValue}`, 'g'),
  "'": new RegExp(`'${behindValue}`, 'g'),
};

/** How far in front of the text its start tag is looked for. */
const maxTag = 1000;

/**
 * Where an expression without an end was meant to end: with the attribute or the element that it is
 * the value of. Undefined when it is not a whole value. So the document behind it is read as its
 * author means it, and what is wrong can be said of the expression alone.
 */
export function likelyEnd(text: string, offset: number): number | undefined {
  const before = text.slice(Math.max(0, offset - maxTag), offset).trimEnd();
  if (/=\s*["']$/.test(before)) return endOfAttribute(text, offset, before.at(-1)!);
  const name = /<([A-Za-z][\w.:-]*)(?:\s[^<>]*)?>$/.exec(before)?.[1];
  if (name === undefined) return undefined;
  const end = text.indexOf(`</${name}`, offset);
  return end < 0 ? undefined : end;
}

function endOfAttribute(text: string, offset: number, quote: string): number | undefined {
  const end = attributeEnds[quote];
  if (!end) return undefined;
  end.lastIndex = offset;
  return end.exec(text)?.index;
}
