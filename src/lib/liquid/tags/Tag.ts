import type { Parser } from '../Parser.ts';
import type { Node } from '../Rendering.ts';
import type { TagToken } from '../tokenize.ts';

/** Reads a tag, and its block if it has one; undefined after a problem was reported. */
export type Tag = (token: TagToken, parser: Parser) => Node | undefined;
