import type { Parser } from '../Parser.ts';
import type { TagToken } from '../tokenize.ts';
import type { Tag } from './Tag.ts';

/** `{% raw %}…{% endraw %}`, `{% literal %}…{% endliteral %}`: the tokenizer keeps the content as text. */
export const raw: Tag = (token: TagToken, parser: Parser) => parser.block(token);

/** `{% comment %}…{% endcomment %}`. */
export const comment: Tag = (token, parser) => {
  parser.block(token);
  return undefined;
};
