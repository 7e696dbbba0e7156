import { stringLiterals } from '../../expressions/syntax/stringLiterals.ts';
import { SourceText } from '../../lib/source/SourceText.ts';
import type { Value } from './Value.ts';

/**
 * Whether the author of a value named the host of an address that it gave. A literal does; an
 * expression does when one of its string literals begins with the origin of that very address, as in
 * `@("http://orders.internal:8080/" + id)`. What a call adds may change the path, but to change the
 * origin is to lose the name.
 */
export function namesHost(value: Value<string>): (address: string) => boolean {
  if (value.constant) return () => true;
  const texts = value.code === undefined ? [] : stringLiterals(new SourceText('code', value.code));
  const origins = new Set(texts.flatMap(originOf));
  return (address) => originOf(address).some((origin) => origins.has(origin));
}

/** Scheme, host and port in canonical form: none or one. */
function originOf(text: string): string[] {
  const url = URL.parse(text.trim());
  return url && /^(https?|wss?):$/.test(url.protocol) ? [url.origin] : [];
}
