import { holds } from '../testing/table.ts';

holds('integers divide, wrap and promote as C# has it', [
  ['7 / 2', 'System.Int32 3'],
  ['-7 / 2', 'System.Int32 -3'],
  ['-7 % 3', 'System.Int32 -1'],
  ['7.0 / 2', 'System.Double 3.5'],
  ['{ int i = int.MaxValue; return i + 1; }', 'System.Int32 -2147483648'],
  ['{ int i = int.MinValue; return -i; }', 'System.Int32 -2147483648'],
  ['{ uint u = 1; int i = 2; return u + i; }', 'System.Int64 3'],
  ['{ uint u = 1; return -u; }', 'System.Int64 -1'],
  ['1u + 1', 'System.UInt32 2'],
  ['1u + -1', 'System.Int64 0'],
  ['1UL + 1', 'System.UInt64 2'],
  ['{ short s = 1; return s + s; }', 'System.Int32 2'],
  ['{ byte b = 255; b++; return b; }', 'System.Byte 0'],
  ['{ sbyte b = 127; b++; return b; }', 'System.SByte -128'],
  ['{ byte b = 250; b += 10; return b; }', 'System.Byte 4'],
  ["{ char c = 'a'; c++; return c; }", 'System.Char b'],
  ["'a' + 1", 'System.Int32 98'],
  ["'a' + 'b'", 'System.Int32 195'],
  ["(char)('a' + 1)", 'System.Char b'],
  ['{ long l = 5; l += 1; return l; }', 'System.Int64 6'],
  ['{ int i = 5; i += i++ + ++i; return i; }', 'System.Int32 17'],
  ['{ int i = 0; return i++ + ++i; }', 'System.Int32 2'],
]);

holds('overflow throws within checked only, but always in division', [
  ['{ checked { int i = int.MaxValue; return i + 1; } }', 'throws System.OverflowException'],
  ['{ int i = int.MaxValue; return checked(i * 2); }', 'throws System.OverflowException'],
  ['{ int i = int.MaxValue; return unchecked(i * 2); }', 'System.Int32 -2'],
  ['{ int i = 200; return checked((sbyte)i); }', 'throws System.OverflowException'],
  ['{ int i = int.MinValue; int j = -1; return i / j; }', 'throws System.OverflowException'],
  ['{ int x = 0; return 5 / x; }', 'throws System.DivideByZeroException'],
]);

holds('constants are computed when compiled and must not overflow', [
  ['int.MaxValue + 1', 'CS0220@1:1'],
  ['unchecked(int.MaxValue + 1)', 'System.Int32 -2147483648'],
  ['1 / 0', 'CS0020@1:1'],
  ['1 % 0', 'CS0020@1:1'],
  ['1.0 / 0', 'System.Double Infinity'],
  ['(byte)300', 'CS0221@1:1'],
  ['unchecked((byte)300)', 'System.Byte 44'],
  ['byte.MaxValue + 1', 'System.Int32 256'],
  ['{ const byte b = 3; byte c = b + 4; return c; }', 'System.Byte 7'],
  ['-9223372036854775808', 'System.Int64 -9223372036854775808'],
  ['9223372036854775808', 'System.UInt64 9223372036854775808'],
  ['2147483648', 'System.UInt32 2147483648'],
  ['0x80000000 >> 4', 'System.UInt32 134217728'],
  ['1_000_000', 'System.Int32 1000000'],
  ['0b1010', 'System.Int32 10'],
]);

holds('bits and shifts take the width of the left side', [
  ['5 & 3', 'System.Int32 1'],
  ['5 ^ 3', 'System.Int32 6'],
  ['~5u', 'System.UInt32 4294967290'],
  ['1 << 31', 'System.Int32 -2147483648'],
  ['1 << 33', 'System.Int32 2'],
  ['1L << 33', 'System.Int64 8589934592'],
  ['1u << 31', 'System.UInt32 2147483648'],
  ['-8 >> 1', 'System.Int32 -4'],
  ['{ long l = 5; int i = 2; return l << i; }', 'System.Int64 20'],
  ['{ long l = 5; long i = 2; return l << i; }', 'CS0019@1:34'],
  ['{ int i = 5; i &= 3; return i; }', 'System.Int32 1'],
]);

holds('reals and decimals keep their kind', [
  ['{ float f = 1.1f; return f * 2; }', 'System.Single 2.2'],
  ['{ float f = 1.1f; return f * 2.0; }', 'System.Double 2.20000004768372'],
  ['0.1 + 0.2', 'System.Double 0.3'],
  ['0.1m + 0.2m', 'System.Decimal 0.3'],
  ['1.10m + 2', 'System.Decimal 3.10'],
  ['10m % 3', 'System.Decimal 1'],
  ['1.5m * 2L', 'System.Decimal 3.0'],
  ['1.5m + 1.5', 'CS0019@1:1'],
  ['1m == 1', 'System.Boolean True'],
  ['-1.5m', 'System.Decimal -1.5'],
  ['1e3m', 'System.Decimal 1000'],
  ['(float)0.1 == 0.1', 'System.Boolean False'],
  ['double.NaN == double.NaN', 'System.Boolean False'],
  ['0.0 == -0.0', 'System.Boolean True'],
]);

holds('operators that fit no operand are reported', [
  ['5 + true', 'CS0019@1:1'],
  ['!5', 'CS0023@1:1'],
  ['-true', 'CS0023@1:1'],
  ['+"a"', 'CS0023@1:1'],
  ['1 == "1"', 'CS0019@1:1'],
  ['1 == null', 'System.Boolean False'],
  ['{ string s = "a"; s++; return s; }', 'CS0023@1:19'],
  ['{ int i = 1; return 1UL + i; }', 'CS0034@1:21'],
  ['{ ulong u = 1; return -u; }', 'CS0035@1:23'],
  ['5 ?? 6', 'CS0019@1:1'],
]);

holds('compound assignment casts back what the operator gives', [
  ['{ short s = 1; s += 5; s *= 2; s <<= 1; s ^= 3; return s; }', 'System.Int16 27'],
  ['{ short s = 1; int i = 5; s += i; return s; }', 'CS0266@1:27'],
  ['{ byte b = 1; b <<= 9; return b; }', 'System.Byte 0'],
  ['{ ulong u = 1; u -= 2; return u; }', 'System.UInt64 18446744073709551615'],
  ['{ float f = 1; f += 0.1; return f; }', 'CS0664@1:21'],
  ['{ decimal d = 1; d += 1.5; return d; }', 'CS0019@1:18'],
  ["{ char c = 'a'; c += (char)1; return c; }", 'System.Char b'],
  ['{ int? i = 5; i += null; return i; }', 'null'],
  ['{ bool? b = null; b |= true; return b; }', 'System.Boolean True'],
  ['{ object o = 1; o += "x"; return o; }', 'System.String 1x'],
  [
    '{ DateTime d = new DateTime(2020, 1, 1); d += TimeSpan.FromDays(1); return d; }',
    'System.DateTime 01/02/2020 00:00:00',
  ],
  [
    '{ var a = new[] { 1, 2, 3 }; int i = 0; a[i++] += 5; return a[0] + "," + i; }',
    'System.String 6,1',
  ],
  [
    '{ var a = new[] { 1, 2, 3 }; int i = 0; a[i++] = a[i++] + 10; return a[0] + "," + a[1] + "," + i; }',
    'System.String 12,2,2',
  ],
]);
