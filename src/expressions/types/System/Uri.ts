import { DotNetUri } from '../../../lib/dotnet-uri/DotNetUri.ts';
import { isBaseOf, relativeTo } from '../../../lib/dotnet-uri/resolve.ts';
import { isWellFormed } from '../../../lib/dotnet-uri/wellFormed.ts';
import { defineType, membersOf } from '../../declare/defineType.ts';
import { ArgumentOutOfRangeException, NullReferenceException } from '../../runtime/exceptions.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { partMembers } from './uriPartMembers.ts';
import { absolute, combineUris, createUri, tryCombineUris, tryCreateUri } from './uriReading.ts';
import { textMembers } from './uriTextMembers.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    Uri: DotNetUri;
  }
}

const member = membersOf<DotNetUri>();
const [anyKind, absoluteKind] = [0, 1];

const schemes = {
  UriSchemeFile: 'file',
  UriSchemeFtp: 'ftp',
  UriSchemeGopher: 'gopher',
  UriSchemeHttp: 'http',
  UriSchemeHttps: 'https',
  UriSchemeMailto: 'mailto',
  UriSchemeNetPipe: 'net.pipe',
  UriSchemeNetTcp: 'net.tcp',
  UriSchemeNews: 'news',
  UriSchemeNntp: 'nntp',
  UriSchemeWs: 'ws',
  UriSchemeWss: 'wss',
  SchemeDelimiter: '://',
} as const;

const schemeMembers: readonly MemberDeclaration[] = Object.entries(schemes).map(
  ([name, value]) => ({
    signature: `static readonly string ${name}`,
    implementation: value,
    examples: [`Uri.${name} // "${value}"`],
  }),
);

/**
 * https://learn.microsoft.com/dotnet/api/system.uri, as .NET Framework has it on systems other than
 * Windows: a path from the root is that of a file when an absolute URI is asked for.
 */
export const SystemUri = defineType({
  name: 'System.Uri',
  kind: 'class',
  represents: DotNetUri,
  behaviour: {
    text: (self: DotNetUri) => self.toString(),
    equals: (self: DotNetUri, other) => {
      const uri = typeof other === 'string' ? tryCreateUri(other, anyKind) : other;
      return uri instanceof DotNetUri && uri.key === self.key;
    },
    key: (self: DotNetUri) => self.key,
  },
  members: [
    member(
      'Uri(string uriString)',
      (text) => createUri(text, absoluteKind),
      'new Uri("https://contoso.com/a?b#c").ToString() // "https://contoso.com/a?b#c"',
      'new Uri("contoso.com") // throws System.UriFormatException',
      'new Uri("http://contoso.com/a b%20%2F").ToString() // "http://contoso.com/a b %2F"',
    ),
    member(
      'Uri(string uriString, UriKind uriKind)',
      createUri,
      'new Uri("a/b", UriKind.Relative).ToString() // "a/b"',
      'new Uri("http://h/", UriKind.Relative) // throws System.UriFormatException',
    ),
    member(
      'Uri(Uri baseUri, string? relativeUri)',
      (base, relative) => combineUris(base, relative ?? ''),
      'new Uri(new Uri("http://h/a/b"), "../c?d").AbsoluteUri // "http://h/c?d"',
    ),
    member(
      'Uri(Uri baseUri, Uri? relativeUri)',
      (base, relative) => {
        if (!base.absolute) throw new ArgumentOutOfRangeException('baseUri');
        if (!relative) throw new NullReferenceException();
        const combined = combineUris(base, relative.absolute ? '' : relative.original);
        return relative.absolute ? relative : combined;
      },
      'new Uri(new Uri("a", UriKind.Relative), new Uri("http://h")) // throws System.ArgumentOutOfRangeException',
      'new Uri(new Uri("http://h/a/b"), new Uri("c", UriKind.Relative)).AbsoluteUri // "http://h/a/c"',
    ),
    ...schemeMembers,
    ...partMembers,
    ...textMembers,
    member(
      'bool IsBaseOf(Uri uri)',
      (self, uri) => {
        if (!self.absolute) return false;
        const other = uri.absolute ?? combineUris(self, uri.original).absolute;
        return other !== undefined && isBaseOf(self.absolute, other);
      },
      'new Uri("http://h/a/").IsBaseOf(new Uri("http://h/a/b")) // true',
    ),
    member(
      'bool IsWellFormedOriginalString()',
      (self) => isWellFormed(self),
      'new Uri("http://h/a b").IsWellFormedOriginalString() // false',
    ),
    member(
      'Uri MakeRelativeUri(Uri uri)',
      (self, uri) => {
        const own = absolute(self);
        absolute(uri);
        return relativeTo(own, uri);
      },
      'new Uri("http://h/a/b").MakeRelativeUri(new Uri("http://h/c?d")).ToString() // "../c?d"',
      'new Uri("http://h/").MakeRelativeUri(new Uri("a", UriKind.Relative)) // throws System.InvalidOperationException',
    ),
    member(
      'static bool TryCreate(string? uriString, UriKind uriKind, out Uri? result)',
      (text, kind, result) => (result.value = tryCreateUri(text, kind)) !== null,
      'Uri.TryCreate("http://h", UriKind.Absolute, out var uri) && uri.Port == 80 // true',
      'Uri.TryCreate("h", UriKind.Absolute, out var none) // false',
    ),
    member(
      'static bool TryCreate(Uri? baseUri, string? relativeUri, out Uri? result)',
      (base, relative, result) => (result.value = tryCombineUris(base, relative)) !== null,
      'Uri.TryCreate(new Uri("http://h"), "a", out var uri) // true',
    ),
    member(
      'static bool TryCreate(Uri? baseUri, Uri? relativeUri, out Uri? result)',
      (base, relative, result) => {
        const combined = tryCombineUris(
          base,
          relative?.absolute ? '' : (relative?.original ?? null),
        );
        result.value = combined && relative?.absolute ? relative : combined;
        return result.value !== null;
      },
      'Uri.TryCreate(new Uri("http://h"), new Uri("a", UriKind.Relative), out var uri) // true',
    ),
    member(
      'static bool operator ==(Uri? uri1, Uri? uri2)',
      (one, other) => one?.key === other?.key,
      'new Uri("http://H/a#x") == new Uri("http://h/a") // true',
    ),
    member(
      'static bool operator !=(Uri? uri1, Uri? uri2)',
      (one, other) => one?.key !== other?.key,
      'new Uri("http://h/a") != new Uri("http://h/A") // true',
    ),
  ],
});
