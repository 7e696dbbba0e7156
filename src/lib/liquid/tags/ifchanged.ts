import type { Tag } from './Tag.ts';

/** `{% ifchanged %}…{% endifchanged %}` writes its block when that is not what it wrote last. */
export const ifchanged: Tag = (token, parser) => {
  const block = parser.block(token);
  return (run) => {
    const { text, interrupt } = run.capture(block);
    if (text !== run.lastChanged) {
      run.lastChanged = text;
      run.write(text);
    }
    return interrupt;
  };
};
