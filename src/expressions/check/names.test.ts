import { holds } from '../testing/table.ts';

holds('names are declared once and before their use', [
  ['{ int x = 1; { int x = 2; } return x; }', 'CS0136@1:20'],
  ['{ { int x = 2; } int x = 1; return x; }', 'CS0136@1:9'],
  ['{ int x = 1; int x = 2; return x; }', 'CS0128@1:18'],
  ['{ int i = 0; for (int i = 0; i < 1; i++) { } return 1; }', 'CS0136@1:23'],
  ['{ return y; int y = 1; }', 'CS0841@1:10'],
  ['{ int x = 1; Func<int, int> f = x => x; return f(1); }', 'CS0136@1:33'],
  [
    '{ for (int i = 0; i < 1; i++) { } for (int i = 0; i < 2; i++) { } return 1; }',
    'System.Int32 1',
  ],
  ['{ if (!int.TryParse("5", out int r)) return -1; return r; }', 'System.Int32 5'],
  ['{ int @int = 5; return @int; }', 'System.Int32 5'],
]);

holds('what does not exist is reported at its name', [
  ['foo', 'CS0103@1:1'],
  ['foo.bar', 'CS0103@1:1'],
  ['Foo.Bar()', 'CS0103@1:1'],
  ['new Foo()', 'CS0246@1:5'],
  ['System.Foo.Bar()', 'CS0234@1:8'],
  ['global::System.Math.Max(1, 2)', 'System.Int32 2'],
  ['Console.WriteLine("x")', 'CS0103@1:1'],
  ['this', 'CS0026@1:1'],
  ['new Math()', 'CS0712@1:5'],
  ['new IDisposable()', 'CS0144@1:1'],
  ['int.ToString()', 'CS0120@1:5'],
  ['string.Length', 'CS0120@1:8'],
  ['Math.Foo(1)', 'CS0117@1:6'],
  ['"abc".Lenght', 'CS1061@1:7'],
  ['"abc".Length()', 'CS1955@1:7'],
  ['"abc".ToUpper', 'CS0428@1:7'],
  ['{ int x = 5; x(); return 1; }', 'CS0149@1:14'],
  ['{ 5 = 6; return 1; }', 'CS0131@1:3'],
  ['{ "a".Length = 5; return 1; }', 'CS0200@1:3'],
  ['{ Math.PI = 3; return 1; }', 'CS0131@1:3'],
  ['{ const int k = 5; k = 6; return k; }', 'CS0131@1:20'],
  ['{ var x = null; return x; }', 'CS0815@1:7'],
  ['{ var x; return x; }', 'CS0818@1:7'],
  ['{ var x = 1, y = 2; return x; }', 'CS0819@1:3'],
  ['{ int x = 5; const int k = x; return k; }', 'CS0133@1:28'],
]);

holds('types in types have the type arguments of those around them', [
  [
    'new Dictionary<string, int>.KeyCollection(new Dictionary<string, int>()).Count',
    'System.Int32 0',
  ],
  ['new Dictionary.KeyCollection(null)', 'CS0305@1:5'],
  ['new Dictionary<string>.KeyCollection(null)', 'CS0305@1:5'],
  ['new Dictionary<string, int>.KeyCollection<int>(null)', 'CS0308@1:29'],
  ['new List<int>.Nothing()', 'CS0426@1:15'],
  ['new Nothing<int>.Inner()', 'CS0246@1:5'],
]);
