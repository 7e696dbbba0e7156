/**
 * Long texts count: one call may go through millions of characters, which is nothing that a program is
 * seen to do. What only looks at a place in a text, or ends early, counts for what it went through.
 */
import type { Environment } from '../runtime/Environment.ts';
import { NetArray } from '../runtime/NetArray.ts';
import { TextBuilder } from '../runtime/TextBuilder.ts';
import type { Member } from '../typeSystem/Member.ts';
import { isVoid } from '../typeSystem/kinds.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import type { Native } from './natives.ts';

type Rule = (values: readonly unknown[], result: unknown) => number;

const nothing: Rule = () => 0;

/** How far a search went: to what it found, or to the end. */
const searched: Rule = ([self, , start], result) => {
  const from = startIn(self, start, 0);
  const end = typeof result === 'number' && result >= 0 ? result : lengthOf(self);
  return Math.max(0, end - from);
};

const searchedBack: Rule = ([self, , start], result) => {
  const from = startIn(self, start, lengthOf(self));
  return Math.max(0, from - Math.max(0, Number(result)));
};

/** Values of StringComparison are the only small numbers that are no places. */
function startIn(text: unknown, start: unknown, otherwise: number): number {
  return typeof start === 'number' && start > 5 && start <= lengthOf(text) ? start : otherwise;
}

const trimmed: Rule = ([self], result) => lengthOf(self) - lengthOf(result);
const compared: Rule = ([, value]) => lengthOf(value);

/** Members of String that do not go through all of it. */
const ofString: Readonly<Record<string, Rule>> = {
  Chars: nothing,
  Clone: nothing,
  Concat: nothing,
  GetEnumerator: nothing,
  GetTypeCode: nothing,
  Insert: nothing,
  IsNullOrEmpty: nothing,
  Remove: nothing,
  Substring: nothing,
  ToString: nothing,
  EndsWith: compared,
  StartsWith: compared,
  IndexOf: searched,
  IndexOfAny: searched,
  LastIndexOf: searchedBack,
  LastIndexOfAny: searchedBack,
  Trim: trimmed,
  TrimEnd: trimmed,
  TrimStart: trimmed,
};

/** These make a text of others without copying them. */
const joining: ReadonlySet<string> = new Set(['Concat', 'Insert', 'Remove']);

/** Members of StringBuilder that go through its text. */
const throughBuilder = /^(?:CopyTo|Equals|Insert|Remove|Replace|ToString)$/;

/** The behaviour of a member, with its work on long texts counted where there may be any. */
export function countingText(member: Member, native: Native, isSet = false): Native {
  const owner = member.owner.fullName;
  if (owner === 'System.Text.StringBuilder') return countingBuilder(member.name, native, isSet);
  if (owner === 'System.String' && member.kind === 'property' && member.parameters.length === 0)
    return native;
  if (!mayBeLong(member)) return native;
  const rule = owner === 'System.String' ? ofString[nameOf(member)] : undefined;
  return rule ? countingPart(native, rule, joining.has(member.name)) : countingAll(member, native);
}

/** What goes through a part of a text is known when it is done. */
function countingPart(native: Native, rule: Rule, joins: boolean): Native {
  return (...values) => {
    const environment = values.at(-1) as Environment;
    if (typeof values[0] === 'string') environment.spendOnFlattening(values[0].length);
    const result = native(...values);
    environment.spendOnText(rule(values, result));
    if (joins) environment.noteJoined(lengthOf(result));
    return result;
  };
}

/** All texts and bytes that go in, and what comes out beyond them. A format counts for every letter. */
function countingAll(member: Member, native: Native): Native {
  const format = formatAt(member);
  return (...values) => {
    const environment = values.at(-1) as Environment;
    const given = allTexts(values);
    environment.spendOnText(given + lengthOf(values[format]) * unitsOfLetter);
    const result = native(...values);
    environment.spendOnText(madeOf(result) - given);
    return result;
  };
}

/** The indexer is called `Chars`, as reflection has it. */
function nameOf(member: Member): string {
  return member.kind === 'property' ? 'Chars' : member.name;
}

function countingBuilder(name: string, native: Native, isSet: boolean): Native {
  return (...values) => {
    const environment = values.at(-1) as Environment;
    const [self] = values;
    const result = native(...values);
    if (!(self instanceof TextBuilder)) {
      // It is made of a text.
      environment.spendOnText(allTexts(values));
    } else if (isSet || throughBuilder.test(name)) {
      environment.spendOnText(self.text.length);
    } else if (name === 'Append' || name === 'AppendLine') {
      environment.noteJoined(self.text.length);
    } else environment.spendOnFlattening(self.text.length);
    return result;
  };
}

/** What a letter of a format is worth in units of text: several objects are made of it. */
const unitsOfLetter = 64;
/** The same for an element of an array that was made: its room, and mostly a text. */
const unitsOfElement = 16;

function madeOf(result: unknown): number {
  if (!(result instanceof NetArray) || result.items instanceof Uint8Array) return lengthOf(result);
  return result.length * unitsOfElement;
}

function allTexts(values: readonly unknown[]): number {
  let sum = 0;
  for (const value of values) sum += lengthOf(value);
  return sum;
}

function lengthOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  return value instanceof NetArray && value.items instanceof Uint8Array ? value.items.length : 0;
}

/** Host objects hand texts on; libraries work on them. */
const libraries = /^(?:System|Newtonsoft)\./;

function mayBeLong(member: Member): boolean {
  if (!libraries.test(member.owner.fullName)) return false;
  if (member.owner.fullName === 'System.Object')
    return /^(?:Equals|GetHashCode)$/.test(member.name);
  const isText = member.owner.fullName === 'System.String';
  if (member.kind === 'property') return isText;
  if (member.kind === 'operator') return false;
  // What keeps a text does not go through it.
  if (member.kind === 'constructor' && !/^System\.(?:\w+|Text\..*)$/.test(member.owner.fullName))
    return false;
  const result = member.kind === 'method' && !isVoid(member.returns) && isLong(member.returns);
  return isText || result || member.parameters.some(({ type }) => isLong(type));
}

function isLong(type: NetType): boolean {
  if (type.kind === 'array') return type.element.toString() === 'System.Byte';
  return type.kind === 'named' && type.definition.representation === 'string';
}

function formatAt(member: Member): number {
  if (member.kind !== 'method') return -1;
  const at = member.parameters.findIndex(({ name }) => name === 'format');
  return at < 0 || member.isStatic ? at : at + 1;
}
