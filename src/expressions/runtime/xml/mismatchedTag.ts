/** A tag's name and where it starts in the text. */
export interface TagPlace {
  readonly name: string;
  readonly offset: number;
}

/** Comments, CDATA sections and instructions, which hold no tags; end tags; start tags; what is none. */
const markup =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<\/([^\s>]+)|<([^\s/>!?<"'=]+)(?:[^>"'<]|"[^"]*"|'[^']*')*>|</g;

/**
 * The first end tag that does not end the element that is open, and the tag that opened that one;
 * undefined when there is none, or something else is wrong before.
 */
export function mismatchedTag(
  text: string,
): { readonly open: TagPlace; readonly end: TagPlace } | undefined {
  const stack: TagPlace[] = [];
  for (const { 0: whole, 1: ended, 2: started, index } of text.matchAll(markup)) {
    if (whole === '<') return undefined;
    if (started !== undefined) {
      if (!whole.endsWith('/>')) stack.push({ name: started, offset: index + 1 });
    } else if (ended !== undefined) {
      const open = stack.pop();
      if (!open) return undefined;
      if (open.name !== ended) return { open, end: { name: ended, offset: index + 2 } };
    }
  }
  return undefined;
}
