import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DotNetRegex } from './DotNetRegex.ts';
import { escapePattern, unescapePattern } from './escapes.ts';
import { regexOptions } from './options.ts';

const { ExplicitCapture, IgnoreCase, IgnorePatternWhitespace, RightToLeft } = regexOptions;

function match(pattern: string, text: string, options = 0): string | undefined {
  const regex = new DotNetRegex(pattern, options);
  const found = regex.match(text, regex.isLeftwards ? text.length : 0, () => undefined);
  return found && text.slice(found.start, found.end);
}

/** All captures of a group, by its name. */
function captures(pattern: string, text: string, name: string, options = 0): string[] {
  const regex = new DotNetRegex(pattern, options);
  const found = regex.match(text, 0, () => undefined);
  const slot = regex.groups.slotOfName(name) ?? -1;
  return (found?.captures[slot] ?? []).map(({ start, end }) => text.slice(start, end));
}

/** Steps that a match takes, for patterns whose time matters. */
function steps(pattern: string, text: string): number {
  let count = 0;
  new DotNetRegex(pattern, 0).isMatch(text, 0, (spent) => {
    count += spent;
    assert.ok(count < 10_000_000, `${pattern} takes too long`);
  });
  return count;
}

test('a group keeps all its captures, the last one first in line for references', () => {
  assert.deepEqual(captures('(?<w>\\w)+', 'abc', 'w'), ['a', 'b', 'c']);
  assert.equal(match('(\\w)+\\1', 'abcc'), 'abcc');
});

test('a group that took part in an earlier round keeps its capture', () => {
  assert.deepEqual(captures('(?:(a)|b)*', 'ab', '1'), ['a']);
});

test('a reference to a group that took no part fails', () => {
  assert.equal(match('(a)?\\1b', 'b'), undefined);
});

test('unnamed groups are numbered before named ones', () => {
  const { groups } = new DotNetRegex('(?<x>a)(b)(?<7>c)(?<y>d)(e)', 0);
  assert.deepEqual(groups.numbers, [0, 1, 2, 3, 4, 7]);
  assert.deepEqual(groups.names, ['0', '1', '2', 'x', 'y', '7']);
});

test('ExplicitCapture leaves unnamed groups uncaptured', () => {
  assert.deepEqual(new DotNetRegex('(a)(?<n>b)', ExplicitCapture).groups.names, ['0', 'n']);
});

test('balancing groups match nested brackets', () => {
  const pattern = '^(?:[^()]|(?<open>\\()|(?<inner-open>\\)))*(?(open)(?!))$';
  assert.deepEqual(captures(pattern, 'f(a(b)c)', 'inner'), ['b', 'a(b)c']);
  assert.equal(match(pattern, 'f(a(b)'), undefined);
});

test('atomic groups give nothing back', () => {
  assert.equal(match('(?>a+)ab', 'aaab'), undefined);
  assert.equal(match('(?>(?:a|ab))c', 'abc'), undefined);
});

test('conditions look at groups or at the text', () => {
  assert.equal(match('^(<)?\\w+(?(1)>)$', '<a>'), '<a>');
  assert.equal(match('^(<)?\\w+(?(1)>)$', '<a'), undefined);
  assert.equal(match('^(?(?=\\d)\\d{3}|[a-z]+)$', 'abc'), 'abc');
});

test('RightToLeft finds the last match first', () => {
  assert.equal(match('\\d+', 'a12b345', RightToLeft), '345');
});

test('case is that of small letters in the invariant culture', () => {
  assert.equal(match('éK', 'Ék', IgnoreCase), 'Ék');
  assert.equal(match('straße', 'STRASSE', IgnoreCase), undefined);
  assert.equal(match('[à-ö]+', 'ÄÖ', IgnoreCase), 'ÄÖ');
});

test('white space and comments of free patterns count for nothing', () => {
  assert.equal(match('a b # the end\n c [ ]', 'abc ', IgnorePatternWhitespace), 'abc ');
});

test('classes are those of Unicode, with blocks and subtraction', () => {
  assert.equal(match('\\w+', '-naïve'), 'naïve');
  assert.equal(match('\\d', '٣'), '٣');
  assert.equal(match('\\p{IsGreek}+', 'aλμ'), 'λμ');
  assert.equal(match('[a-z-[aeiou]]+', 'aeixyz'), 'xyz');
});

test('what is wrong with a pattern is said as .NET says it', () => {
  const wrong = [
    ['(', "Not enough )'s."],
    [')', "Too many )'s."],
    ['[a', 'Unterminated [] set.'],
    ['[b-a]', '[x-y] range in reverse order.'],
    ['*', 'Quantifier {x,y} following nothing.'],
    ['a**', 'Nested quantifier *.'],
    ['a{2,1}', 'Illegal {x,y} with x > y.'],
    ['\\', 'Illegal \\ at end of pattern.'],
    ['\\q', 'Unrecognized escape sequence \\q.'],
    ['\\1', 'Reference to undefined group number 1.'],
    ['\\k<a>', 'Reference to undefined group name a.'],
    ['(?P<n>a)', 'Unrecognized grouping construct.'],
    ['\\p{Nope}', "Unknown property 'Nope'."],
    ['(?#', 'Unterminated (?#...) comment.'],
    ['(?(1)a|b|c)()', 'Too many | in (?()|).'],
  ] as const;
  for (const [pattern, reason] of wrong) {
    assert.throws(() => new DotNetRegex(pattern, 0), {
      name: 'PatternError',
      message: `parsing "${pattern}" - ${reason}`,
    });
  }
});

test('patterns nested beyond reason are refused, not run into the end of the stack', () => {
  for (const pattern of ['('.repeat(100_000), '(?:'.repeat(100_000), '[a-['.repeat(100_000)]) {
    assert.throws(() => new DotNetRegex(pattern, 0), { name: 'PatternError' });
  }
});

test('nested counts make no giant programs', () => {
  const depth = 200;
  const pattern = `${'('.repeat(depth)}a${'){2}'.repeat(depth)}`;
  assert.equal(match(pattern, 'a'.repeat(100)), undefined);
  assert.equal(match('((a{2}){2}){2}', 'a'.repeat(9)), 'a'.repeat(8));
});

test('nested quantifiers take time in proportion to the text', () => {
  const patterns = [
    '(a+)+$',
    '^(a|a)*$',
    '^(?:a?){40}a{40}b',
    '(?:(?:a*)*)*b',
    '^(([a-z])+.)+[A-Z]',
  ];
  for (const pattern of patterns) {
    const [short, long] = [
      steps(pattern, `${'a'.repeat(1_000)}!`),
      steps(pattern, `${'a'.repeat(2_000)}!`),
    ];
    assert.ok(long < 4.5 * short + 200_000, `${pattern}: ${short} and ${long} steps`);
  }
});

test('what nothing tames ends when its allowance does', () => {
  const regex = new DotNetRegex('^(a+)+\\1$', 0);
  let left = 100_000;
  const spend = (spent: number): void => {
    left -= spent;
    if (left < 0) throw new Error('enough');
  };
  assert.throws(() => regex.isMatch(`${'a'.repeat(40)}!`, 0, spend), { message: 'enough' });
  assert.ok(regex.isMatch('aa', 0, spend), 'it still works afterwards');
});

test('long texts need no deep stack', () => {
  assert.equal(match('^(?:ab|cd)*$', 'abcd'.repeat(50_000))?.length, 200_000);
  assert.equal(match('^(?:a|b|)*?$', 'ab'.repeat(50_000))?.length, 100_000);
});

test('escaped text matches itself and nothing else', () => {
  const text = '1+1 = [2] (#?)\t{a|b}^$.*\\\n';
  assert.equal(match(`^${escapePattern(text)}$`, text), text);
  assert.equal(unescapePattern(escapePattern(text)), text);
  assert.equal(unescapePattern('\\x41\\u0042\\103\\cJ'), 'ABC\n');
});
