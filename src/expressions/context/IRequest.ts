import { defineType, membersOf } from '../declare/defineType.ts';
import type { TypeDefinition } from '../typeSystem/TypeDefinition.ts';
import { texts, textArrays } from './dictionaries.ts';
import type { HostRequest } from './host.ts';
import { MessageBody } from './IMessageBody.ts';

const member = membersOf<HostRequest>();

/** `context.Request` */
export const IRequest: TypeDefinition = defineType({
  name: 'IRequest',
  kind: 'interface',
  members: [
    member(
      'IMessageBody Body { get; }',
      ({ body, headers }) => body && new MessageBody(body, headers),
      'context.Request.Body != null // true',
    ),
    member(
      'X509Certificate2? Certificate { get; }',
      (self) => self.certificate,
      'context.Request.Certificate == null // true',
    ),
    member(
      'IFoundry Foundry { get; }',
      (self) => self,
      'context.Request.Foundry.Deployment == null // true',
    ),
    member(
      'IReadOnlyDictionary<string, string[]> Headers { get; }',
      (self) => textArrays(self.headers, IRequest.registry),
      'context.Request.Headers["X-Tier"][0] // "gold"',
      'context.Request.Headers["x-none"] // throws System.Collections.Generic.KeyNotFoundException',
    ),
    member(
      'string IpAddress { get; }',
      (self) => self.ipAddress,
      'context.Request.IpAddress // "203.0.113.7"',
    ),
    member(
      'IReadOnlyDictionary<string, string> MatchedParameters { get; }',
      (self) => texts(self.matchedParameters, IRequest.registry),
      'context.Request.MatchedParameters["id"] // "42"',
    ),
    member('string Method { get; }', (self) => self.method, 'context.Request.Method // "POST"'),
    member(
      'IUrl OriginalUrl { get; }',
      (self) => self.originalUrl,
      'context.Request.OriginalUrl.Path // "/shop/orders/42"',
    ),
    member(
      'IPrivateEndpointConnection? PrivateEndpointConnection { get; }',
      () => null,
      'context.Request.PrivateEndpointConnection == null // true',
    ),
    member('IUrl Url { get; }', (self) => self.url, 'context.Request.Url.Path // "/orders/42"'),
  ],
});
