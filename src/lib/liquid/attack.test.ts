import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../testing/properties.ts';
import { LiquidError, LiquidLimitExceeded } from './LiquidError.ts';
import { LiquidTemplate } from './LiquidTemplate.ts';
import { problemsOf, rendered } from './rendered.fixture.ts';
import { filters } from './filters/filterTable.ts';

const small = { maxSteps: 20_000, maxLength: 100_000, maxItems: 1000 };

test('names of prototypes give nothing', () => {
  const variables = { hash: { a: 1 }, list: [1], text: 'x', n: 1 };
  for (const name of ['__proto__', 'constructor', 'toString', 'prototype', 'hasOwnProperty']) {
    for (const owner of ['hash', 'list', 'text', 'n', 'forloop', 'nothing']) {
      assert.equal(rendered(`{{ ${owner}.${name} }}{{ ${owner}["${name}"] }}`, variables), '');
    }
    assert.equal(
      rendered(`{{ ${name} }}{% if hash hasKey "${name}" %}x{% endif %}`, variables),
      '',
    );
    assert.equal(rendered(`{{ "a" | ${name} }}`), 'a');
    assert.match(problemsOf(`{% ${name} %}`)[0] ?? '', /Unknown tag/);
    assert.equal(
      rendered(`{% assign ${name} = 1 %}{{ ${name} }}{{ hash.${name} }}`, variables),
      '1',
    );
  }
});

test('loops that would not end are ended', () => {
  const templates = [
    '{% for i in (1..2147483647) %}{% endfor %}',
    '{% for a in (1..900) %}{% for b in (1..900) %}{% for c in (1..900) %}{% endfor %}{% endfor %}{% endfor %}',
    '{{ (1..2147483647) }}',
    '{{ (1..2147483647) | Join: "," }}',
    '{{ (1..2147483647) | Sort }}',
    '{{ (1..2147483647) | Reverse | First }}',
    '{% if (1..2147483647) contains "x" %}{% endif %}',
    '{{ "a" | Times: 2147483647 }}',
    '{% tablerow i in (1..2147483647) %}{% endtablerow %}',
  ];
  for (const template of templates) {
    assert.throws(() => rendered(template, {}, small), LiquidLimitExceeded, template);
  }
});

test('texts that grow without bound are ended', () => {
  const templates = [
    '{% assign a = "aaaaaaaa" %}{% for i in (1..60) %}{% assign a = a | Append: a %}{% endfor %}',
    '{% assign a = "aaaaaaaa" %}{% for i in (1..60) %}{% capture a %}{{ a }}{{ a }}{% endcapture %}{% endfor %}',
    '{% assign a = "aaaaaaaa" %}{% for i in (1..60) %}{% assign a = a | Replace: "a", "aa" %}{% endfor %}',
    '{% for i in (1..900) %}{{ long }}{% endfor %}',
  ];
  for (const template of templates) {
    assert.throws(
      () => rendered(template, { long: 'x'.repeat(1000) }, small),
      LiquidLimitExceeded,
      template,
    );
  }
});

test('a pattern that backtracks without end is ended', () => {
  const text = 'a'.repeat(40);
  assert.throws(
    () => rendered(`{{ "${text}!" | Replace: "(a*)*\\1b", "" }}`, {}, small),
    LiquidLimitExceeded,
  );
});

test('blocks that nest too deeply are reported, not followed', () => {
  const problems = problemsOf('{% if a %}'.repeat(5000));
  assert.match(problems.join(), /Nesting too deep/);
  assert.equal(problemsOf('{% if a %}'.repeat(79) + '{% endif %}'.repeat(79)).length, 0);
});

test('markup that could nest without end does not fill the stack', () => {
  const many = 20_000;
  assert.equal(rendered(`{{ "a"${' | Upcase'.repeat(many)} }}`), 'A');
  assert.equal(rendered(`{% if a ${'and a '.repeat(many)} %}1{% endif %}`, { a: 1 }), '1');
  assert.equal(rendered(`{{ ${'('.repeat(many)}1${'..1)'.repeat(many)} }}`), '');
  assert.equal(rendered(`{{ ${'a['.repeat(many)}1${']'.repeat(many)} }}`), '');
});

test('long markup is read in linear time', () => {
  const started = performance.now();
  for (const part of ['{{ ', '{% raw %}', '{% if a ', '"', "{{ '", '{% for ', '{{ a | ', '{%- ']) {
    void new LiquidTemplate(part.repeat(10_000)).problems;
  }
  for (const inner of [' ', "'", 'a|', ',', ': ', '[', 'a.', 'x', '|', '"a"']) {
    const long = inner.repeat(10_000);
    for (const tag of [
      `{{ ${long} }}`,
      `{% if ${long} %}`,
      `{% for ${long} %}`,
      `{% assign ${long} %}`,
      `{% case ${long} %}`,
      `{% cycle ${long} %}`,
    ])
      void new LiquidTemplate(tag).problems;
  }
  rendered('{{ text | StripHtml }}', { text: '<script<style<!--'.repeat(10_000) });
  assert.ok(performance.now() - started < 3000);
});

/** Pieces of templates, well-formed and not. */
const piece = fc.oneof(
  fc.constantFrom(
    '{{',
    '}}',
    '{%',
    '%}',
    '{%-',
    '-%}',
    '|',
    ':',
    ',',
    "'",
    '"',
    ' ',
    '[',
    ']',
    '(1..9)',
    '..',
    '{% if a == b %}',
    '{% endif %}',
    '{% else %}',
    '{% for x in list %}',
    '{% endfor %}',
    '{% break %}',
    '{% case a %}',
    '{% when 1 %}',
    '{% endcase %}',
    '{% assign a = list | Sort %}',
    '{% raw %}',
    '{% endraw %}',
    '{% capture c %}',
    '{% endcapture %}',
    '{% cycle 1, 2 %}',
    '{% tablerow x in list cols:2 %}',
    '{% endtablerow %}',
    'list',
    'hash.a',
    'text',
    'a',
    'nil',
    'empty',
    '1',
    '1.5',
    '-9',
    'contains',
    'and',
    'or',
    '<',
  ),
  fc.constantFrom(...[...filters.keys()].map((name) => ` | ${name}: `)),
  fc.string({ maxLength: 4 }),
);

test('no template throws anything but a LiquidError', () => {
  const variables = {
    list: [1, 'b', null, [2], { k: 1 }],
    hash: { a: [1] },
    text: 'Ab <i>1</i>',
    a: 1,
  };
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), fc.boolean(), (pieces, isOutput) => {
      const text = isOutput ? `{{ ${pieces.join(' ')} }}` : pieces.join('');
      const { problems } = new LiquidTemplate(text);
      for (const { span } of problems) assert.ok(span.start >= 0 && span.end <= text.length);
      if (problems.some(({ severity }) => severity === 'error')) return;
      try {
        rendered(text, variables, small);
      } catch (error) {
        if (!(error instanceof LiquidError)) throw error;
      }
    }),
    { numRuns: 500 },
  );
});
