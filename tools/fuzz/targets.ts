import { checker } from './checker.ts';
import { longDocuments } from './longDocuments.ts';
import { parser } from './parser.ts';
import { reader } from './reader.ts';
import type { Target } from './target.ts';
import { xpath } from './xpath.ts';

export const targets: readonly Target[] = [reader, parser, checker, xpath, longDocuments];
