import { Url } from '../../lib/http/Url.ts';
import { isUri, readUri } from '../../lib/dotnet-uri/DotNetUri.ts';
import { defineType, membersOf } from '../declare/defineType.ts';
import type { TypeDefinition } from '../typeSystem/TypeDefinition.ts';
import { textArrays } from './dictionaries.ts';
import { UriFormatException } from '../runtime/exceptions.ts';
import type { HostUrl } from './host.ts';

const member = membersOf<HostUrl>();

/** `context.Request.Url`, `context.Api.ServiceUrl` */
export const IUrl: TypeDefinition = defineType({
  name: 'IUrl',
  kind: 'interface',
  represents: Url,
  behaviour: { text: (url: HostUrl) => addressOf(url) },
  members: [
    member(
      'string Scheme { get; }',
      (self) => self.scheme,
      'context.Request.Url.Scheme // "https"',
    ),
    member(
      'string Host { get; }',
      (self) => self.host,
      'context.Request.Url.Host // "backend.contoso.example"',
    ),
    member('int Port { get; }', (self) => self.port, 'context.Request.Url.Port // 443'),
    member('string Path { get; }', (self) => self.path, 'context.Request.Url.Path // "/orders/42"'),
    member(
      'string QueryString { get; }',
      (self) => self.queryString,
      'context.Request.Url.QueryString // "?page=2"',
    ),
    member(
      'IReadOnlyDictionary<string, string[]> Query { get; }',
      (self) => textArrays(self.query, IUrl.registry),
      'context.Request.Url.Query["page"][0] // "2"',
    ),
    member(
      'string ToString()',
      addressOf,
      'context.Request.Url.ToString() // "https://backend.contoso.example/orders/42?page=2"',
    ),
    member(
      'Uri ToUri()',
      (self) => {
        const uri = readUri(addressOf(self), 'absolute');
        if (isUri(uri)) return uri;
        throw new UriFormatException();
      },
      'context.Request.Url.ToUri().Host // "backend.contoso.example"',
    ),
  ],
});

const defaultPorts: Readonly<Record<string, number>> = { http: 80, https: 443, ws: 80, wss: 443 };

function addressOf({ scheme, host, port, path, queryString }: HostUrl): string {
  const shown = port === defaultPorts[scheme] ? '' : `:${port}`;
  return `${scheme}://${host}${shown}${path}${queryString}`;
}
