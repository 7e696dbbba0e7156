import type { Report, Severity } from '../source/Diagnostic.ts';
import type { SourceText } from '../source/SourceText.ts';
import { usualLimits } from './DocumentNode.ts';
import type { DocumentNode, Member, ParsedDocument } from './DocumentNode.ts';

/**
 * Reads JSON (RFC 8259) and remembers where every value stands; a byte order mark is passed over
 * (§8.1 allows it). Problems are reported as `JSON1001` and following; it never throws.
 */
export function parseJson(
  source: SourceText,
  report: Report,
  limits = usualLimits,
): ParsedDocument {
  const { text } = source;
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let nodes = 0;

  try {
    if (text.length > limits.length) {
      fail('JSON1003', `This document is longer than ${limits.length} characters.`, 0, 0);
    }
    const root = value(0);
    skipBlanks();
    if (at < text.length) unexpected('the end of the document');
    return { source, root };
  } catch (error) {
    if (!(error instanceof BrokenDocument)) throw error;
    return { source, root: undefined };
  }

  function value(depth: number): DocumentNode {
    nodes += 1;
    if (depth > limits.depth || nodes > limits.nodes) {
      fail('JSON1003', 'This document is nested too deeply or holds too many values.', at, at + 1);
    }
    skipBlanks();
    const start = at;
    switch (text[at]) {
      case '{':
        return object(start, depth);
      case '[':
        return list(start, depth);
      case '"':
        return { kind: 'scalar', value: string(), span: { start, end: at } };
      default:
        return wordOrNumber(start);
    }
  }

  function object(start: number, depth: number): DocumentNode {
    const members = new Map<string, Member>();
    at += 1;
    skipBlanks();
    if (text[at] === '}') at += 1;
    else {
      do {
        skipBlanks();
        const keyStart = at;
        if (text[at] !== '"') unexpected('a member name in double quotes');
        const name = string();
        const key = { start: keyStart, end: at };
        if (members.has(name)) {
          tell('JSON1002', 'warning', `'${name}' stands here twice; the last one counts.`, key);
        }
        skipBlanks();
        expect(':');
        members.set(name, { key, value: value(depth + 1) });
        skipBlanks();
      } while (more('}'));
    }
    return { kind: 'object', members, span: { start, end: at } };
  }

  function list(start: number, depth: number): DocumentNode {
    const items: DocumentNode[] = [];
    at += 1;
    skipBlanks();
    if (text[at] === ']') at += 1;
    else {
      do {
        items.push(value(depth + 1));
        skipBlanks();
      } while (more(']'));
    }
    return { kind: 'list', items, span: { start, end: at } };
  }

  function more(close: string): boolean {
    if (text[at] === ',') {
      at += 1;
      return true;
    }
    expect(close, `',' or '${close}'`);
    return false;
  }

  function string(): string {
    const start = at;
    for (at += 1; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit === 0x22) {
        at += 1;
        return decode(start);
      }
      if (unit < 0x20) {
        fail('JSON1001', 'A line break or control character must be escaped here.', at, at + 1);
      }
      if (unit === 0x5c) {
        const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
        escape.lastIndex = at;
        const found = escape.exec(text);
        if (found === null) fail('JSON1001', 'This is not an escape of JSON.', at, at + 2);
        at += found[0].length - 1;
      }
    }
    return fail('JSON1001', 'This string is not closed.', start, start + 1);
  }

  /** The decoded string that starts at `start` and ends at the cursor; its form was checked. */
  function decode(start: number): string {
    const raw = text.slice(start + 1, at - 1);
    return raw.includes('\\') ? String(JSON.parse(`"${raw}"`)) : raw;
  }

  function wordOrNumber(start: number): DocumentNode {
    const token = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|true\b|false\b|null\b/y;
    token.lastIndex = start;
    const found = token.exec(text)?.[0];
    if (found === undefined) return unexpected('a value');
    at += found.length;
    const known = { true: true, false: false, null: null };
    const scalar = found in known ? known[found as keyof typeof known] : Number(found);
    return { kind: 'scalar', value: scalar, span: { start, end: at } };
  }

  function skipBlanks(): void {
    while (/[ \t\r\n]/.test(text[at] ?? '')) at += 1;
  }

  function expect(character: string, wanted = `'${character}'`): void {
    if (text[at] !== character) unexpected(wanted);
    at += 1;
  }

  function unexpected(wanted: string): never {
    const found = at >= text.length ? 'the document ends' : `there is '${text[at]}'`;
    return fail('JSON1001', `Here should be ${wanted}, but ${found}.`, at, at + 1);
  }

  function tell(
    code: string,
    severity: Severity,
    message: string,
    span: { start: number; end: number },
  ): void {
    report({ code, severity, message, source, span });
  }

  function fail(code: string, message: string, start: number, end: number): never {
    tell(code, 'error', message, { start, end: Math.min(end, text.length) });
    throw new BrokenDocument();
  }
}

/** Leaves the parser after its problem was reported. */
class BrokenDocument extends Error {}
