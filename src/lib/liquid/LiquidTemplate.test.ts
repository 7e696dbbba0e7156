import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LiquidTemplate } from './LiquidTemplate.ts';
import { problemsOf, rendered } from './rendered.fixture.ts';
import type { Plain } from './rendered.fixture.ts';

type Case = readonly [template: string, expected: string, variables?: { [name: string]: Plain }];

const order = { id: 7, price: 9.5, lines: [{ sku: 'a' }, { sku: 'b' }, { sku: 'c' }], paid: true };

const groups: Readonly<Record<string, readonly Case[]>> = {
  'text and outputs are written as they come': [
    ['plain { } text', 'plain { } text'],
    ['', ''],
    ['<id>{{order.id}}</id>', '<id>7</id>', { order }],
    ['{{ order.price }} {{ order.paid }}', '9.5 true', { order }],
    ['{{ "a" }}{{ \'b\' }}{{ 1 }}{{ -2 }}{{ 1.50 }}{{ true }}', 'ab1-21.5true'],
    ['{{ 1.0 }} {{ 1.0 | Plus: 1 }} {{ price }}', '1 2 5', { price: 5.0 }],
    ['{{ list }}', 'abTrue', { list: ['a', 'b', true] }],
    ['{{ hash }}', '[a, 1][b, 2]', { hash: { a: 1, b: 2 } }],
    ['{{ (1..4) }}', '1234'],
  ],
  'what is not there is written as nothing': [
    ['[{{ nothing }}{{ a.b.c }}{{ nil }}{{ null }}{{ }}]', '[]', { a: {} }],
    ['[{{ list[9] }}{{ list.name }}{{ text.name }}{{ empty }}]', '[]', { list: [1], text: 'x' }],
    ['[{{ @ }}]', '[]'],
  ],
  'a path reaches members, elements, and size, first and last': [
    ['{{ order.lines[1].sku }}', 'b', { order }],
    ['{{ order["id"] }}{{ order[\'id\'] }}', '77', { order }],
    ['{{ order[name] }}', '7', { order, name: 'id' }],
    ['{{ order.lines[at].sku }}', 'c', { order, at: 2 }],
    ['{{ [name].id }}', '7', { order, name: 'order' }],
    [
      '{{ list.size }}{{ list.first }}{{ list.last }}{{ text.size }}',
      '3x z5'.replace(' ', ''),
      { list: ['x', 'y', 'z'], text: 'hello' },
    ],
    ['{{ h.size }}', 'own', { h: { size: 'own' } }],
    ['{{ h.x-y }}', '1', { h: { 'x-y': 1 } }],
    ['{{@order.id}}', '7', { order }],
    ['{{ order.ID }}{{ order.Lines.size }}', '73', { order }],
    ['{{ h.a }}{{ h.A }}', '12', { h: { a: 1, A: 2 } }],
  ],
  'assign and capture set variables of the whole template': [
    ['{% assign a = 1 %}{{ a }}', '1'],
    ['{% assign a = "x" | Upcase | Append: "y" %}{{ a }}', 'Xy'],
    ['{% for i in (1..2) %}{% assign a = i %}{% endfor %}{{ a }}', '2'],
    ['{% capture a-b %}<{{ 1 }}>{% endcapture %}[{{ a-b }}]', '[<1>]'],
    ['{% assign a = "1,2" | Split: "," %}{{ a[1] }}', '2'],
  ],
  'if takes the first branch that holds; unless turns its own condition round': [
    ['{% if a %}1{% elsif b %}2{% else %}3{% endif %}', '1', { a: true }],
    ['{% if a %}1{% elsif b %}2{% else %}3{% endif %}', '2', { b: 0 }],
    ['{% if a %}1{% elseif b %}2{% else %}3{% endif %}', '3', { a: false }],
    ['{% unless a %}1{% else %}2{% endunless %}', '1'],
    ['{% unless a %}1{% elsif b %}2{% endunless %}', '2', { a: 'x', b: 'y' }],
    ['{% if "" %}text{% endif %}', 'text'],
  ],
  'case renders every branch that fits, and else when none did': [
    [
      '{% case a %}nowhere{% when 1 %}one{% when 2 or 3 %}some{% else %}none{% endcase %}',
      'some',
      { a: 3 },
    ],
    ['{% case a %}{% when 1, 2 %}x{% when "y" %}y{% else %}none{% endcase %}', 'none', { a: 9 }],
    ['{% case a %}{% when 1 %}x{% when 1 %}y{% else %}none{% endcase %}', 'xy', { a: 1 }],
    ['{% case a %}{% when "b" %}x{% endcase %}', 'x', { a: 'b' }],
  ],
  'for goes through lists, ranges, texts and hashes': [
    ['{% for l in order.lines %}{{ l.sku }}{% endfor %}', 'abc', { order }],
    ['{% for i in (1..n) %}{{ i }},{% endfor %}', '1,2,3,', { n: 3 }],
    ['{% for c in "ab" %}{{ c }}.{% endfor %}', 'a.b.'],
    ['{% for p in h %}{{ p[0] }}={{ p[1] }};{% endfor %}', 'a=1;b=2;', { h: { a: 1, b: 2 } }],
    [
      '{% for p in h %}{{ p.itemName }}={{ p.v }}{{ p.Value.v }}{{ p.Key }};{% endfor %}',
      'a=11a;',
      { h: { a: { v: 1 } } },
    ],
    ['{% for x in nothing %}x{% else %}none{% endfor %}', 'none'],
    ['{% for x in list %}x{% else %}none{% endfor %}', 'none', { list: [] }],
    ['{% for x in list reversed %}{{ x }}{% endfor %}', '321', { list: [1, 2, 3] }],
    ['{% for x in list limit:2 offset:1 %}{{ x }}{% endfor %}', '23', { list: [1, 2, 3, 4] }],
    [
      '{% for x in list limit: n %}{{ x }}{% endfor %}-{% for x in list offset:continue %}{{ x }}{% endfor %}',
      '12-34',
      { list: [1, 2, 3, 4], n: 2 },
    ],
    [
      '{% for x in list %}{% if x == 2 %}{% continue %}{% endif %}{% if x == 4 %}{% break %}{% endif %}{{ x }}{% endfor %}.',
      '13.',
      { list: [1, 2, 3, 4, 5] },
    ],
    ['a{% break %}b', 'a'],
  ],
  'forloop tells the round, in either case of its names': [
    [
      '{% for x in list %}{{ forloop.index }}{{ forloop.index0 }}{{ forloop.rindex }}{{ forloop.rindex0 }}{{ forloop.length }} {% endfor %}',
      '10212 21102 ',
      { list: ['a', 'b'] },
    ],
    [
      '{% for x in list %}{{ x }}{% unless forloop.last %},{% endunless %}{% endfor %}',
      'a,b',
      { list: ['a', 'b'] },
    ],
    [
      '{% for x in list %}{% if forloop.First == true %}{{ forloop.Name }}{% endif %}{% endfor %}',
      'x-list',
      { list: ['a', 'b'] },
    ],
    [
      '{% for x in (1..2) %}{% for y in (1..2) %}{{ forloop.index }}{% endfor %}{{ forloop.index }} {% endfor %}',
      '121 122 ',
    ],
  ],
  'JSONArrayFor writes commas between rounds': [
    [
      '[{% JSONArrayFor x in list %}"{{ x }}"{% endJSONArrayFor %}]',
      '["a","b","c"]',
      { list: ['a', 'b', 'c'] },
    ],
    [
      '[{% JSONArrayFor x in list %}{% if x != 2 %}{{ x }}{% endif %}{% endJSONArrayFor %}]',
      '[1,3]',
      { list: [1, 2, 3] },
    ],
    ['[{% JSONArrayFor x in nothing %}1{% endJSONArrayFor %}]', '[]'],
  ],
  'cycle, increment, decrement and ifchanged remember': [
    ['{% for i in (1..5) %}{% cycle "a", "b" %}{% endfor %}', 'ababa'],
    ['{% cycle "g": 1, 2 %}{% cycle "h": 1, 2 %}{% cycle "g": 1, 2 %}', '112'],
    ['{% increment n %}{% increment n %}{% decrement m %}{% decrement m %}', '01-1-2'],
    [
      '{% for x in list %}{% ifchanged %}{{ x }}{% endifchanged %}{% endfor %}',
      '121',
      { list: [1, 1, 2, 2, 1] },
    ],
  ],
  'raw, literal and comment keep Liquid from being read': [
    ['{% raw %}{{ a }}{% if %}{% endraw %}', '{{ a }}{% if %}'],
    ['{% literal %}{{ a }}{% endliteral %}', '{{ a }}'],
    ['a{% comment %}{% if %}{{ x }}{% endcomment %}b', 'ab'],
    ['{{{ a {{ b }} }}}', 'a {{ b }}'],
    ['{# nothing #}', ''],
  ],
  'hyphens take white space away as DotLiquid 2.0 does': [
    ['a  {%- assign x = 1 -%}  b', 'ab'],
    ['a\n{%- assign x = 1 -%}\nb', 'a\nb'],
    ['a {{- 1 -}} b', 'a1b'],
    ['a {{ 1 }} b', 'a 1 b'],
  ],
  'tablerow makes rows of cells': [
    [
      '{% tablerow x in list cols:2 %}{{ x }}{% endtablerow %}',
      '<tr class="row1">\n<td class="col1">1</td><td class="col2">2</td></tr>\n<tr class="row2"><td class="col1">3</td></tr>\n',
      { list: [1, 2, 3] },
    ],
    [
      '{% tablerow x in list %}{{ tablerowloop.col }}{% if tablerowloop.col_last %}!{% endif %}{% endtablerow %}',
      '<tr class="row1">\n<td class="col1">1</td><td class="col2">2!</td></tr>\n',
      { list: [1, 2] },
    ],
  ],
};

for (const [sentence, cases] of Object.entries(groups)) {
  test(sentence, () => {
    for (const [template, expected, variables] of cases) {
      assert.equal(rendered(template, variables), expected, template);
    }
  });
}

test('mistakes are reported where they stand, all of them', () => {
  assert.deepEqual(problemsOf('a{% wrong %}b{% if %}{% endif %}{% for x %}{% endfor %}'), [
    "error 1 Unknown tag 'wrong'",
    "error 13 Syntax Error in 'if' tag - Valid syntax: if [expression]",
    "error 32 Syntax Error in 'for' tag - Valid syntax: for [item] in [collection]",
  ]);
});

test('what has no end is reported where it begins', () => {
  assert.deepEqual(problemsOf('ab{{ x'), ['error 2 The output was not properly terminated']);
  assert.deepEqual(problemsOf('ab{% x'), ['error 2 The tag was not properly terminated']);
  assert.deepEqual(problemsOf('ab{{ "x }}'), ['error 2 The output was not properly terminated']);
  assert.deepEqual(problemsOf('ab{% if x %}'), ['error 2 if tag was never closed']);
  assert.deepEqual(problemsOf('ab{% raw %}'), ['error 2 raw tag was never closed']);
});

test('an end or a branch without its block is reported', () => {
  assert.deepEqual(problemsOf('{% endif %}'), ["error 0 'endif' stands outside of a block"]);
  assert.deepEqual(problemsOf('{% if a %}{% endfor %}{% endif %}'), [
    "error 10 'endfor' ends nothing here",
  ]);
});

test('tags that need other templates are refused', () => {
  for (const tag of ['include "x"', 'render "x"', 'extends "x"', 'block x', 'addfilters x']) {
    assert.match(problemsOf(`{% ${tag} %}`)[0] ?? '', /cannot be used/, tag);
  }
});

test('a filter that does not exist changes nothing, which is warned of with the right name', () => {
  const { problems } = new LiquidTemplate('{{ "a" | upcase }}{{ 1 | divided_by: 2 }}');
  assert.deepEqual(
    problems.map(({ severity, hint }) => [severity, hint]),
    ['Upcase', 'DividedBy'].map((name) => [
      'warning',
      `Write '${name}': names of filters are in Pascal case here, as in Azure.`,
    ]),
  );
  assert.equal(rendered('{{ "a" | upcase }}'), 'a');
});

test('arguments that are missing or too many are reported', () => {
  assert.deepEqual(problemsOf('{{ a | Split }}{{ a | Upcase: 1 }}'), [
    "error 0 Filter 'Split' does not have a default value for 'pattern' and no value was supplied.",
    "error 15 Filter 'Upcase' takes no arguments.",
  ]);
});

test('a template tells which variables it may ask for', () => {
  const template = new LiquidTemplate('{{ body.a | Append: context.b }}{% if x == y %}{% endif %}');
  const asked = ['body', 'context', 'x', 'y', 'z'].filter((name) => template.asksFor(name));
  assert.deepEqual(asked, ['body', 'context', 'x', 'y']);
  assert.equal(new LiquidTemplate('{{ [name] }}').asksFor('body'), true);
});

test('variables that nobody makes are told, with the place of their first use', () => {
  const template = new LiquidTemplate(
    '{% for x in body.list %}{{ x }}{{ y }}{{ forloop.index }}{% endfor %}{{ y }}{% assign z = y %}{{ z }}',
  );
  assert.deepEqual([...template.unknownNames(new Set(['body']))], [['y', { start: 31, end: 38 }]]);
});
