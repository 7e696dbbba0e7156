import { htmlEncode } from '../../../lib/encoding/html.ts';
import type { Environment } from '../../runtime/Environment.ts';

/** A reference has this many units at least, `&lt;`. */
const shortestReference = 4;

/** `HtmlEncode`, which is not begun when its result would be too long. @throws LimitExceeded */
export function encodeHtml(text: string, environment: Environment): string {
  let references = 0;
  for (let at = 0; at < text.length; at++) if ('<>"\'&'.includes(text[at]!)) references++;
  environment.allowLength(text.length + references * (shortestReference - 1));
  return htmlEncode(text);
}
