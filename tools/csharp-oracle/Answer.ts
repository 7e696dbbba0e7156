/** What became of a case: a value, what it threw, or nothing that can be compared. */
export type Answer =
  | { readonly type: string | null; readonly text: string }
  | { readonly exception: string }
  | { readonly refused: string };

export function sameAnswer(one: Answer, other: Answer): boolean {
  return showAnswer(one) === showAnswer(other);
}

export function showAnswer(answer: Answer): string {
  if ('refused' in answer) return `refused: ${answer.refused}`;
  if ('exception' in answer) return `throws ${answer.exception}`;
  return `${answer.type}: ${answer.text.replaceAll('\r\n', '\n')}`;
}
