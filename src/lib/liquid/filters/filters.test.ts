import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LiquidError } from '../LiquidError.ts';
import { rendered } from '../rendered.fixture.ts';
import type { Plain } from '../rendered.fixture.ts';
import { LiquidDate } from '../values.ts';
import { ticksOfUnixMilliseconds } from '../../dotnet-time/ticks.ts';
import { filters } from './filterTable.ts';

const noon = new LiquidDate(ticksOfUnixMilliseconds(Date.UTC(2024, 1, 29, 12, 30, 5)), 'utc');

const variables: { [name: string]: Plain } = {
  noon,
  list: ['b', 'C', 'a'],
  numbers: [3, 1, 2],
  nested: [1, [2, [3, null]], 2],
  people: [{ name: 'Bob', age: 5 }, { name: 'al', age: 9 }, { age: null }],
  text: 'Hello World',
  hash: { a: 1, b: 2 },
};

/** Filter, then an output and what it writes. */
const table: Readonly<Record<string, readonly (readonly [output: string, expected: string])[]>> = {
  Abs: [
    ['-3 | Abs', '3'],
    ['"-1.5" | Abs', '1.5'],
    ['"x" | Abs', '0'],
  ],
  Append: [
    ['"a" | Append: "b"', 'ab'],
    ['nil | Append: "b"', ''],
    ['1 | Append: 2', '12'],
  ],
  AtLeast: [
    ['3 | AtLeast: 5', '5'],
    ['"7" | AtLeast: 5', '7'],
    ['"x" | AtLeast: 5', 'x'],
  ],
  AtMost: [
    ['3 | AtMost: 5', '3'],
    ['7.5 | AtMost: 5', '5'],
  ],
  Capitalize: [['"hello big world" | Capitalize', 'Hello Big World']],
  Ceil: [
    ['1.2 | Ceil', '2'],
    ['-1.2 | Ceil', '-1'],
    ['"4.1" | Ceil', '5'],
    ['"x" | Ceil', ''],
  ],
  Compact: [['nested | Compact | Join', '1 2 3 2']],
  Concat: [
    ['list | Concat: numbers | Join: ""', 'bCa312'],
    ['nil | Concat: list', 'bCa'],
  ],
  Currency: [
    ['1234.5 | Currency: "en-US"', '$1,234.50'],
    ['"x" | Currency', 'x'],
  ],
  Date: [
    ['noon | Date: "yyyy-MM-dd HH:mm"', '2024-02-29 12:30'],
    ['"2020-05-06T07:08:09Z" | Date: "dd/MM/yyyy HH"', '06/05/2020 07'],
    ['"now" | Date: "yyyy"', '2026'],
    ['"no date" | Date: "yyyy"', 'no date'],
    ['noon | Date: ""', '02/29/2024 12:30:05'],
    ['noon', '02/29/2024 12:30:05'],
    ['noon | Date: "o"', '2024-02-29T12:30:05.0000000Z'],
  ],
  Default: [
    ['nil | Default: "x"', 'x'],
    ['"" | Default: "x"', 'x'],
    ['"a" | Default: "x"', 'a'],
    ['5 | Default: 1', '5'],
  ],
  DividedBy: [
    ['5 | DividedBy: 2', '2'],
    ['-5 | DividedBy: 2', '-2'],
    ['5 | DividedBy: 2.0', '2.5'],
    ['nil | DividedBy: 2', ''],
  ],
  Downcase: [['text | Downcase', 'hello world']],
  Escape: [['"<a href=\'x\'>&é" | Escape', '&lt;a href=&#39;x&#39;&gt;&amp;&#233;']],
  EscapeOnce: [['"1 &lt; 2 & 3" | EscapeOnce', '1 &lt; 2 &amp; 3']],
  First: [
    ['list | First', 'b'],
    ['nil | First', ''],
  ],
  Floor: [
    ['1.8 | Floor', '1'],
    ['-1.2 | Floor', '-2'],
  ],
  H: [['"<" | H', '&lt;']],
  Join: [
    ['list | Join', 'b C a'],
    ['list | Join: ", "', 'b, C, a'],
    ['nil | Join', ''],
  ],
  Last: [
    ['list | Last', 'a'],
    ['(1..9) | Last', '9'],
  ],
  Lstrip: [['" a " | Lstrip | Append: "."', 'a .']],
  Map: [['people | Map: "name" | Join: ","', 'Bob,al,']],
  Minus: [
    ['5 | Minus: 7', '-2'],
    ['0.3 | Minus: 0.1', '0.2'],
  ],
  Modulo: [
    ['7 | Modulo: 3', '1'],
    ['-7 | Modulo: 3', '-1'],
    ['7.5 | Modulo: 2', '1.5'],
  ],
  NewlineToBr: [['lines | NewlineToBr', 'a<br />\nb<br />\r\nc']],
  Plus: [
    ['1 | Plus: 2', '3'],
    ['"1" | Plus: 2', '12'],
    ['0.1 | Plus: 0.2', '0.3'],
  ],
  Prepend: [['"a" | Prepend: "b"', 'ba']],
  Remove: [['"a.b.c" | Remove: "."', 'abc']],
  RemoveFirst: [['"foobar" | RemoveFirst: "o"', 'fobar']],
  Replace: [
    ['"a1b22" | Replace: "[0-9]+", "#"', 'a#b#'],
    ['"ab" | Replace: "(a)(b)", "$2$1"', 'ba'],
    ['"aaa" | Replace: "a"', ''],
  ],
  ReplaceFirst: [
    ['"aaa" | ReplaceFirst: "a", "b"', 'baa'],
    ['"abc" | ReplaceFirst: "x", "b"', 'abc'],
  ],
  Reverse: [
    ['list | Reverse | Join', 'a C b'],
    ['"abc" | Reverse', 'abc'],
  ],
  Round: [
    ['2.5 | Round', '2'],
    ['1.255 | Round: 2', '1.26'],
    ['"x" | Round', ''],
  ],
  Rstrip: [['" a " | Rstrip | Prepend: "."', '. a']],
  Size: [
    ['text | Size', '11'],
    ['list | Size', '3'],
    ['hash | Size', '2'],
    ['5 | Size', '0'],
  ],
  Slice: [
    ['"hello" | Slice: 1', 'e'],
    ['"hello" | Slice: 1, 3', 'ell'],
    ['"hello" | Slice: -3, 2', 'll'],
    ['"hi" | Slice: 9', ''],
    ['list | Slice: 1, 2 | Join', 'C a'],
  ],
  Sort: [
    ['list | Sort | Join', 'a b C'],
    ['numbers | Sort | Join', '1 2 3'],
    ['people | Sort: "age" | Map: "name" | Join: ","', ',Bob,al'],
  ],
  SortNatural: [['list | SortNatural | Join', 'a b C']],
  Split: [
    ['"a,b,,c" | Split: "," | Join: "|"', 'a|b|c'],
    ['"abc" | Split: "" | Join: "|"', 'a|b|c'],
    ['" " | Split: ","', ' '],
  ],
  Strip: [['"  a " | Strip', 'a']],
  StripHtml: [
    ['"<p>a<br/>b</p><script>x</script><!-- y -->c<STYLE>z</style>" | StripHtml', 'abc'],
    ['"1 < 2" | StripHtml', '1 < 2'],
  ],
  StripNewlines: [['lines | StripNewlines', 'abc']],
  Times: [
    ['3 | Times: 4', '12'],
    ['1.5 | Times: 2', '3.0'],
    ['"ab" | Times: 2', 'abab'],
  ],
  Truncate: [
    ['text | Truncate: 8', 'Hello...'],
    ['text | Truncate: 8, "-"', 'Hello W-'],
    ['"short" | Truncate', 'short'],
  ],
  TruncateWords: [
    ['"a b c d" | TruncateWords: 2', 'a b...'],
    ['"a b" | TruncateWords: 2', 'a b'],
  ],
  Uniq: [
    ['nested | Uniq | Join: ","', '1,2,3,'],
    ['"a,b,a" | Split: "," | Uniq | Join', 'a b'],
  ],
  Upcase: [
    ['text | Upcase', 'HELLO WORLD'],
    ['nil | Upcase', ''],
  ],
  UrlDecode: [['"a%20b+c" | UrlDecode', 'a b c']],
  UrlEncode: [['"a b&é" | UrlEncode', 'a+b%26%C3%A9']],
  Where: [
    ['people | Where: "age", 9 | Map: "name"', 'al'],
    ['people | Where: "name" | Size', '2'],
  ],
};

test('every filter is shown, and nothing else', () => {
  assert.deepEqual(Object.keys(table).toSorted(), [...filters.keys()].toSorted());
});

for (const [name, cases] of Object.entries(table)) {
  test(`${name} gives what DotLiquid gives`, () => {
    for (const [output, expected] of cases) {
      const values = { ...variables, lines: 'a\nb\r\nc' };
      assert.equal(rendered(`{{ ${output} }}`, values), expected, output);
    }
  });
}

test('what a filter cannot do ends the rendering with the words of .NET', () => {
  const cases: Readonly<Record<string, RegExp>> = {
    '1 | DividedBy: 0': /Attempted to divide by zero\./,
    '9223372036854775807 | Plus: 1': /Arithmetic operation resulted in an overflow\./,
    '"x" | Minus: 1':
      /The binary operator SubtractChecked is not defined for the types 'System.String' and 'System.Int64'\./,
    '"a" | Slice: "x"': /Input string was not in a correct format\./,
    'list | Upcase': /cannot be converted to type 'System.String'/,
    '"a" | Replace: "(", "x"': /parsing/,
    'noon | Date: "%"': /Input string was not in a correct format\./,
    '1 | Currency: "nowhere"': /not a supported culture/,
  };
  for (const [output, message] of Object.entries(cases)) {
    assert.throws(
      () => rendered(`{{ ${output} }}`, variables),
      (error) => error instanceof LiquidError && message.test(error.message),
      output,
    );
  }
});

test('filters follow one another, and a comma without a space swallows the next bar', () => {
  assert.equal(rendered('{{ "a b" | Split: " " | First | Upcase }}'), 'A');
  assert.equal(rendered('{{ "abcd" | Slice: 1,2|Upcase }}'), 'bc');
});
