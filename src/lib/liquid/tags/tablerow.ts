import { toInt32 } from '../convert.ts';
import { itemsOfLoop, LoopState, readLoopHead, roundMembers } from '../loops.ts';
import type { LoopHead } from '../loops.ts';
import type { Interrupt, Node, Rendering } from '../Rendering.ts';
import type { LiquidValue } from '../values.ts';
import type { Tag } from './Tag.ts';

/** `{% tablerow item in list cols:3 %}…{% endtablerow %}`: rows and cells of an HTML table. */
export const tablerow: Tag = (token, parser) => {
  const head = readLoopHead(token, parser);
  const block = parser.block(token);
  if (!head) return undefined;
  return (run) => {
    run.spend();
    const items = itemsOfLoop(head, run);
    if (!items) return undefined;
    const columns = head.attribute('cols')?.(run) ?? null;
    return rows(head, items, columns === null ? items.length : toInt32(columns), block, run);
  };
};

function rows(
  { variable }: LoopHead,
  items: readonly LiquidValue[],
  columns: number,
  block: Node,
  run: Rendering,
): Interrupt {
  run.write('<tr class="row1">\n');
  run.inScope((scope) => {
    let at = 0;
    let row = 1;
    let column = 0;
    scope.set(
      'tablerowloop',
      tableState(
        items.length,
        columns,
        () => at,
        () => column,
      ),
    );
    for (; at < items.length; at++) {
      run.spend();
      scope.set(variable, items[at]!);
      const { text, interrupt } = run.capture(block);
      column++;
      run.write(`<td class="col${column}">${text}</td>`);
      if (interrupt === 'break') break;
      if (column !== columns || at === items.length - 1) continue;
      column = 0;
      row++;
      run.write(`</tr>\n<tr class="row${row}">`);
    }
  });
  run.write('</tr>\n');
  return undefined;
}

function tableState(
  length: number,
  columns: number,
  at: () => number,
  column: () => number,
): LoopState {
  return new LoopState({
    ...roundMembers(length, at),
    col: () => BigInt(column() + 1),
    col0: () => BigInt(column()),
    col_first: () => column() === 0,
    col_last: () => column() === columns - 1,
  });
}
