/** The parts of a URI. */
import type { DotNetUri } from '../../../lib/dotnet-uri/DotNetUri.ts';
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { ArgumentException } from '../../runtime/exceptions.ts';
import { textArray } from './textArray.ts';
import { hostNameTypes } from './UriHostNameType.ts';
import { absolute } from './uriReading.ts';

const member = membersOf<DotNetUri>();
const example = 'new Uri("https://u:p@Contoso.com:8443/a%20b/c?x=1#f")';

export const partMembers: readonly MemberDeclaration[] = [
  member(
    'string AbsolutePath { get; }',
    (self) => absolute(self).path,
    `${example}.AbsolutePath // "/a%20b/c"`,
    'new Uri("/a", UriKind.Relative).AbsolutePath // throws System.InvalidOperationException',
  ),
  member(
    'string AbsoluteUri { get; }',
    (self) => absolute(self).absoluteUri,
    'new Uri("HTTP://Contoso.com:80/a/../b c").AbsoluteUri // "http://contoso.com/b%20c"',
  ),
  member(
    'string Authority { get; }',
    (self) => absolute(self).authority,
    `${example}.Authority // "contoso.com:8443"`,
  ),
  member(
    'string DnsSafeHost { get; }',
    (self) => absolute(self).dnsSafeHost,
    'new Uri("http://[::1]/").DnsSafeHost // "::1"',
  ),
  member(
    'string Fragment { get; }',
    (self) => absolute(self).fragment,
    `${example}.Fragment // "#f"`,
  ),
  member('string Host { get; }', (self) => absolute(self).host, `${example}.Host // "contoso.com"`),
  member(
    'UriHostNameType HostNameType { get; }',
    (self) => hostNameTypes[absolute(self).hostKind],
    `${example}.HostNameType // UriHostNameType.Dns`,
  ),
  member(
    'string IdnHost { get; }',
    (self) => absolute(self).idnHost,
    'new Uri("http://bücher.example/").IdnHost // "xn--bcher-kva.example"',
  ),
  member(
    'bool IsAbsoluteUri { get; }',
    (self) => self.absolute !== undefined,
    `${example}.IsAbsoluteUri // true`,
  ),
  member(
    'bool IsDefaultPort { get; }',
    (self) => absolute(self).isDefaultPort,
    `${example}.IsDefaultPort // false`,
  ),
  member('bool IsFile { get; }', (self) => absolute(self).isFile, `${example}.IsFile // false`),
  member(
    'bool IsLoopback { get; }',
    (self) => absolute(self).isLoopback,
    'new Uri("http://127.0.0.1/").IsLoopback // true',
  ),
  member('bool IsUnc { get; }', (self) => absolute(self).isUnc, `${example}.IsUnc // false`),
  member(
    'string LocalPath { get; }',
    (self) => absolute(self).localPath,
    `${example}.LocalPath // "/a b/c"`,
  ),
  member(
    'string OriginalString { get; }',
    ({ original }) => original,
    'new Uri("HTTP://Contoso.com").OriginalString // "HTTP://Contoso.com"',
  ),
  member(
    'string PathAndQuery { get; }',
    (self) => absolute(self).pathAndQuery,
    `${example}.PathAndQuery // "/a%20b/c?x=1"`,
  ),
  member('int Port { get; }', (self) => absolute(self).port, `${example}.Port // 8443`),
  member('string Query { get; }', (self) => absolute(self).query, `${example}.Query // "?x=1"`),
  member('string Scheme { get; }', (self) => absolute(self).scheme, `${example}.Scheme // "https"`),
  member(
    'string[] Segments { get; }',
    (self) => textArray(absolute(self).segments),
    `string.Join("|", ${example}.Segments) // "/|a%20b/|c"`,
  ),
  member('bool UserEscaped { get; }', () => false, `${example}.UserEscaped // false`),
  member(
    'string UserInfo { get; }',
    (self) => absolute(self).userInfo,
    `${example}.UserInfo // "u:p"`,
  ),
  member(
    'string GetLeftPart(UriPartial part)',
    (self, part) => {
      const own = absolute(self);
      if (part < 0 || part > 3) throw new ArgumentException('UriPartial value is invalid.', 'part');
      return own.leftPart(part);
    },
    `${example}.GetLeftPart(UriPartial.Authority) // "https://u:p@contoso.com:8443"`,
    `${example}.GetLeftPart(UriPartial.Path) // "https://u:p@contoso.com:8443/a%20b/c"`,
  ),
];
