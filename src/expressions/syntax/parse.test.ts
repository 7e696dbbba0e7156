import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import fc from '../../lib/testing/properties.ts';
import type { Diagnostic } from '../../lib/source/Diagnostic.ts';
import { SourceText } from '../../lib/source/SourceText.ts';
import { parseExpressionText, parseStatementText, parseTypeText } from './parse.ts';
import { endOfExpression } from './skip.ts';

/** A tree as nested lists, without spans: what a test can state in one line. */
function shape(node: unknown): string {
  if (Array.isArray(node)) return `[${node.map(shape).join(' ')}]`;
  if (typeof node === 'bigint') return `${node}n`;
  if (typeof node !== 'object' || node === null) return String(node);
  const { kind, span: _span, ...rest } = node as Record<string, unknown>;
  if (kind === 'Identifier') return String(rest['text']);
  if (kind === 'SimpleName' && (rest['typeArguments'] as unknown[]).length === 0)
    return shape(rest['name']);
  if (kind === 'Literal') return `${String(rest['type'])}:${shape(rest['value'])}`;
  if (kind === 'Binary')
    return `(${String(rest['operator'])} ${shape(rest['left'])} ${shape(rest['right'])})`;
  const parts = Object.entries(rest)
    .filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
    .map(([, value]) => shape(value));
  return `(${[String(kind), ...parts].join(' ')})`;
}

function expression(text: string): string {
  const { tree, diagnostics } = parseExpressionText(new SourceText('test', text));
  assert.deepEqual(told(diagnostics), []);
  return shape(tree);
}

function told(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, source, span }) => {
    const { line, column } = source.positionAt(span.start);
    return `${code}@${line}:${column}`;
  });
}

const shapes: readonly (readonly [text: string, shape: string])[] = [
  ['1 + 2 * 3', '(+ int:1 (* int:2 int:3))'],
  ['a - b - c', '(- (- a b) c)'],
  ['a || b && c == d', '(|| a (&& b (== c d)))'],
  ['a >> 1', '(>> a int:1)'],
  ['a ?? b ?? c', '(Coalesce a (Coalesce b c))'],
  ['a ? b : c ? d : e', '(Conditional a b (Conditional c d e))'],
  ['a = b = c', '(Assignment a (Assignment b c))'],
  ['a >>= 1', '(Assignment >> a int:1)'],
  ['-2147483648', 'int:-2147483648'],
  ['-9223372036854775808', 'long:-9223372036854775808n'],
  ['(int)-1', '(Cast (PredefinedType int) (Unary - int:1))'],
  ['(a)-1', '(- (Parenthesized a) int:1)'],
  ['(Jwt)x', '(Cast (NamedType [(NamePart Jwt)]) x)'],
  ['(string)a.b', '(Cast (PredefinedType string) (MemberAccess a b))'],
  [
    'F(G<A, B>(7))',
    '(Invocation F [(Argument (Invocation (SimpleName G [(NamedType [(NamePart A)]) (NamedType [(NamePart B)])]) [(Argument int:7)]))])',
  ],
  ['a < b', '(< a b)'],
  [
    'a?.b?[0]',
    '(ConditionalAccess a (ConditionalAccess (MemberBinding b) (ElementBinding [(Argument int:0)])))',
  ],
  ['x => x + 1', '(Lambda [(Parameter x)] (+ x int:1))'],
  ['(x, y) => x', '(Lambda [(Parameter x) (Parameter y)] x)'],
  [
    'x is string s',
    '(IsPattern x (DeclarationPattern (PredefinedType string) (SingleDesignation s)))',
  ],
  ['x is null', '(IsPattern x (ConstantPattern null:null))'],
  ['x is int ? 1 : 2', '(Conditional (Is x (PredefinedType int)) int:1 int:2)'],
  ['new[] { 1, 2 }', '(ImplicitArrayCreation 1 (ArrayInitializer [int:1 int:2]))'],
  ['new int[2, 3]', '(ArrayCreation (ArrayType (PredefinedType int) 2) [int:2 int:3])'],
  [
    'new { a.b, C = 1 }',
    '(AnonymousObject [(AnonymousMember b (MemberAccess a b)) (AnonymousMember C int:1)])',
  ],
  [
    'new D { { "k", 1 } }',
    '(ObjectCreation (NamedType [(NamePart D)]) (CollectionInitializer [(ElementInitializer [string:k int:1])]))',
  ],
  [
    'new D { ["k"] = 1 }',
    '(ObjectCreation (NamedType [(NamePart D)]) (ObjectInitializer [(MemberInitializer (ElementBinding [(Argument string:k)]) int:1)]))',
  ],
  [
    '$"a{b,3:f}{{"',
    '(InterpolatedString [(InterpolatedText a) (Interpolation b int:3 f) (InterpolatedText {)])',
  ],
  ['(1, b: 2)', '(Tuple [(TupleElement int:1) (TupleElement b int:2)])'],
  [
    'f(out var x)',
    '(Invocation f [(Argument out (DeclarationExpression (VarType) (SingleDesignation x)))])',
  ],
  [
    'from x in xs where x > 1 orderby x descending select x',
    '(Query (FromClause x xs) (QueryBody [(WhereClause (> x int:1)) (OrderByClause [(Ordering x true)])] (SelectClause x)))',
  ],
  ['default(int)', '(Default (PredefinedType int))'],
  ['a ?? throw b', '(Coalesce a (ThrowExpression b))'],
];

for (const [text, expected] of shapes) {
  test(`${text} groups as C# has it`, () => assert.equal(expression(text), expected));
}

const statements: readonly (readonly [text: string, shape: string])[] = [
  ['var x = 1;', '(LocalDeclaration false (VarType) [(Declarator x int:1)])'],
  [
    'int[] a = { 1 }, b;',
    '(LocalDeclaration false (ArrayType (PredefinedType int) 1) [(Declarator a (ArrayInitializer [int:1])) (Declarator b)])',
  ],
  ['const int m = 3;', '(LocalDeclaration true (PredefinedType int) [(Declarator m int:3)])'],
  [
    '(a, b) = (b, a);',
    '(ExpressionStatement (Assignment (Tuple [(TupleElement a) (TupleElement b)]) (Tuple [(TupleElement b) (TupleElement a)])))',
  ],
  [
    'var (a, b) = t;',
    '(ExpressionStatement (Assignment (DeclarationExpression (VarType) (TupleDesignation [(SingleDesignation a) (SingleDesignation b)])) t))',
  ],
  [
    'if (a) b(); else c();',
    '(If a (ExpressionStatement (Invocation b)) (ExpressionStatement (Invocation c)))',
  ],
  [
    'foreach (var x in xs) f(x);',
    '(ForEach (VarType) x xs (ExpressionStatement (Invocation f [(Argument x)])))',
  ],
  [
    'foreach (var (k, v) in d) ;',
    '(ForEachDeconstruction (DeclarationExpression (VarType) (TupleDesignation [(SingleDesignation k) (SingleDesignation v)])) d (Empty))',
  ],
  [
    'for (int i = 0, j; i < 3; i++, j--) ;',
    '(For (LocalDeclaration false (PredefinedType int) [(Declarator i int:0) (Declarator j)]) (< i int:3) [(Increment ++ false i) (Increment -- false j)] (Empty))',
  ],
  [
    'int F<T>(T x, int y = 1) where T : class => 1;',
    '(LocalFunction (PredefinedType int) F [T] [(Parameter (NamedType [(NamePart T)]) x) (Parameter (PredefinedType int) y int:1)] [(TypeParameterConstraints T [(KeywordConstraint class)])] int:1)',
  ],
  [
    'switch (x) { case 1: case string s when s != "": break; default: return 1; }',
    '(Switch x [(SwitchSection [(CaseLabel (ConstantPattern int:1)) (CaseLabel (DeclarationPattern (PredefinedType string) (SingleDesignation s)) (!= s string:))] [(Break)]) (SwitchSection [(DefaultLabel)] [(Return int:1)])])',
  ],
  [
    'try { } catch (Exception e) when (e != null) { } catch { } finally { }',
    '(Try (Block) [(CatchClause (NamedType [(NamePart Exception)]) e (!= e null:null) (Block)) (CatchClause (Block))] (Block))',
  ],
  [
    'using (var r = f()) g();',
    '(Using (LocalDeclaration false (VarType) [(Declarator r (Invocation f))]) (ExpressionStatement (Invocation g)))',
  ],
];

for (const [text, expected] of statements) {
  test(`${text} is read as C# has it`, () => {
    const { tree, diagnostics } = parseStatementText(new SourceText('test', text));
    assert.deepEqual(told(diagnostics), []);
    assert.equal(shape(tree.statements), `[${expected}]`);
  });
}

const mistakes: readonly (readonly [text: string, ...codes: string[]])[] = [
  ['return 1', 'CS1002@1:9'],
  ['if (a { }', 'CS1026@1:7'],
  ['var x = ;', 'CS1525@1:9'],
  ["var s = 'abc';", 'CS1012@1:9'],
  ['x == 1;', 'CS0201@1:1'],
  ['if (a) int b = 1;', 'CS1023@1:8'],
  ['new List<int>;', 'CS1526@1:14'],
  ['var a = new int[];', 'CS1586@1:18'],
  ['return $"{a ? 1 : 2}";', 'CS8361@1:17'],
  ['var x = 1; } return x;', 'CS1022@1:12'],
  ['await f();', 'CS4032@1:1'],
  ['var a = ; var b = ;', 'CS1525@1:9', 'CS1525@1:19'],
];

for (const [text, ...codes] of mistakes) {
  test(`${text} is told as ${codes.join(' and ')}`, () => {
    assert.deepEqual(told(parseStatementText(new SourceText('test', text)).diagnostics), codes);
  });
}

test('thousands of operators, statements and arguments in a row need no deep stack', () => {
  for (const text of [
    Array(5000).fill('1').join(' + '),
    Array(5000).fill('a').join(' && '),
    `f(${Array(5000).fill('1').join(', ')})`,
    `new[] { ${Array(5000).fill('1').join(', ')} }`,
  ]) {
    assert.deepEqual(parseExpressionText(new SourceText('test', text)).diagnostics, []);
  }
  for (const text of ['a();'.repeat(5000), `${'if (a) b(); else '.repeat(400)} c();`]) {
    assert.deepEqual(parseStatementText(new SourceText('test', text)).diagnostics, []);
  }
});

const nested: readonly (readonly [before: string, within: string, after: string])[] = [
  ...([
    ['(', '1', ')'],
    ['-', '1', ''],
    ['!', 'a', ''],
    ['(int)', '1', ''],
    ['{', '', '}'],
  ] as const),
  ...([
    ['a.b.', 'c', ''],
    ['a[', '0', ']'],
    ['f(', '1', ')'],
    ['a?.', 'b', ''],
  ] as const),
  ...([
    ['x => ', '1', ''],
    ['() => { return ', '1;', '}'],
    ['new[] {', '1', '}'],
  ] as const),
  ...([
    ['$"{', '1', '}"'],
    ['a ? b : ', 'c', ''],
    ['a = ', '1', ''],
    ['a ?? ', 'b', ''],
  ] as const),
  ...([
    ['', 'a', ' is object'],
    ['', 'a', ' as object'],
    ['', 'a', '.b().c[0]'],
  ] as const),
  ...([
    ['if (a) ', ';', ''],
    ['if (a) ; else ', ';', ''],
    ['try {', '', '} finally {}'],
  ] as const),
  ...([
    ['a: ', ';', ''],
    ['int F() {', '', '}'],
    ['from x in y select ', '1', ''],
  ] as const),
  ...([
    ['new int', '[]', '[] {}'],
    ['typeof(A<', 'B', '>)'],
    ['(1, ', '2', ')'],
    ['a<', 'b', ''],
  ] as const),
  ...([
    ['', 'int', '[]'],
    ['', 'int', ' ?'],
    ['((((a', '', '.b).c).d).e)'],
    ['a => (', 'b', ')()'],
  ] as const),
];

for (const [before, within, after] of nested) {
  test(`${before}${within}${after} in itself, 2000 times, is CS8078 or read, and nothing overflows`, () => {
    const text = before.repeat(2000) + within + after.repeat(2000);
    const source = new SourceText('t', text);
    const parses = [parseExpressionText, parseStatementText, parseTypeText] as const;
    const codes = parses.flatMap((parse) => parse(source).diagnostics.map(({ code }) => code));
    assert.ok(codes.length > 0);
  });
}

test('types on their own are read', () => {
  const { tree, diagnostics } = parseTypeText(
    new SourceText('t', 'Dictionary<string, List<int?>>[]'),
  );
  assert.deepEqual(diagnostics, []);
  assert.equal(tree.kind, 'ArrayType');
});

const fragments =
  'a b.c ( ) { } [ ] < > >> ? ?? : ; , . => = == + - ! "s" \'c\' $"{ }" 1 2.5m new int var if for foreach return is as null from in select where case switch try catch @"v" // /* */ out'.split(
    ' ',
  );

test('any row of tokens is parsed without an exception, with spans inside the text', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...fragments), { maxLength: 40 }), (tokens) => {
      const source = new SourceText('t', tokens.join(' '));
      for (const { span } of [
        ...parseExpressionText(source).diagnostics,
        ...parseStatementText(source).diagnostics,
      ]) {
        assert.ok(span.start >= 0 && span.start <= span.end && span.end <= source.text.length);
      }
    }),
    { numRuns: 500 },
  );
});

test('the end of an expression is found over strings, comments, entities and holes', () => {
  const whole = [
    '@(1)',
    '@(")")',
    '@(&quot;)&quot;)',
    '@("a&quot;)',
    `@(')')`,
    '@(a /* ) */)',
    "@{ // don't }\n return 1; }",
    '@($"{f(")")}")',
    '@($@"""{a}""")',
    '@(@"\\")',
    '@{ var x = new[] { 1 }; return x[0]; }',
    '@(1 &lt; 2)',
  ];
  for (const text of whole) assert.equal(endOfExpression(`${text} rest)`, 0), text.length, text);
  assert.equal(endOfExpression('@(1', 0), undefined);
  assert.equal(endOfExpression('x', 0), undefined);
});

const corpus = join(import.meta.dirname, '../../../../shared/corpus/vectors.jsonl.gz');

test(
  'every expression of real policies is parsed',
  { skip: !existsSync(corpus) && 'no corpus here' },
  () => {
    const texts = new Set<string>();
    for (const line of gunzipSync(readFileSync(corpus)).toString().split('\n')) {
      if (line !== '') texts.add((JSON.parse(line) as { expression: string }).expression.trim());
    }
    assert.ok(texts.size > 2000);
    for (const text of texts) {
      assert.equal(endOfExpression(text, 0), text.length, text);
      const source = new SourceText('corpus', text.slice(2, -1));
      const { diagnostics } =
        text[1] === '(' ? parseExpressionText(source) : parseStatementText(source);
      assert.deepEqual(told(diagnostics), [], text);
    }
  },
);
