import { itemsOfLoop, LoopState, readLoopHead, roundMembers } from '../loops.ts';
import type { LoopHead } from '../loops.ts';
import type { Interrupt, Node, Rendering } from '../Rendering.ts';
import type { LiquidValue } from '../values.ts';
import type { Tag } from './Tag.ts';

/** `{% for item in list reversed limit:2 offset:continue %}…{% else %}…{% endfor %}` */
export const forTag: Tag = loop((block) => block);

/**
 * Azure's `{% JSONArrayFor item in list %}…{% endJSONArrayFor %}`: a comma between the rounds that
 * write something, so that a JSON array comes out.
 */
export const jsonArrayFor: Tag = loop((block) => {
  return (run, round) => {
    const { text, interrupt } = run.capture(block);
    if (text.trim() === '') run.write(text);
    else {
      run.write(round.hasWritten ? `,${text}` : text);
      round.hasWritten = true;
    }
    return interrupt;
  };
});

export const breakTag: Tag = () => () => 'break';
export const continueTag: Tag = () => () => 'continue';

/** What the rounds of one loop share. */
interface Rounds {
  hasWritten: boolean;
}

type Round = (run: Rendering, rounds: Rounds) => Interrupt;

function loop(roundOf: (block: Node) => Round): Tag {
  return (token, parser) => {
    const head = readLoopHead(token, parser);
    const body = parser.part(token, ['else']);
    const otherwise = body.end?.name === 'else' ? parser.block(token) : undefined;
    if (!head) return undefined;
    const round = roundOf(body.node);
    return (run) => {
      run.spend();
      const items = itemsOfLoop(head, run);
      if (!items || items.length === 0) return otherwise?.(run);
      return rounds(head, items, round, run);
    };
  };
}

function rounds(
  { name, variable }: LoopHead,
  items: readonly LiquidValue[],
  round: Round,
  run: Rendering,
): Interrupt {
  return run.inScope((scope) => {
    const shared = { hasWritten: false };
    let at = 0;
    const members = { name: () => name, ...roundMembers(items.length, () => at) };
    scope.set('forloop', new LoopState(members));
    for (; at < items.length; at++) {
      run.spend();
      scope.set(variable, items[at]!);
      if (round(run, shared) === 'break') break;
    }
    return undefined;
  });
}
