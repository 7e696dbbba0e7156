import type { Tag } from './Tag.ts';

/** Tags that need other templates or change the engine: there are no other templates here. */
export const refused: Tag = ({ name, span }, { compilation }) => {
  const reason =
    name === 'param' || name === 'addfilters'
      ? 'it changes the engine'
      : 'there is only this template';
  compilation.error(span, `The tag '${name}' cannot be used: ${reason}`);
  return undefined;
};
