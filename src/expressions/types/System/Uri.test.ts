import { holds } from '../../testing/table.ts';

const on = (base: string, reference: string): string =>
  `new Uri(new Uri("${base}"), "${reference}").AbsoluteUri`;

holds('a reference replaces the path of a base without authority, or adds to it', [
  [on('urn:x:y', 'a'), 'System.String urn:a'],
  [on('urn:x:y', '/a'), 'System.String urn:/a'],
  [on('urn:x:y', '../x'), 'System.String urn:../x'],
  [on('urn:x:y', '?q'), 'System.String urn:x:y?q'],
  [on('urn:x:y', '#f'), 'System.String urn:x:y#f'],
  [on('urn:x:y', '//h/p'), 'System.String urn://h/p'],
  [on('urn:x:y', ''), 'System.String urn:x:y'],
  [on('urn:x:y', 'urn:y:z'), 'System.String urn:y:z'],
  [on('mailto:a@b.c', '/a'), 'System.String mailto:a@b.c/a'],
]);

const wellFormed = (text: string): string =>
  `string.Join(" ", new[] { UriKind.Absolute, UriKind.Relative, UriKind.RelativeOrAbsolute }.Select(kind => Uri.IsWellFormedUriString("${text}", kind)))`;

holds('a text is well formed as an absolute URI, as a reference, as either', [
  [wellFormed('http://a/b?q#f'), 'System.String True False True'],
  [wellFormed('http://a/b c'), 'System.String False False False'],
  [wellFormed('http://a/%zz'), 'System.String False False False'],
  [wellFormed('/a/b'), 'System.String False True True'],
  [wellFormed('//a/b'), 'System.String False True True'],
  [wellFormed('/a b'), 'System.String False False False'],
  [wellFormed('a/b'), 'System.String False True True'],
  [wellFormed('c:\\\\a'), 'System.String False False False'],
  [wellFormed('urn:x:y'), 'System.String True False True'],
]);
