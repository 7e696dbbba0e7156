import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SourceText } from '../source/SourceText.ts';
import { resolveNamespaces } from './namespaces.ts';
import type { XmlOptions } from './options.ts';
import { parseXml } from './parse.ts';
import type { XmlProblem } from './problems.ts';
import { xmlProblems } from './problems.ts';

/** The place that each problem points at stands between ⟦ and ⟧. */
const cases: readonly (readonly [
  XmlProblem,
  text: string,
  message?: RegExp | undefined,
  XmlOptions?,
])[] = [
  ['XML1001', '⟦⟧<a/>', /has 4 .* at most 3/, { limits: { length: 3 } }],
  ['XML1002', '<a><⟦b⟧/></a>', /more than 1 deep/, { limits: { depth: 1 } }],
  ['XML1003', '<a>⟦<b/>⟧</a>', undefined, { limits: { nodes: 0 } }],
  ['XML1004', '<a x="" ⟦y=""⟧/>', /'a' has more than 1/, { limits: { attributes: 1 } }],
  ['XML1101', '<a>⟦\0⟧</a>', /U\+0000/],
  ['XML1101', '<a x="⟦\u{1f}⟧"/>', /U\+001F/],
  ['XML1101', '<!--⟦\ud800⟧--><a/>', /U\+D800/],
  ['XML1101', '<a><![CDATA[⟦\uffff⟧]]></a>', /U\+FFFF/],
  ['XML1102', '<a>1 ⟦&⟧ 2</a>'],
  ['XML1102', '<a x="?a=1⟦&⟧b=2"/>'],
  ['XML1102', '<a>⟦&⟧lt</a>'],
  ['XML1103', '<a>⟦&nbsp;⟧</a>', /'nbsp'/],
  ['XML1103', '<a>⟦&toString;⟧</a>'],
  ['XML1104', '<a>⟦&#x;⟧</a>'],
  ['XML1104', '<a>⟦&#X41;⟧</a>', /'&#X41;'/],
  ['XML1104', '<a>⟦&#65⟧</a>'],
  ['XML1104', '<a>⟦&#⟧</a>'],
  ['XML1105', '<a>⟦&#0;⟧</a>'],
  ['XML1105', '<a>⟦&#xDFFF;⟧</a>'],
  ['XML1105', '<a>⟦&#x110000;⟧</a>'],
  ['XML1105', `<a>⟦&#${'9'.repeat(400)};⟧</a>`, /'&#9{57}…'/],
  ['XML1106', '<a>1 ⟦<⟧ 2</a>'],
  ['XML1106', '<a>⟦<⟧1></a>'],
  ['XML1106', '<a/>⟦<⟧', undefined, { fragment: true }],
  ['XML1107', '<a x="1 ⟦<⟧ 2 < 3"/>', /'x'/],
  ['XML1107', '<a x="⟦<⟧b>c</b>"/>'],
  ['XML1108', '<a>⟦]]>⟧</a>'],
  ['XML1201', '<⟦a⟧ <b/></a>', /'a'/],
  ['XML1201', '<a></⟦a⟧'],
  ['XML1202', '<a ⟦"x"⟧/>', /'"x"' has no place in the tag of 'a'/],
  ['XML1202', '<a⟦/⟧ x=""/>'],
  ['XML1202', '<a x="" ⟦=1⟧/>'],
  ['XML1202', '<a></a ⟦x="1"⟧>'],
  ['XML1203', '<a ⟦disabled⟧/>', /'disabled'/],
  ['XML1203', '<a ⟦x⟧ y="1"/>'],
  ['XML1204', '<a x=⟦1⟧ y="2"/>', /'x'/],
  ['XML1204', '<a x=⟦http://b/c⟧/>'],
  ['XML1204', '<a x=⟦⟧/>'],
  ['XML1205', '<a x=⟦"⟧1><b y="2"/></a>'],
  ['XML1205', '<a><b x=⟦"⟧1/></a>'],
  ['XML1206', '<a x="1"⟦y⟧="2"/>', /front of y/],
  ['XML1206', '<a x="say "⟦hello⟧" to" y="2"/>'],
  ['XML1207', '<a x="1"\n ⟦x⟧="2"/>', /'x' twice; the first is on line 1/],
  ['XML1208', '<a>\n<⟦b⟧>\n</a>', /'b', opened on line 2, is still open where '<\/a>' stands/],
  ['XML1209', '<⟦a⟧>', /'a'/],
  ['XML1210', '<inbound>\n⟦</inbuond>⟧', /'<\/inbuond>' does not end 'inbound', opened on line 1/],
  ['XML1210', '<Value>⟦</value>⟧'],
  ['XML1211', '<policies>⟦</choose>⟧</policies>'],
  ['XML1211', '<a/>⟦</a>⟧'],
  ['XML1212', '<a>⟦</⟧></a>'],
  ['XML1212', '<a>⟦</⟧ a></a>'],
  ['XML1213', '<a x="1"⟦\u00A0⟧y="2"/>', /U\+00A0/],
  ['XML1301', '<a/>⟦<!--⟧ x'],
  ['XML1301', '<a/>⟦<!--⟧->'],
  ['XML1302', '<!-- a⟦--⟧b -- c --><a/>'],
  ['XML1302', '<!--a⟦--⟧-><a/>'],
  ['XML1303', '⟦<![CDATA[⟧]]', undefined, { fragment: true }],
  ['XML1304', '<a/>⟦<?⟧p >'],
  ['XML1305', '⟦<?⟧ p?><a/>'],
  ['XML1306', '<?⟦p⟧"x"?><a/>'],
  ['XML1307', '\n<?⟦xml⟧ version="1.0"?><a/>'],
  ['XML1307', '<a><?⟦XML⟧ x?></a>'],
  ['XML1308', '⟦<?xml version="2.0"?>⟧<a/>'],
  ['XML1308', '⟦<?xml encoding="utf-8"?>⟧<a/>'],
  ['XML1308', '⟦<?xml version="1.0" encoding="8"?>⟧<a/>'],
  ['XML1308', '⟦<?xml?>⟧<a/>'],
  ['XML1309', '<a>⟦<!⟧ELEMENT a></a>'],
  ['XML1310', '⟦<!DOCTYPE⟧ a><a/>'],
  ['XML1311', '<a>⟦<!DOCTYPE⟧ a></a>', undefined, { doctype: 'keep' }],
  ['XML1311', '<a/>⟦<!DOCTYPE⟧ a>', undefined, { doctype: 'keep' }],
  ['XML1311', '<!DOCTYPE a>⟦<!DOCTYPE⟧ a><a/>', undefined, { doctype: 'keep' }],
  ['XML1312', '⟦<!DOCTYPE⟧><a/>', undefined, { doctype: 'keep' }],
  ['XML1312', '⟦<!DOCTYPE⟧ a SYSTEM><a/>', undefined, { doctype: 'keep' }],
  ['XML1312', '⟦<!DOCTYPE⟧ a [<a/>', undefined, { doctype: 'keep', fragment: true }],
  ['XML1401', '⟦<!-- nothing -->⟧'],
  ['XML1402', '<a/><⟦b⟧/>', /'b' stands outside the root element 'a'/],
  ['XML1403', '<a/> ⟦text, and more⟧ '],
  ['XML1403', '⟦&#32;⟧<a/>'],
  ['XML1403', '<a/> ⟦\u{a0}\u{feff}⟧ '],
  ['XML1403', '<a/>⟦<![CDATA[ ]]>⟧'],
  ['XML1501', '<⟦p:a⟧/>', /'p'/],
  ['XML1501', '<a ⟦p:x⟧=""/>'],
  ['XML1501', '<a><b xmlns:p="u"/><⟦p:c⟧/></a>'],
  ['XML1502', '<⟦a:b:c⟧/>'],
  ['XML1502', '<⟦:a⟧/>'],
  ['XML1502', '<a ⟦x:⟧=""/>'],
  ['XML1502', '<⟦a:1⟧/>'],
  ['XML1503', '<a xmlns:p="u" xmlns:q="u" p:x="" ⟦q:x⟧=""/>', /'p:x' and 'q:x'/],
  ['XML1504', '<a ⟦xmlns:xml⟧="u"/>'],
  ['XML1504', '<a ⟦xmlns:xmlns⟧="u"/>'],
  ['XML1504', '<a ⟦xmlns:p⟧="http://www.w3.org/XML/1998/namespace"/>'],
  ['XML1504', '<a ⟦xmlns⟧="http://www.w3.org/2000/xmlns/"/>'],
  ['XML1505', '<a ⟦xmlns:p⟧=""/>'],
  ['XML1506', '<⟦xmlns:a⟧/>'],
  ['XML1507', '⟦<?p:q?>⟧<a/>'],
];

function problemsOf(text: string, options?: XmlOptions) {
  const { document, problems } = parseXml(new SourceText('test.xml', text), options);
  const more = document === undefined ? [] : resolveNamespaces(document).problems;
  return [...problems, ...more];
}

for (const [code, marked, message, options] of cases) {
  test(`${code}: ${JSON.stringify(marked.slice(0, 80))}`, () => {
    const text = marked.replaceAll(/[⟦⟧]/g, '');
    const problems = problemsOf(text, options);
    assert.deepEqual(
      problems.map((problem) => problem.code),
      [code],
    );
    const [problem] = problems;
    assert.ok(problem !== undefined);
    const { start, end } = problem.span;
    const found = `${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}`;
    assert.equal(found, marked);
    assert.equal(problem.severity, 'error');
    if (message !== undefined) assert.match(problem.message, message);
    assert.doesNotMatch(`${problem.message} ${problem.hint}`, /\{\d\}|undefined/);
  });
}

test('XML1005: reading ends after as many problems as are allowed', () => {
  const { document, problems } = parseXml(new SourceText('test.xml', '<a>& & & &</a>'), {
    limits: { problems: 2 },
  });
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['XML1102', 'XML1102', 'XML1005'],
  );
  assert.equal(document, undefined);
});

test('every problem in the table has a case here', () => {
  const covered = new Set<string>(['XML1005', ...cases.map(([code]) => code)]);
  assert.deepEqual(
    Object.keys(xmlProblems).filter((code) => !covered.has(code)),
    [],
  );
});
