import type { Span } from '../../lib/source/SourceText.ts';

/** What may stand between double braces. */
export interface NamedValues {
  /** By display name; undefined when there is none, or none with a value. */
  valueOf(this: void, name: string): string | undefined;
  readonly names: readonly string[];
  /** Values that no message may repeat. */
  readonly secrets: readonly string[];
}

/** A text with its holes filled, which knows where each character stood before. */
export interface Substituted {
  readonly text: string;
  /** The span of the original text: the whole hole for what stands in a filled one. */
  originalSpan(span: Span): Span;
}

interface Filled {
  /** In the original text. */
  readonly from: Span;
  /** In the new text. */
  readonly to: Span;
}

// The named values page: letters, digits, periods, dashes and underscores.
const hole = /\{\{([A-Za-z0-9._-]+)\}\}/g;

/**
 * Puts named values in the place of `{{name}}`, once: what they hold is not searched again
 * (https://learn.microsoft.com/azure/api-management/api-management-howto-properties). `unknown` hears
 * of names that do not exist; their holes stay.
 */
export function substitute(
  text: string,
  { valueOf, names }: NamedValues,
  unknown: (name: string, span: Span) => void,
): Substituted {
  const liquid = liquidSpans(text);
  const filled: Filled[] = [];
  let result = '';
  let taken = 0;
  for (const match of text.matchAll(hole)) {
    const name = match[1]!;
    const from = { start: match.index, end: match.index + match[0].length };
    // In a Liquid template the same braces are Liquid's own, unless a named value is called so.
    const isLiquid = liquid.some((span) => span.start <= from.start && from.end <= span.end);
    if (isLiquid && !names.includes(name)) continue;
    const value = valueOf(name);
    if (value === undefined) {
      unknown(name, from);
      continue;
    }
    result += text.slice(taken, from.start);
    filled.push({ from, to: { start: result.length, end: result.length + value.length } });
    result += value;
    taken = from.end;
  }
  result += text.slice(taken);
  return { text: result, originalSpan: (span) => originalSpan(filled, span) };
}

/** Where `set-body` holds a Liquid template. */
function liquidSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (const open of text.matchAll(/<set-body\b[^>]*\btemplate\s*=\s*["']liquid["'][^>]*>/gi)) {
    const start = open.index + open[0].length;
    const end = text.indexOf('</set-body', start);
    spans.push({ start, end: end < 0 ? text.length : end });
  }
  return spans;
}

function originalSpan(filled: readonly Filled[], span: Span): Span {
  return {
    start: originalOffset(filled, span.start, 'start'),
    end: originalOffset(filled, span.end, 'end'),
  };
}

function originalOffset(filled: readonly Filled[], offset: number, edge: 'start' | 'end'): number {
  let shift = 0;
  for (const { from, to } of filled) {
    const isInside =
      edge === 'start'
        ? to.start <= offset && offset < to.end
        : to.start < offset && offset <= to.end;
    if (isInside) return from[edge];
    if (offset <= to.start) break;
    shift = from.end - to.end;
  }
  return offset + shift;
}
