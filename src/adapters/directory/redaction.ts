import type { Report } from '../../lib/source/Diagnostic.ts';
import type { SourceText } from '../../lib/source/SourceText.ts';
import { problem } from '../../model/problems.ts';
import { isJsonObject } from '../../model/schema.ts';

/**
 * What the command line tool of APIOps writes in the place of a secret that it extracts. Everybody
 * knows it, so it must never become a key or a password.
 */
const marker = '*** REDACTED ***';

/** A value without the members and items that were taken out when it was extracted. */
export function withoutRedacted(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => !isRedacted(item)).map(withoutRedacted);
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value).filter(([, member]) => !isRedacted(member));
  return Object.fromEntries(members.map(([name, member]) => [name, withoutRedacted(member)]));
}

function isRedacted(value: unknown): boolean {
  return typeof value === 'string' && value.trim() === marker;
}

/** Reports each place of a policy from which a secret was taken out. */
export function tellRedacted(source: SourceText, report: Report): void {
  let start = source.text.indexOf(marker);
  while (start >= 0) {
    const span = { start, end: start + marker.length };
    report(problem('APIM3022', { source, span }));
    start = source.text.indexOf(marker, span.end);
  }
}
