import assert from 'node:assert/strict';
import type { Span } from '../../src/lib/source/SourceText.ts';

/** What is told must point into the text. */
export function assertInside(found: readonly { readonly span: Span }[], text: string): void {
  for (const { span } of found) {
    const isInside = 0 <= span.start && span.start <= span.end && span.end <= text.length;
    assert.ok(isInside, `a span of ${span.start}–${span.end} in ${text.length} characters`);
  }
}
