import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SourceText } from '../source/SourceText.ts';
import type { XmlNode } from './nodes.ts';
import type { XmlOptions } from './options.ts';
import { parseXml } from './parse.ts';

/** A tree in short: `a[x=1](b,"text")`. */
function sketch(nodes: readonly XmlNode[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return JSON.stringify(node.value.text);
      if (node.kind !== 'element') return node.kind;
      const attributes = node.attributes.map(({ name, value }) => `${name}=${value.text}`);
      const listed = attributes.length > 0 ? `[${attributes.join(' ')}]` : '';
      return `${node.name}${listed}${node.children.length > 0 ? `(${sketch(node.children)})` : ''}`;
    })
    .join(',');
}

function read(text: string, options?: XmlOptions) {
  const { document, problems } = parseXml(new SourceText('test.xml', text), options);
  return { tree: sketch(document?.children ?? []), codes: problems.map(({ code }) => code) };
}

const cases: readonly (readonly [what: string, text: string, tree: string, codes: string[]])[] = [
  [
    'a missing end tag does not swallow what follows the parent',
    '<a><b><c/></a>',
    'a(b(c))',
    ['XML1208'],
  ],
  [
    'a mistyped end tag closes the element it was meant for',
    '<a><inbound><b/></inbuond><c/></a>',
    'a(inbound(b),c)',
    ['XML1210'],
  ],
  ['a stray end tag is passed over', '<root><b/></choose><c/></root>', 'root(b,c)', ['XML1211']],
  [
    'a missing quote ends with its tag',
    '<a x="1><b y="2"/><c z="3/><d/></a>',
    'a[x=1](b[y=2],c[z=3],d)',
    ['XML1205', 'XML1205'],
  ],
  ['a bare < in a value is part of it', '<a x="1 < 2" y="3"/>', 'a[x=1 < 2 y=3]', ['XML1107']],
  ['a tag without > ends where the next begins', '<a <b/></a>', 'a(b)', ['XML1201']],
  ['a value without quotes is its word', '<a x=1 y=2 z="3"/>', 'a[x=1 y=2 z=3]', ['XML1204']],
  [
    'attributes are read on past what is none',
    '<a disabled x="1" , y="2"/>',
    'a[x=1 y=2]',
    ['XML1203'],
  ],
  [
    'stray characters of text are kept',
    '<a>1 < 2 & 3</a>',
    'a("1 < 2 & 3")',
    ['XML1106', 'XML1102'],
  ],
  ['unknown references are kept as written', '<a>&nbsp;&lt;</a>', 'a("&nbsp;<")', ['XML1103']],
  ['several roots are all read', '<a/><b/>', 'a,b', ['XML1402']],
  [
    'a quote within a value is one problem, not one for each word behind it',
    '<a x="@(b["c d"] + "e f")"/>',
    'a[x=@(b[]',
    ['XML1206'],
  ],
  ['unclosed elements are closed at the end', '<a><b>t', 'a(b("t"))', ['XML1209', 'XML1209']],
];

for (const [what, text, tree, codes] of cases) {
  test(what, () => assert.deepEqual(read(text), { tree, codes }));
}

test('problems all over a document are told at once, in the order of the text', () => {
  const text = `<policies>
  <inbound>
    <set-header name=x exists-action="override"><value>a & b</value></set-header>
    <set-variable name="n" name="m" value="1 < 2" />
    <choose><when condition="true"></choose>
  </inbuond>
  <!-- a -- b -->
</policies>
`;
  const { problems } = parseXml(new SourceText('test.xml', text));
  assert.deepEqual(
    problems.map(({ code, source, span }) => [code, source.positionAt(span.start).line]),
    [
      ['XML1204', 3],
      ['XML1102', 3],
      ['XML1207', 4],
      ['XML1107', 4],
      ['XML1208', 5],
      ['XML1210', 6],
      ['XML1302', 7],
    ],
  );
});
