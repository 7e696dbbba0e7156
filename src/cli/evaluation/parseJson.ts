import { usualLimits } from '../../lib/document/DocumentNode.ts';
import type { DocumentNode, Member } from '../../lib/document/DocumentNode.ts';
import { parseJson as parseDocument } from '../../lib/document/parseJson.ts';
import type { Diagnostic } from '../../lib/source/Diagnostic.ts';
import { SourceText } from '../../lib/source/SourceText.ts';

/** What the language's `JSON` does that its types do not tell yet (https://github.com/tc39/proposal-json-parse-with-source). */
interface ExactJson {
  rawJSON(text: string): unknown;
  isRawJSON(value: unknown): value is { readonly rawJSON: string };
}

const exact = JSON as unknown as ExactJson;

/**
 * JSON as values that are printed as they are written, for .NET tells the two apart. A number that a
 * double would change, be it in its text alone (`1.0`, `9007199254740993`), stays its text, and
 * members stay in their order, which `JSON.parse` changes for names such as `10`.
 * @throws SyntaxError
 */
export function parseJson(text: string): unknown {
  const errors: Diagnostic[] = [];
  const source = new SourceText('JSON', text);
  const { root } = parseDocument(source, (each) => errors.push(each), limits);
  if (root) return valueOf(root, text);
  throw new SyntaxError(describe(errors.findLast(({ severity }) => severity === 'error')));
}

/** A recorded call may bring large bodies. */
const limits = { ...usualLimits, length: 100_000_000, nodes: 5_000_000 };

/** The text of a number that was kept as it is written; undefined of everything else. */
export function keptNumber(json: unknown): string | undefined {
  return exact.isRawJSON(json) ? json.rawJSON : undefined;
}

function valueOf(node: DocumentNode, text: string): unknown {
  switch (node.kind) {
    case 'scalar':
      return typeof node.value === 'number' ? numberOf(node.value, text, node.span) : node.value;
    case 'list':
      return node.items.map((item) => valueOf(item, text));
    case 'object':
      return objectOf(node.members, text);
  }
}

function numberOf(
  value: number,
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): unknown {
  const written = text.slice(start, end);
  return written === String(value) ? value : exact.rawJSON(written);
}

function objectOf(members: ReadonlyMap<string, Member>, text: string): object {
  const entries = Array.from(members, ([name, { value }]) => [name, valueOf(value, text)] as const);
  const object = Object.fromEntries(entries);
  const names = [...members.keys()];
  // An object lists names that are indexes first, in the order of numbers, whatever was written.
  const isInOrder = Object.keys(object).every((name, index) => name === names[index]);
  return isInOrder ? object : new Proxy(object, { ownKeys: () => names });
}

function describe(error: Diagnostic | undefined): string {
  if (!error) return 'it has no value';
  const { line, column } = error.source.positionAt(error.span.start);
  return `${line}:${column} ${error.message.replace(/\.$/, '')}`;
}
