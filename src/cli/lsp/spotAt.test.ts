import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../../lib/testing/properties.ts';
import { spotAt } from './spotAt.ts';
import type { Place } from './spotAt.ts';

/** The place of the cursor, which a bar marks. */
function at(marked: string): Place {
  const offset = marked.indexOf('|');
  return spotAt(marked.slice(0, offset) + marked.slice(offset + 1), offset);
}

function path(marked: string): string {
  return at(marked)
    .open.map(({ name }) => name)
    .join('/');
}

test('an element is being written after <, among those whose end has not come', () => {
  const { spot, open } = at('<policies><inbound><base /><set-hea|');
  assert.deepEqual(spot, { kind: 'element', start: 28 });
  assert.deepEqual(
    open.map(({ name }) => name),
    ['policies', 'inbound'],
  );
  assert.deepEqual(open[1]?.children, ['base']);
  assert.equal(
    path('<policies><inbound><!-- <choose> --><a>x</a><|</inbound>'),
    'policies/inbound',
  );
  assert.deepEqual(at('<a></|').spot, { kind: 'endTag', start: 5 });
});

test('an attribute is being written within a start tag, beside those already there', () => {
  const { spot, open } = at('<set-header name="a>b" exi|></set-header>');
  assert.deepEqual(spot, { kind: 'attribute', start: 23 });
  assert.deepEqual(open.at(-1), { name: 'set-header', attributes: ['name'], children: [] });
  assert.equal(at('<set-header |').spot.kind, 'attribute');
});

test('a value is being written between quotes', () => {
  assert.deepEqual(at('<a b="x" c=\'y|\'/>').spot, { kind: 'value', start: 12, attribute: 'c' });
  assert.equal(at('<a b="x"|/>').spot.kind, 'attribute');
  assert.equal(at('<a b= |').spot.kind, 'nothing');
  assert.equal(at('<a>x|</a>').spot.kind, 'text');
  assert.equal(at('<!-- a |-->').spot.kind, 'nothing');
});

test('code is being written within @( ) and @{ }, in attributes, text and CDATA', () => {
  const code = (marked: string): unknown => {
    const { spot } = at(marked);
    return spot.kind === 'code' ? [spot.form, spot.code] : spot.kind;
  };
  assert.deepEqual(code('<a b="@(x.y|)"/>'), ['expression', 'x.y']);
  assert.deepEqual(code('<a>@{ return "<b>" + c.|; }</a>'), ['statements', ' return "<b>" + c.']);
  assert.deepEqual(code('<a><![CDATA[@(1 < x.|)]]></a>'), ['expression', '1 < x.']);
  assert.deepEqual(code('<a b="@(x[&quot;k&quot;].|)"/>'), ['expression', 'x["k"].']);
  assert.deepEqual(code('<a b="@(x)|"/>'), 'value');
  assert.deepEqual(code('<a b="@(x.|"/><c d="e"/>'), ['expression', 'x.']);
  assert.deepEqual(code('<a b="@(x. "/><c d="e|"/>'), 'value');
});

test('any place of any text is found out', () => {
  const piece = fc.constantFrom('<a', ' b="', "'", '"', '>', '</a>', '/>', '@(', '@{', ')', '}');
  const other = fc.constantFrom('<!--', '-->', '<![CDATA[', ']]>', '<?', 'x', '{{', '&quot;', ' ');
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, other)), fc.nat(200), (pieces, offset) => {
      const text = pieces.join('');
      const { spot } = spotAt(text, offset);
      assert.ok(spot.kind === 'nothing' || spot.start <= Math.min(offset, text.length));
    }),
  );
});

test('a text full of holes without end is read in time', () => {
  const text = '@(<a '.repeat(20_000);
  assert.ok(spotAt(text, text.length).spot.kind !== 'nothing');
});
