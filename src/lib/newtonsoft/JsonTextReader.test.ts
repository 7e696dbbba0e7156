import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JsonReadError } from './JsonReadError.ts';
import { JsonTextReader } from './JsonTextReader.ts';
import { tokenName } from './JsonToken.ts';

/** All tokens of a text, the last perhaps the message of what is wrong. */
function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  const reader = new JsonTextReader(text);
  try {
    while (reader.read()) {
      const { value, token } = reader;
      const shown = typeof value === 'object' && value ? `${value.ticks} ${value.kind}` : value;
      tokens.push(shown === null ? tokenName(token) : `${tokenName(token)} ${shown}`);
    }
  } catch (error) {
    if (!(error instanceof JsonReadError)) throw error;
    tokens.push(error.message);
  }
  return tokens;
}

test('reads what Newtonsoft accepts beside JSON', () => {
  assert.deepEqual(tokensOf(`{a:'b',$c_1:[1,],"d":undefined}`), [
    'StartObject',
    'PropertyName a',
    'String b',
    'PropertyName $c_1',
    'StartArray',
    'Integer 1',
    'EndArray',
    'PropertyName d',
    'Undefined',
    'EndObject',
  ]);
  assert.deepEqual(tokensOf('[,1]//x'), [
    'StartArray',
    'Undefined',
    'Integer 1',
    'EndArray',
    'Comment x',
  ]);
  assert.deepEqual(tokensOf('/*a*/new Date(0)'), [
    'Comment a',
    'StartConstructor Date',
    'Integer 0',
    'EndConstructor',
  ]);
});

test('tells integers from floats, and knows octal and hexadecimal', () => {
  const numbers: readonly (readonly [string, string])[] = [
    ['0', 'Integer 0'],
    ['-0', 'Integer 0'],
    ['-12', 'Integer -12'],
    ['9223372036854775807', 'Integer 9223372036854775807'],
    ['123456789012345678901234567890', 'Integer 123456789012345678901234567890'],
    ['1.', 'Float 1'],
    ['.5', 'Float 0.5'],
    ['1e5', 'Float 100000'],
    ['017', 'Integer 15'],
    ['0x1F', 'Integer 31'],
    ['NaN', 'Float NaN'],
    ['-Infinity', 'Float -Infinity'],
  ];
  for (const [text, expected] of numbers) assert.deepEqual(tokensOf(text), [expected], text);
});

test('decodes escapes, and puts U+FFFD for half a surrogate pair', () => {
  assert.deepEqual(tokensOf(String.raw`"\u0041\n\/\'\ud83d\ude00"`), ["String A\n/'😀"]);
  assert.deepEqual(tokensOf(String.raw`"\ud83dx"`), ['String \ufffdx']);
  assert.deepEqual(tokensOf(String.raw`"\ud83d\ud83d\ude00"`), ['String \ufffd😀']);
  assert.deepEqual(tokensOf(String.raw`"\ude00"`), ['String \ufffd']);
});

test('takes strings that look like dates for dates', () => {
  assert.deepEqual(tokensOf('"2020-01-02T03:04:05Z"'), ['Date 637135310450000000 utc']);
  assert.deepEqual(tokensOf('"2020-01-02T03:04:05.5"'), ['Date 637135310455000000 unspecified']);
  assert.deepEqual(tokensOf('"2020-01-02T03:04:05+02:00"'), ['Date 637135238450000000 local']);
  assert.deepEqual(tokensOf('"2020-01-02T03:04:05.123456789"'), [
    'Date 637135310451234567 unspecified',
  ]);
  assert.deepEqual(tokensOf('"/Date(0)/"'), ['Date 621355968000000000 utc']);
  for (const text of [
    '2020-01-02',
    '2020-01-02 03:04:05',
    '2020-02-30T03:04:05',
    '2020-01-02T03:04:05.12345678',
    '2020-01-02T24:00:00',
  ])
    assert.deepEqual(tokensOf(`"${text}"`), [`String ${text}`]);
});

test('says what is wrong as Newtonsoft does, with path, line and position', () => {
  const problems: readonly (readonly [string, string])[] = [
    ['x', "Unexpected character encountered while parsing value: x. Path '', line 0, position 0."],
    [
      '[1,2,x]',
      "Unexpected character encountered while parsing value: x. Path '[1]', line 1, position 5.",
    ],
    [
      '{"a":\n1\n,\n  "b":}',
      "Unexpected character encountered while parsing value: }. Path 'b', line 4, position 6.",
    ],
    [
      '{"a":{"b c":[1,{"c":x}]}}',
      "Unexpected character encountered while parsing value: x. Path 'a['b c'][1].c', line 1, position 20.",
    ],
    [
      '[1 2]',
      "After parsing a value an unexpected character was encountered: 2. Path '[0]', line 1, position 3.",
    ],
    [
      '{"a" 1}',
      "Invalid character after parsing property name. Expected ':' but got: 1. Path '', line 1, position 5.",
    ],
    ['{,}', "Invalid property identifier character: ,. Path '', line 1, position 1."],
    ['{a', "Unexpected end while parsing unquoted property name. Path '', line 1, position 2."],
    [
      ']',
      "JsonToken EndArray is not valid for closing JsonType None. Path '', line 1, position 1.",
    ],
    [
      '[1}',
      "JsonToken EndObject is not valid for closing JsonType Array. Path '', line 1, position 3.",
    ],
    ['truex', "Error parsing boolean value. Path '', line 1, position 4."],
    ['-', "Input string '-' is not a valid number. Path '', line 1, position 1."],
    ['1e400', "Input string '1e400' is not a valid number. Path '', line 1, position 5."],
    ['089', "Input string '089' is not a valid number. Path '', line 1, position 3."],
    [
      '[1z]',
      "Unexpected character encountered while parsing number: z. Path '', line 1, position 2.",
    ],
    [
      '[1]x',
      "Additional text encountered after finished reading JSON content: x. Path '', line 1, position 3.",
    ],
    ['"abc', "Unterminated string. Expected delimiter: \". Path '', line 1, position 4."],
    [String.raw`"a\q"`, String.raw`Bad JSON escape sequence: \q. Path '', line 1, position 4.`],
    ['/*', "Unexpected end while parsing comment. Path '', line 1, position 2."],
    ['new Date', "Unexpected end while parsing constructor. Path '', line 1, position 8."],
  ];
  for (const [text, message] of problems) assert.equal(tokensOf(text).at(-1), message, text);
});

test('refuses more than 64 containers in one another', () => {
  assert.equal(tokensOf('['.repeat(64)).length, 64);
  assert.match(
    tokensOf('['.repeat(65)).at(-1)!,
    /^The reader's MaxDepth of 64 has been exceeded\./,
  );
});
