import { compileVariable } from '../variable.ts';
import type { Tag } from './Tag.ts';

/** `{% assign name = value | Filter %}`: the variable is seen in all of the template from then on. */
export const assign: Tag = ({ markup, span }, { compilation }) => {
  const match = /^[^\p{L}\p{Nd}\p{Pc}.[\]()-]*([\p{L}\p{Mn}\p{Nd}\p{Pc}.[\]()-]+)\s*=/u.exec(
    markup,
  );
  if (!match) {
    compilation.error(span, "Syntax Error in 'assign' tag - Valid syntax: assign [var] = [source]");
    return undefined;
  }
  const name = match[1]!;
  compilation.ownNames.add(name);
  const value = compileVariable(markup.slice(match[0].length), span, compilation);
  return (run) => {
    run.spend();
    run.assign(name, value(run));
    return undefined;
  };
};
