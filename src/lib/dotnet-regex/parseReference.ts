import type { BackReference, Groups } from './nodes.ts';
import { regexOptions } from './options.ts';
import type { PatternReader } from './PatternReader.ts';

const { ECMAScript, IgnoreCase, RightToLeft } = regexOptions;

/**
 * `\1`, `\k<name>`, `\<name>`, read behind the backslash; undefined, and nothing read, when it is
 * no reference. @throws PatternError
 */
export function parseBackslashReference(
  reader: PatternReader,
  groups: Groups,
): BackReference | undefined {
  const start = reader.at;
  const slot = readSlot(reader, groups);
  if (slot === undefined) {
    reader.at = start;
    return undefined;
  }
  return {
    kind: 'reference',
    slot,
    ignoreCase: reader.has(IgnoreCase),
    leftwards: reader.has(RightToLeft),
    isEmptyWhenUnset: reader.has(ECMAScript),
  };
}

function readSlot(reader: PatternReader, groups: Groups): number | undefined {
  const close = openedBy(reader);
  if (close === undefined) {
    if (!/^[1-9]$/.test(reader.next)) return undefined;
    return reader.has(ECMAScript) ? longestNumber(reader, groups) : wholeNumber(reader, groups);
  }
  if (/^\d$/.test(reader.next)) {
    const number = reader.decimal();
    if (!reader.accept(close)) return undefined;
    return groups.slotOfNumber(number) ?? unknownNumber(reader, number);
  }
  if (!reader.atWord()) return undefined;
  const name = reader.name();
  if (!reader.accept(close)) return undefined;
  const slot = groups.slotOfName(name);
  if (slot === undefined) throw reader.error(`Reference to undefined group name ${name}.`);
  return slot;
}

/** What closes the name that is opened here; undefined when none is. */
function openedBy(reader: PatternReader): string | undefined {
  if (reader.next === 'k') {
    const close = closing.get(reader.peek(1));
    if (close === undefined || reader.left <= 2) {
      throw reader.error('Malformed \\k<...> named back reference.');
    }
    reader.at += 2;
    return close;
  }
  const close = reader.left > 1 ? closing.get(reader.next) : undefined;
  if (close !== undefined) reader.at++;
  return close;
}

const closing: ReadonlyMap<string, string> = new Map([
  ['<', '>'],
  ["'", "'"],
]);

/** Digits are a reference when there is such a group or only one digit; else an octal escape. */
function wholeNumber(reader: PatternReader, groups: Groups): number | undefined {
  const number = reader.decimal();
  const slot = groups.slotOfNumber(number);
  return slot === undefined && number <= 9 ? unknownNumber(reader, number) : slot;
}

/** ECMAScript: as many digits as make the number of a group that began before. */
function longestNumber(reader: PatternReader, groups: Groups): number | undefined {
  const backslash = reader.at - 1;
  const highest = groups.numbers.at(-1) ?? 0;
  let slot: number | undefined;
  let end = reader.at;
  for (let number = 0; /^\d$/.test(reader.next);) {
    number = number * 10 + Number(reader.take());
    if (number > highest + 1) break;
    const found = groups.slotOfNumber(number);
    if (found === undefined || groups.starts[found]! >= backslash) continue;
    slot = found;
    end = reader.at;
  }
  reader.at = end;
  return slot;
}

function unknownNumber(reader: PatternReader, number: number): never {
  throw reader.error(`Reference to undefined group number ${number}.`);
}
