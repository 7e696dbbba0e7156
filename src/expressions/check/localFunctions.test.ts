import { holds } from '../testing/table.ts';

holds('local functions call each other, take defaults, params, ref and out', [
  [
    '{ int Fact(int n) { return n <= 1 ? 1 : n * Fact(n - 1); } return Fact(5); }',
    'System.Int32 120',
  ],
  ['{ return F(2); int F(int x) { return x * 2; } }', 'System.Int32 4'],
  [
    '{ bool Even(int n) => n == 0 || Odd(n - 1); bool Odd(int n) => n != 0 && Even(n - 1); return Even(10); }',
    'System.Boolean True',
  ],
  ['{ int F(int x, int y = 5) => x + y; return F(1) + F(y: 1, x: 2); }', 'System.Int32 9'],
  [
    '{ int S(params int[] xs) { int s = 0; foreach (var x in xs) s += x; return s; } return S(1, 2, 3) + S() + S(new[] { 4 }); }',
    'System.Int32 10',
  ],
  [
    '{ bool Try(string s, out int r) { r = 5; return true; } return Try("x", out var q) ? q : 0; }',
    'System.Int32 5',
  ],
  [
    '{ void Swap(ref int a, ref int b) { var t = a; a = b; b = t; } int x = 1, y = 2; Swap(ref x, ref y); return x * 10 + y; }',
    'System.Int32 21',
  ],
  [
    '{ void Set(ref int a) { a = 9; } var arr = new int[2]; Set(ref arr[1]); return arr[1]; }',
    'System.Int32 9',
  ],
  ['{ int F(int x) { int G(int y) => x + y; return G(1); } return F(5); }', 'System.Int32 6'],
  ['{ int F() { return "a"; } return F(); }', 'CS0029@1:20'],
]);

holds('generic local functions know their type arguments', [
  ['{ T Id<T>(T x) => x; return Id("a") + Id(5); }', 'System.String a5'],
  [
    '{ string Name<T>(T x) { return typeof(T).Name; } return Name(5) + Name("x"); }',
    'System.String Int32String',
  ],
  ['{ object Box<T>(T x) => x; return Box((byte)5); }', 'System.Byte 5'],
  ['{ T Get<T>(object o) => (T)o; return Get<int>(5) + Get<string>("a"); }', 'System.String 5a'],
  ['{ T Get<T>(object o) => (T)o; return Get<string>(null) == null; }', 'System.Boolean True'],
  ['{ T Get<T>(object o) => (T)o; return Get<int>("a"); }', 'throws System.InvalidCastException'],
  [
    '{ T D<T>() => default(T); return D<int>() + "" + (D<string>() == null); }',
    'System.String 0True',
  ],
  [
    '{ bool Is<T>(object o) => o is T; return Is<int>(5).ToString() + Is<long>(5); }',
    'System.String TrueFalse',
  ],
  [
    '{ T As<T>(object o) where T : class => o as T; return As<string>("x") + (As<string>(5) == null); }',
    'System.String xTrue',
  ],
  ['{ T New<T>() where T : new() => new T(); return New<List<int>>().Count; }', 'System.Int32 0'],
  [
    '{ T Max<T>(T a, T b) where T : IComparable<T> => a.CompareTo(b) > 0 ? a : b; return Max(1, 2) + Max("a", "b"); }',
    'System.String 2b',
  ],
  [
    '{ T Max<T>(T a, T b) where T : IComparable<T> => a.CompareTo(b) > 0 ? a : b; return Max(new object(), null); }',
    'CS0311@1:85',
  ],
]);

holds('what generic local functions make has the types of the call', [
  [
    '{ (T, int) P<T>(T x) => (x, 1); return P("a").GetType().ToString(); }',
    'System.String System.ValueTuple`2[System.String,System.Int32]',
  ],
  ['{ object A<T>(T x) => new { x }; return A(5L).ToString(); }', 'System.String { x = 5 }'],
  [
    "{ List<T> L<T>(T x) => new List<T> { x }; return L('a').GetType().ToString(); }",
    'System.String System.Collections.Generic.List`1[System.Char]',
  ],
  [
    '{ T[] L<T>(T x) => new[] { x }; return L((byte)1).GetType().ToString(); }',
    'System.String System.Byte[]',
  ],
  ['{ Func<T> F<T>(T x) => () => x; return F(5)() + F("a")(); }', 'System.String 5a'],
]);

holds('parameters of local functions stand as C# wants them', [
  ['{ int F(int a = 1, int b) => 1; return 1; }', 'CS1737@1:20'],
  ['{ int F(int a = 1, params int[] b) => a; return F(); }', 'System.Int32 1'],
  ['{ int F(params int a) => 1; return 1; }', 'CS0225@1:9'],
  ['{ int F(params int[,] a) => 1; return 1; }', 'CS0225@1:9'],
  ['{ int F(params int[] a, int b) => 1; return 1; }', 'CS0231@1:9'],
  ['{ int F(int a, int a) => 1; return 1; }', 'CS0100@1:16'],
  ['{ int F<T, T>() => 1; return 1; }', 'CS0692@1:12'],
  ['{ void F() => 1; return 1; }', 'CS0201@1:15'],
  ['{ void F() => int.Parse("1"); F(); return 1; }', 'System.Int32 1'],
  ['{ string? F() => "a"; return F(); }', 'CS8370@1:3'],
]);
