import { htmlDecode, htmlEncode } from '../../encoding/html.ts';
import { formDecode, formEncode } from '../../encoding/percent.ts';
import { ofText } from './Filter.ts';

export const Escape = ofText([], htmlEncode);
export const H = Escape;
export const EscapeOnce = ofText([], (text) => htmlEncode(htmlDecode(text)));
export const UrlEncode = ofText([], formEncode);
export const UrlDecode = ofText([], formDecode);
export const NewlineToBr = ofText([], (text) => text.replaceAll(/\r?\n/g, '<br />$&'));

/** Takes out scripts, comments and styles with what they hold, then all tags; in linear time. */
export const StripHtml = ofText([], (text) => withoutTags(withoutBlocks(text)));

const closes: Readonly<Record<string, string>> = {
  '<script': '</script>',
  '<!--': '-->',
  '<style': '</style>',
};

function withoutBlocks(text: string): string {
  // Looked for without regard to case; folding must not move anything, so only ASCII is folded.
  const folded = text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
  const endless = new Set<string>();
  const open = /<script|<!--|<style/g;
  let result = '';
  let taken = 0;
  for (let match = open.exec(folded); match; match = open.exec(folded)) {
    const [start] = match;
    const close = closes[start]!;
    const end = endless.has(start) ? -1 : folded.indexOf(close, open.lastIndex);
    if (end < 0) {
      endless.add(start);
      continue;
    }
    result += text.slice(taken, match.index);
    taken = end + close.length;
    open.lastIndex = taken;
  }
  return result + text.slice(taken);
}

function withoutTags(text: string): string {
  let result = '';
  let taken = 0;
  for (;;) {
    const start = text.indexOf('<', taken);
    const end = start < 0 ? -1 : text.indexOf('>', start);
    if (end < 0) return result + text.slice(taken);
    result += text.slice(taken, start);
    taken = end + 1;
  }
}
