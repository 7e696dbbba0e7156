import { holds } from '../testing/table.ts';

holds('filters are asked before the finally blocks within are run', [
  [
    '{ var log = ""; bool Log(string s, bool r) { log += s; return r; } try { try { throw new Exception(); } finally { log += "f"; } } catch when (Log("w", true)) { log += "c"; } return log; }',
    'System.String wfc',
  ],
  [
    '{ var log = ""; bool Log(string s, bool r) { log += s; return r; } try { try { throw new Exception(); } catch (FormatException) { log += "x"; } finally { log += "f"; } } catch (Exception) when (Log("1", false)) { log += "x"; } catch (Exception) when (Log("2", true)) { log += "c"; } finally { log += "g"; } return log; }',
    'System.String 12fcg',
  ],
  [
    '{ var s = new StringReader("ab"); try { using (s) { throw new Exception(); } } catch when (s.Read() == \'a\') { return s.Read(); } }',
    'throws System.ObjectDisposedException',
  ],
  [
    '{ var log = ""; bool Log(string s, bool r) { log += s; return r; } void Thrower() { try { throw new Exception("e"); } finally { log += "f"; } } Action call = () => { try { Thrower(); } finally { log += "g"; } }; try { call(); } catch (Exception e) when (Log(e.Message, true)) { log += "c"; } return log; }',
    'System.String efgc',
  ],
  [
    '{ var log = ""; bool Log(string s, bool r) { log += s; return r; } try { new[] { 1, 2 }.Select(x => { try { return x / (x - 2); } finally { log += x; } }).ToList(); } catch (DivideByZeroException) when (Log("w", true)) { log += "c"; } return log; }',
    'System.String 1w2c',
  ],
]);

holds('a nearer clause that handles the exception keeps it from the filters around', [
  [
    '{ var log = ""; bool Log(string s, bool r) { log += s; return r; } try { try { try { throw new Exception(); } finally { log += "f"; } } catch { log += "c"; } } catch when (Log("w", true)) { log += "x"; } return log; }',
    'System.String fc',
  ],
  [
    '{ var log = ""; bool Log(string s, bool r) { log += s; return r; } try { try { try { throw new Exception(); } finally { log += "f"; } } catch { log += "c"; throw; } } catch when (Log("w", true)) { log += "d"; } return log; }',
    'System.String fcwd',
  ],
  [
    '{ var log = ""; bool Log(string s, bool r) { log += s; return r; } try { try { throw new Exception(); } catch when (Log("i", false)) { } finally { log += "f"; } } catch when (Log("o", true)) { log += "c"; } return log; }',
    'System.String iofc',
  ],
  [
    '{ var log = ""; bool Log(string s) { log += s; return true; } try { new[] { 1, 2 }.OrderBy(x => x).ToList().Sort((a, b) => { try { throw new FormatException(); } finally { log += "f"; } }); } catch (FormatException) when (Log("x")) { } catch (InvalidOperationException) when (Log("w")) { log += "c"; } return log; }',
    'System.String fwc',
  ],
]);

holds('a filter is asked once, and one that throws says no', [
  [
    '{ var n = 0; bool Count() { n++; return false; } try { try { try { try { throw new Exception(); } finally { } } finally { } } catch when (Count()) { } finally { } } catch { } return n; }',
    'System.Int32 1',
  ],
  [
    '{ var log = ""; bool Fail() { try { throw new FormatException(); } finally { log += "i"; } } try { try { throw new Exception("e"); } finally { log += "f"; } } catch when (Fail()) { log += "x"; } catch (Exception e) { log += e.Message; } return log; }',
    'System.String ife',
  ],
  [
    '{ var log = ""; bool Handle(Exception x) { try { try { throw x; } finally { log += "a"; } } catch (Exception e) when (e == x) { log += "b"; } return true; } try { try { throw new Exception(); } finally { log += "f"; } } catch (Exception e) when (Handle(e)) { log += "c"; } return log; }',
    'System.String abfc',
  ],
  [
    '{ var log = ""; try { try { throw new Exception("1"); } finally { log += "f"; } } catch (Exception e) when ((e = new Exception("2")) != null) { log += e.Message; } return log; }',
    'System.String f2',
  ],
]);

holds('what a finally block throws takes the place of what was thrown, and is asked for itself', [
  [
    '{ var log = ""; bool Log(Exception e, bool r) { log += e.Message; return r; } try { try { throw new Exception("1"); } finally { log += "f"; throw new Exception("2"); } } catch (Exception e) when (Log(e, true)) { log += "c" + e.Message; } return log; }',
    'System.String 1f2c2',
  ],
  [
    '{ var log = ""; bool Log(Exception e, bool r) { log += e.Message; return r; } var first = new Exception("1"); try { try { throw first; } finally { try { try { throw first; } finally { log += "g"; } } catch { log += "h"; } } } catch (Exception e) when (Log(e, true)) { log += "c"; } return log; }',
    'System.String 1ghc',
  ],
  [
    '{ var log = ""; bool Log(Exception e) { log += e.Message; return true; } Exception kept = null; for (var i = 0; i < 2; i++) { try { try { throw kept ?? new Exception("e"); } finally { log += "f"; } } catch (Exception e) when (Log(e)) { kept = e; log += i; } } return log; }',
    'System.String ef0ef1',
  ],
]);

holds('a jump out of a try block runs its finally block and asks no filter', [
  [
    '{ var log = ""; bool Log() { log += "x"; return true; } foreach (var i in new[] { 1, 2, 3 }) { try { try { if (i == 1) continue; if (i == 3) break; log += i; } finally { log += "f"; } } catch when (Log()) { } } return log; }',
    'System.String f2ff',
  ],
  [
    '{ var n = 1; try { try { return n; } finally { n = 2; } } catch when (n > 0) { return 3; } }',
    'System.Int32 1',
  ],
]);
