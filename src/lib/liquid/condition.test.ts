import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LiquidError } from './LiquidError.ts';
import { problemsOf, rendered } from './rendered.fixture.ts';
import type { Plain } from './rendered.fixture.ts';

const variables: { [name: string]: Plain } = {
  one: 1,
  half: 0.5,
  name: 'abc',
  list: ['a', 'b', 3],
  hash: { key: 'value' },
  none: [],
  blankText: '',
  yes: true,
};

function holds(condition: string): boolean {
  return rendered(`{% if ${condition} %}1{% else %}0{% endif %}`, variables) === '1';
}

const groups: Readonly<Record<string, readonly [holding: string[], failing: string[]]>> = {
  'equality converts the right side': [
    [
      'one == 1',
      'one == "1"',
      'name == "abc"',
      '"1" == one',
      'one != 2',
      'one <> 2',
      'yes == "true"',
      'missing == nil',
      'missing == null',
    ],
    ['one == "x"', 'name == "ABC"', 'one == nil', 'missing == ""', 'list == "a"', 'one != 1'],
  ],
  'order compares by the type on the left': [
    ['one < 2', 'one <= 1', 'one > 0', 'one >= "1"', 'half < 1', '"a" < "b"', '"10" < "9"'],
    ['one < 1', 'missing < 1', '1 > missing', 'missing <= 1'],
  ],
  'contains, startsWith and endsWith look into texts and lists': [
    [
      'name contains "b"',
      'list contains 3.0',
      'list contains "b"',
      'list contains 3',
      'name startsWith "ab"',
      'name endswith "bc"',
      'list startsWith "a"',
      'list EndsWith 3',
    ],
    [
      'name contains "x"',
      'list contains "x"',
      'list contains "3"',
      'missing contains "x"',
      'name contains missing',
      'name startsWith "b"',
      'one contains 1',
    ],
  ],
  'hasKey and hasValue look into hashes': [
    ['hash hasKey "key"', 'hash haskey "key"', 'hash hasValue "value"'],
    ['hash hasKey "value"', 'hash hasValue "key"', 'list hasKey "a"'],
  ],
  'empty and blank are equal to what holds nothing': [
    ['none == empty', 'blankText == empty', 'blankText == blank', 'empty == none', 'list != empty'],
    ['list == empty', 'missing == empty', 'one == empty'],
  ],
  'only nothing and false fail on their own': [
    ['one', '0', '""', 'none', 'hash.key', 'true'],
    ['missing', 'false', 'hash.missing', 'nil'],
  ],
  'and and or bind from the right': [
    [
      'true or false and false',
      'one == 1 and name == "abc"',
      'missing or yes',
      'name == "a or b" or yes',
    ],
    ['false and true or true', 'yes and missing', 'missing or false'],
  ],
};

for (const [sentence, [holding, failing]] of Object.entries(groups)) {
  test(sentence, () => {
    for (const condition of holding) assert.equal(holds(condition), true, condition);
    for (const condition of failing) assert.equal(holds(condition), false, condition);
  });
}

test('what cannot be compared ends the rendering', () => {
  for (const condition of ['one < "x"', 'list < list', 'name contains 1', 'one < list']) {
    assert.throws(() => holds(condition), LiquidError, condition);
  }
});

test('what is not read of a condition is warned of', () => {
  assert.deepEqual(problemsOf('{% if a &lt; 5 %}{% endif %}'), [
    "warning 0 Only 'a' is read of this condition, not '&lt; 5'.",
  ]);
});

test('an unknown operator is reported, and one without spaces is warned of', () => {
  assert.deepEqual(problemsOf('{% if a is b %}{% endif %}'), ['error 0 Unknown operator is']);
  assert.deepEqual(problemsOf('{% if a==b %}{% endif %}'), [
    "warning 0 'a==b' is read as the name of one variable.",
  ]);
});
