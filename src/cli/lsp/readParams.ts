import { ResponseError } from './converse.ts';
import type { Position } from './protocol.ts';

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
  const { line, character } = recordOf(recordOf(params, 'params')['position'], 'position');
  return {
    line: numberOf(line, 'position.line'),
    character: numberOf(character, 'position.character'),
  };
}

function invalid(name: string, expected: string): ResponseError {
  return new ResponseError('invalidParams', `'${name}' must be ${expected}.`);
}
