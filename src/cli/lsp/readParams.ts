import { ResponseError } from './converse.ts';
import type { ContentChange } from './OpenDocument.ts';
import { codeActionKinds, completionTriggerKinds } from './protocol.ts';
import type { Position, Range } from './protocol.ts';

/** The members of an object that a client sent. @throws ResponseError */
export function recordOf(value: unknown, name: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw invalid(name, 'an object');
  return { ...value };
}

export function textOf(value: unknown, name: string): string {
  if (typeof value !== 'string') throw invalid(name, 'a string');
  return value;
}

export function numberOf(value: unknown, name: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw invalid(name, 'an integer');
  return value;
}

function countOf(value: unknown, name: string): number {
  const number = numberOf(value, name);
  if (number < 0) throw invalid(name, 'at least 0');
  return number;
}

export function listOf(value: unknown, name: string): readonly unknown[] {
  if (!Array.isArray(value)) throw invalid(name, 'an array');
  return value;
}

/** The `uri` of the `textDocument` that a request is about. */
export function documentUri(params: unknown): string {
  const { textDocument } = recordOf(params, 'params');
  return textOf(recordOf(textDocument, 'textDocument')['uri'], 'textDocument.uri');
}

export function positionOf(params: unknown): Position {
  return readPosition(recordOf(params, 'params')['position'], 'position');
}

/** The character that had the editor ask for completions; undefined when none did. */
export function triggerOf(params: unknown): string | undefined {
  const { context } = recordOf(params, 'params');
  if (typeof context !== 'object' || context === null) return undefined;
  const { triggerKind, triggerCharacter } = recordOf(context, 'context');
  const isCharacter = triggerKind === completionTriggerKinds.triggerCharacter;
  return isCharacter ? textOf(triggerCharacter, 'context.triggerCharacter') : undefined;
}

/** The `contentChanges` of `textDocument/didChange`. */
export function changesOf(params: unknown): readonly ContentChange[] {
  const { contentChanges } = recordOf(params, 'params');
  return listOf(contentChanges, 'contentChanges').map((change) => {
    const { range, text } = recordOf(change, 'change');
    return {
      range: range === undefined || range === null ? undefined : readRange(range),
      text: textOf(text, 'change.text'),
    };
  });
}

/** The range that code actions are asked for, if quick fixes are among what is asked. */
export function fixRangeOf(params: unknown): Range | undefined {
  const { range, context } = recordOf(params, 'params');
  const { only } = recordOf(context, 'context');
  const isAsked = only === undefined || only === null || listOf(only, 'context.only').some(isFix);
  const asked = readRange(range);
  return isAsked ? asked : undefined;
}

/** Kinds are a hierarchy, of which the empty one is the root. */
function isFix(kind: unknown): boolean {
  return kind === '' || kind === codeActionKinds.quickFix;
}

function readRange(value: unknown): Range {
  const { start, end } = recordOf(value, 'range');
  return { start: readPosition(start, 'range.start'), end: readPosition(end, 'range.end') };
}

function readPosition(value: unknown, name: string): Position {
  const { line, character } = recordOf(value, name);
  return {
    line: countOf(line, `${name}.line`),
    character: countOf(character, `${name}.character`),
  };
}

function invalid(name: string, expected: string): ResponseError {
  return new ResponseError('invalidParams', `'${name}' must be ${expected}.`);
}
