import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SourceText } from '../source/SourceText.ts';
import { resolveNamespaces } from './namespaces.ts';
import type { XmlOptions } from './options.ts';
import { parseXml } from './parse.ts';
import { printXml } from './print.ts';

function read(text: string, options?: XmlOptions) {
  return parseXml(new SourceText('test.xml', text), options);
}

function codesOf(text: string, options?: XmlOptions): string[] {
  return read(text, options).problems.map(({ code }) => code);
}

test('what is exactly at a limit is read, and one more is not', () => {
  const limits = { length: 30, depth: 2, nodes: 4, attributes: 1 };
  assert.deepEqual(codesOf('<a x="">t<b y=""/></a>', { limits: { ...limits, nodes: 5 } }), []);
  assert.deepEqual(codesOf('<a x="">t<b y=""/></a>', { limits }), ['XML1003']);
  assert.deepEqual(codesOf('<a><b/></a>', { limits }), []);
  assert.deepEqual(codesOf('<a><b><c/></b></a>', { limits }), ['XML1002']);
  assert.deepEqual(codesOf('<a x="" y=""/>', { limits }), ['XML1004']);
  assert.deepEqual(codesOf(`<a>${' '.repeat(23)}</a>`, { limits }), []);
  assert.deepEqual(codesOf(`<a>${' '.repeat(24)}</a>`, { limits }), ['XML1001']);
});

test('nothing is given out of a text that a limit cut short', () => {
  assert.equal(read('<a><b/></a>', { limits: { depth: 1 } }).document, undefined);
  assert.equal(read('<a><b/></a>', { limits: { length: 5 } }).document, undefined);
});

test('the deepest document that can be allowed is printed and resolved without running out of stack', () => {
  const text = '<a>'.repeat(1000) + '</a>'.repeat(1000);
  const { document } = read(text, { limits: { depth: 1_000_000 } });
  assert.ok(document !== undefined);
  assert.equal(printXml(document), text);
  assert.equal(resolveNamespaces(document).names.size, 1000);
  assert.deepEqual(codesOf(`<a>${text}</a>`, { limits: { depth: 1_000_000 } }), ['XML1002']);
});

const size = 400_000;
const many = (part: string): string => part.repeat(size / part.length);

const hostile: Record<string, string> = {
  'open tags': many('<a>'),
  'open tags and one end tag': `${many('<a>')}</b>`,
  'end tags': many('</a>'),
  'end tags of an element further out': `<a>${many('<b></a><a>')}`,
  'less-than signs': many('<'),
  ampersands: many('&'),
  'references without an end': `<a>${many('&#1')}`,
  'one endless reference': `<a>&#${many('1')}`,
  'entities without an end': `<a>${many('&a')}`,
  quotes: `<a ${many('"')}`,
  'values without an end': `<a ${many('x="> ')}`,
  'tags whose values have no end': many('<a x=">'),
  'values with end and beginning of tags': many(`<a x='><b y="/>`),
  'white space in a tag': `<a ${many(' ')}`,
  'white space behind an attribute name': `<a ${many('x ')}`,
  'white space in a declaration': `<?xml${many(' ')}?><a/>`,
  'comment openings': many('<!--'),
  'dashes in a comment': `<!--${many('-')}`,
  'section openings': many('<![CDATA['),
  'section ends': `<a>${many(']]>')}`,
  'instruction openings': many('<?a'),
  'declaration openings': many('<!'),
  'doctype openings': many('<!DOCTYPE a ['),
  'white space in a doctype': `<!DOCTYPE a${many(' ')}[`,
  'literals in a doctype': `<!DOCTYPE a [${many('"')}'`,
  'comment openings in a doctype': `<!DOCTYPE a [${many('<!--')}`,
  'one long name': `<${many('É')}`,
  'one attribute again and again': `<a ${many('x="" ')}/>`,
  'stray end tags of long names': `<a${'b'.repeat(5000)}>${many(`</a${'c'.repeat(5000)}>`)}`,
  'references to decode': `<a>${many('&lt;\r\n')}</a>`,
};

const generous = { length: size * 2, depth: 1000, nodes: size, attributes: size, problems: 500 };

for (const [what, text] of Object.entries(hostile)) {
  test(`takes linear time: ${what}`, () => {
    const start = performance.now();
    const { problems } = read(text, { limits: generous, doctype: 'keep', normalize: true });
    // A quadratic reader takes minutes here.
    assert.ok(performance.now() - start < 2000, `${performance.now() - start} ms`);
    assert.ok(problems.length <= generous.problems + 1);
  });
}

test('many declarations of namespaces take linear time', () => {
  const wide = Array.from({ length: 200 }, (_, index) => `xmlns:p${index}="u"`).join(' ');
  const text = `<a ${wide}>${'<a xmlns:q="u">'.repeat(200)}${'<b xmlns:q="v"/>'.repeat(10_000)}${'</a>'.repeat(201)}`;
  const { document } = read(text);
  assert.ok(document !== undefined);
  const start = performance.now();
  assert.equal(resolveNamespaces(document).names.size, 2 * (200 + 10_000) + 201);
  assert.ok(performance.now() - start < 1000);
});

test('one huge value costs no stack', () => {
  const huge = 'x'.repeat(8_000_000);
  const limits = { length: 40_000_000 };
  assert.deepEqual(
    codesOf(`<a y="${huge}">${huge}&#${'0'.repeat(8_000_000)}65;</a>`, { limits }),
    [],
  );
  const doctype = `<!DOCTYPE a PUBLIC "${huge}" "${huge}" [${huge}<!--${huge}-->]><a/>`;
  assert.deepEqual(codesOf(doctype, { limits, doctype: 'keep' }), []);
});
