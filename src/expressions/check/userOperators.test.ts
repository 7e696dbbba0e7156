import { holds } from '../testing/table.ts';

holds('operators of types apply and lift', [
  ['new DateTime(2020, 1, 2) - new DateTime(2020, 1, 1)', 'System.TimeSpan 1.00:00:00'],
  ['new DateTime(2020, 1, 1) != null', 'System.Boolean True'],
  ['new DateTime(2020, 1, 1) == (DateTime?)null', 'System.Boolean False'],
  ['Guid.Empty == null', 'System.Boolean False'],
  ['-TimeSpan.FromHours(1)', 'System.TimeSpan -01:00:00'],
  ['{ DateTime? d = null; return d + TimeSpan.FromDays(1) == null; }', 'System.Boolean True'],
  [
    'new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero) == new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc)',
    'System.Boolean True',
  ],
  ['{ decimal d = decimal.MaxValue; return d + 1; }', 'throws System.OverflowException'],
  ['decimal.MaxValue + 1', 'CS0220@1:1'],
  ['new DateTime(2020, 1, 2) + 1', 'CS0019@1:1'],
  ['TimeSpan.FromHours(1) + "a"', 'System.String 01:00:00a'],
]);
