import { holds } from '../testing/table.ts';

holds('loops run their rounds', [
  [
    '{ int s = 0; for (int i = 0, j = 10; i < j; i++, j--) s += j - i; return s; }',
    'System.Int32 30',
  ],
  ['{ int i = 0; while (true) { if (i++ > 5) break; } return i; }', 'System.Int32 7'],
  ['{ int i = 0; do { i++; } while (i < 3); return i; }', 'System.Int32 3'],
  [
    '{ int s = 0; foreach (var x in new[] { 1, 2, 3 }) { if (x == 2) continue; s += x; } return s; }',
    'System.Int32 4',
  ],
  ['{ int i = 0; again: i++; if (i < 5) goto again; return i; }', 'System.Int32 5'],
  ['{ int i; for (i = 0; i < 3; i++) ; return i; }', 'System.Int32 3'],
]);

holds('foreach enumerates arrays, strings and collections', [
  ['{ string r = ""; foreach (char c in "abc") r = c + r; return r; }', 'System.String cba'],
  [
    '{ int[,] a = { { 1, 2 }, { 3, 4 } }; int s = 0; foreach (var x in a) s += x; return s; }',
    'System.Int32 10',
  ],
  ['{ int s = 0; foreach (long x in new[] { 1, 2 }) s += (int)x; return s; }', 'System.Int32 3'],
  [
    '{ foreach (var kv in new Dictionary<string, int> { { "a", 1 } }) return kv.Key + kv.Value; return ""; }',
    'System.String a1',
  ],
  [
    '{ foreach (var (k, v) in new Dictionary<string, int> { { "a", 1 } }) return k + v; return ""; }',
    'System.String a1',
  ],
  [
    '{ foreach (int x in new object[] { 1, "a" }) { } return 1; }',
    'throws System.InvalidCastException',
  ],
  ['{ foreach (int x in new[] { "a" }) { } return 1; }', 'CS0030@1:12'],
  ['{ foreach (var x in 5) { } return 1; }', 'CS1579@1:21'],
  ['{ foreach (var x in null) { } return 1; }', 'CS0186@1:21'],
  ['{ foreach (var x in new[] {1}) x = 2; return 1; }', 'CS1656@1:32'],
]);

holds('jumps stay within what they leave', [
  ['{ break; }', 'CS0139@1:3'],
  ['{ continue; }', 'CS0139@1:3'],
  ['{ goto nowhere; return 1; }', 'CS0159@1:8'],
  ['{ while (true) { try { } finally { break; } } }', 'CS0157@1:36 CS0161@1:45'],
  ['{ try { } finally { return 1; } }', 'CS0157@1:21'],
]);

holds('goto leads to labels in sight', [
  [
    '{ int s = 0; foreach (var a in new[] { 1, 2 }) { foreach (var b in new[] { 1, 2 }) { if (b == 2) goto next; s += b; } next: ; } return s; }',
    'System.Int32 2',
  ],
  ['{ { goto end; } end: return 1; }', 'System.Int32 1'],
  ['{ goto inner; { inner: return 1; } }', 'CS0159@1:8'],
  ['{ a: a: return 1; }', 'CS0140@1:6'],
  ['{ goto case 1; }', 'CS0153@1:3'],
]);
