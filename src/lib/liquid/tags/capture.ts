import type { Tag } from './Tag.ts';

/** `{% capture name %}…{% endcapture %}`: what the block writes becomes a variable. */
export const capture: Tag = (token, parser) => {
  const block = parser.block(token);
  const name = /[\p{L}\p{Mn}\p{Nd}\p{Pc}-]+/u.exec(token.markup)?.[0];
  if (name === undefined) {
    parser.compilation.error(
      token.span,
      "Syntax Error in 'capture' tag - Valid syntax: capture [var]",
    );
    return undefined;
  }
  parser.compilation.ownNames.add(name);
  return (run) => {
    const { text, interrupt } = run.capture(block);
    run.assign(name, text);
    return interrupt;
  };
};
