import type { Finding } from './findings.ts';
import { codeActionKinds } from './protocol.ts';
import type { Position, Range } from './protocol.ts';

/** The quick fixes of what was found in a range of a document. */
export function codeActions(
  uri: string,
  range: Range,
  findings: readonly Finding[],
): readonly object[] {
  return findings.flatMap(({ diagnostic, fix }) => {
    if (!fix || !isTouching(diagnostic.range, range)) return [];
    return {
      title: fix.title,
      kind: codeActionKinds.quickFix,
      diagnostics: [diagnostic],
      isPreferred: true,
      edit: { changes: { [uri]: fix.edits } },
    };
  });
}

/** With their ends: a cursor behind the last letter of a word is at that word. */
function isTouching(one: Range, other: Range): boolean {
  return !isBefore(one.end, other.start) && !isBefore(other.end, one.start);
}

function isBefore(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}
