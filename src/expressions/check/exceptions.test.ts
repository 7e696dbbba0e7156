import { holds } from '../testing/table.ts';

holds('the first catch that fits handles what was thrown', [
  [
    '{ try { throw new InvalidOperationException("x"); } catch (InvalidOperationException e) { return e.Message; } }',
    'System.String x',
  ],
  [
    '{ string r = ""; try { r += "t"; throw new Exception(); } catch (ArgumentException) { r += "a"; } catch (Exception) { r += "e"; } finally { r += "f"; } return r; }',
    'System.String tef',
  ],
  [
    '{ try { throw new Exception("a"); } catch (Exception e) when (e.Message == "b") { return 1; } catch (Exception e) when (e.Message == "a") { return 2; } }',
    'System.Int32 2',
  ],
  [
    '{ try { try { throw new Exception("in"); } catch { throw; } } catch (Exception e) { return e.Message; } }',
    'System.String in',
  ],
  ['{ int x = 1; try { return x; } finally { x = 2; } }', 'System.Int32 1'],
  ['{ throw new ArgumentNullException("p"); }', 'throws System.ArgumentNullException'],
  ['{ throw null; }', 'throws System.NullReferenceException'],
  ['{ string s = null; return s.Length; }', 'throws System.NullReferenceException'],
  ['{ var a = new int[2]; return a[2]; }', 'throws System.IndexOutOfRangeException'],
]);

holds('throw and catch take exceptions only', [
  ['{ throw "x"; }', 'CS0155@1:9'],
  ['{ throw; }', 'CS0156@1:3'],
  [
    '{ try { return 1; } catch (Exception) { return 2; } catch (FormatException) { return 3; } }',
    'CS0160@1:60',
  ],
  ['{ var x = throw new Exception("a"); return x; }', 'CS8115@1:11'],
  ['{ using (var d = "x") { return 1; } }', 'CS1674@1:10'],
  ['{ lock (5) { return 1; } }', 'CS0185@1:9'],
]);

holds('finally runs however the block is left', [
  [
    '{ string r = ""; foreach (var i in new[] { 1, 2 }) { try { if (i == 1) continue; r += i; } finally { r += "f"; } } return r; }',
    'System.String f2f',
  ],
  [
    '{ string r = ""; while (true) { try { break; } finally { r += "f"; } } return r; }',
    'System.String f',
  ],
  [
    '{ int n = 0; try { throw new Exception(); } catch (Exception) when (n++ > 0) { return "a"; } catch { return n; } }',
    'System.Int32 1',
  ],
  [
    '{ try { int.Parse(null); } catch (ArgumentNullException e) { return e.ParamName; } return ""; }',
    'System.String s',
  ],
]);

holds('a null receiver is found after its arguments, and before null arguments are', [
  [
    '{ string t = null; return t[new Dictionary<string, int>()["x"]]; }',
    'throws System.Collections.Generic.KeyNotFoundException',
  ],
  ['((string)null).Contains(null)', 'throws System.NullReferenceException'],
  ['"a".Contains(null)', 'throws System.ArgumentNullException'],
  [
    '{ int[] a = null; int F() { throw new FormatException(); } a[0] = F(); return 1; }',
    'throws System.FormatException',
  ],
  [
    '{ Exception e = null; string F() { throw new FormatException(); } e.Source = F(); return 1; }',
    'throws System.FormatException',
  ],
]);
