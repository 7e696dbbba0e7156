import { holds } from '../testing/table.ts';

holds('switch finds constants, types and conditions in order', [
  ['{ string x = "b"; switch (x) { case "a": case "b": return 1; } return 2; }', 'System.Int32 1'],
  [
    '{ int x = 1; switch (x) { case 1: goto case 2; case 2: return "two"; default: return "d"; } }',
    'System.String two',
  ],
  ['{ int x = 1; switch (x) { case 1: goto default; default: return "d"; } }', 'System.String d'],
  [
    '{ int? x = null; switch (x) { case null: return "n"; case 1: return "1"; default: return "d"; } }',
    'System.String n',
  ],
  [
    '{ object o = 5; switch (o) { case int i when i > 3: return "big"; case int i: return "int"; case string s: return s; case null: return "null"; default: return "?"; } }',
    'System.String big',
  ],
  [
    '{ object o = "abc"; switch (o) { case string s when s.Length > 5: return "long"; case string s: return s; } return 0; }',
    'System.String abc',
  ],
  [
    '{ int x = 7; switch (x) { case 1: { int y = 1; return y; } case 7: { int y = 2; return y; } } return 0; }',
    'System.Int32 2',
  ],
  ['{ switch (5) { case int i: return i; } }', 'System.Int32 5'],
]);

holds('sections must end and must be reachable', [
  ['{ int x = 1; switch (x) { case 1: x = 5; case 2: break; } return x; }', 'CS0163@1:27'],
  ['{ int x = 1; switch (x) { case 1: break; case 1: break; } return 1; }', 'CS0152@1:42'],
  ['{ switch (5) { case int i: return i; case 5: return 0; } }', 'CS8120@1:43'],
  [
    '{ object o = 1; switch (o) { case object x: return 1; case int i: return 2; } return 3; }',
    'CS8120@1:60',
  ],
  ['{ string s = "a"; switch (s) { case 5: return 1; } return 2; }', 'CS0029@1:37'],
]);

holds('locals of a switch are in sight of all its sections', [
  [
    '{ int x = 2; switch (x) { case 1: int y = 5; return y; case 2: y = 6; return y; } return 0; }',
    'System.Int32 6',
  ],
  [
    '{ int x = 2; switch (x) { case 1: int y = 5; return y; case 2: return y; } return 0; }',
    'CS0165@1:71',
  ],
  [
    '{ int x = 2; switch (x) { case 1: int y = 5; break; case 2: int y = 6; break; } return 0; }',
    'CS0128@1:65',
  ],
  ['{ int k = 5; switch (5) { case k: return 1; } return 0; }', 'CS0150@1:32'],
  ['{ switch (1) { case 1: goto case 5; } return 1; }', 'CS0159@1:24'],
]);
