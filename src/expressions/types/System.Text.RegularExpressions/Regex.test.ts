import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultLimits, Environment, LimitExceeded } from '../../runtime/Environment.ts';
import { RegexMatchTimeoutException } from '../../runtime/exceptions.ts';
import { NetRegex } from '../../runtime/regex/NetRegex.ts';
import { stillEnvironment } from '../testing/callMember.ts';
import { isMatch, match, matchIn, replaceWith } from './regexSearch.ts';

const world = { now: () => 0, randomBytes: (count: number) => new Uint8Array(count) };
const explosive = '^(a+)+\\1$';
const text = `${'a'.repeat(60)}!`;

test('a match that takes too long ends the evaluation', () => {
  const environment = new Environment(world, { ...defaultLimits, regexTimeoutMs: 10 });
  assert.throws(() => isMatch(new NetRegex(explosive), text, environment), LimitExceeded);
});

test('a timeout of the author is an exception that can be caught', () => {
  const regex = new NetRegex(explosive, 0, 100_000n);
  assert.throws(() => isMatch(regex, text, stillEnvironment()), RegexMatchTimeoutException);
});

test('matching spends the steps of the evaluation', () => {
  const environment = new Environment(world, { ...defaultLimits, maxSteps: 100 });
  assert.throws(() => isMatch(new NetRegex(explosive), text, environment), LimitExceeded);
});

test('a replacement that grows too long ends the evaluation', () => {
  const environment = new Environment(world, { ...defaultLimits, maxStringLength: 100 });
  const longer = (): string => replaceWith(new NetRegex('a'), text, () => 'bb', environment);
  assert.throws(longer, LimitExceeded);
});

test('an evaluator may use the expression that called it', () => {
  const regex = new NetRegex('(\\w)(\\d)');
  const environment = stillEnvironment();
  const inner = (): string => match(regex, 'x9', environment).value;
  assert.equal(replaceWith(regex, 'a1 b2', inner, environment), 'x9 x9');
});

test('places in a part of a text are places in the text', () => {
  const environment = stillEnvironment();
  const found = matchIn(new NetRegex('(b)'), 'abcbd', 2, 3, environment);
  assert.equal(found.index, 3);
  assert.equal(found.groups.ofNumber(1).index, 3);
  assert.equal(found.next(environment).success, false);
});
