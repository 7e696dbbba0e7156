import type { Rendering } from '../Rendering.ts';
import type { Tag } from './Tag.ts';

/** `{% increment name %}` writes 0, 1, 2 …; its counters are no variables of `assign`. */
export const increment: Tag = counter((run, name, value) => {
  run.counters.set(name, value + 1n);
  return value;
});

/** `{% decrement name %}` writes -1, -2 … */
export const decrement: Tag = counter((run, name, value) => {
  run.counters.set(name, value - 1n);
  return value - 1n;
});

function counter(step: (run: Rendering, name: string, value: bigint) => bigint): Tag {
  return (token, { compilation }) => {
    const name = /^([\p{L}\p{Mn}\p{Nd}\p{Pc}-]+)\s*$/u.exec(token.markup)?.[1];
    if (name === undefined) {
      const message = `Syntax Error in '${token.name}' tag - Valid syntax: ${token.name} [var]`;
      compilation.error(token.span, message);
      return undefined;
    }
    compilation.ownNames.add(name);
    return (run) => {
      run.spend();
      run.write(step(run, name, run.counters.get(name) ?? 0n).toString());
      return undefined;
    };
  };
}
