import { defineType, membersOf } from '../declare/defineType.ts';
import { newArray } from '../runtime/newArray.ts';
import type { TypeDefinition } from '../typeSystem/TypeDefinition.ts';
import type { HostApi } from './host.ts';

const member = membersOf<HostApi>();
const names = membersOf<HostApi['subscriptionKeyParameterNames']>();

/** `context.Api` */
export const IApi: TypeDefinition = defineType({
  name: 'IApi',
  kind: 'interface',
  members: [
    member('string Id { get; }', (self) => self.id, 'context.Api.Id // "orders"'),
    member('string Name { get; }', (self) => self.name, 'context.Api.Name // "Orders"'),
    member('string Path { get; }', (self) => self.path, 'context.Api.Path // "shop"'),
    member(
      'IEnumerable<string> Protocols { get; }',
      (self) => newArray(IApi.registry.named('System.String'), [...self.protocols]),
      'context.Api.Protocols.First() // "https"',
    ),
    member('string Revision { get; }', (self) => self.revision, 'context.Api.Revision // "1"'),
    member(
      'IUrl ServiceUrl { get; }',
      (self) => self.serviceUrl,
      'context.Api.ServiceUrl.Host // "backend.contoso.example"',
    ),
    member(
      'ISubscriptionKeyParameterNames SubscriptionKeyParameterNames { get; }',
      (self) => self.subscriptionKeyParameterNames,
      'context.Api.SubscriptionKeyParameterNames.Header // "Ocp-Apim-Subscription-Key"',
    ),
    member('string? Version { get; }', (self) => self.version, 'context.Api.Version // "v1"'),
    member(
      'bool IsCurrentRevision { get; }',
      (self) => self.isCurrentRevision,
      'context.Api.IsCurrentRevision // true',
    ),
  ],
});

/** `context.Api.SubscriptionKeyParameterNames` */
export const ISubscriptionKeyParameterNames = defineType({
  name: 'ISubscriptionKeyParameterNames',
  kind: 'interface',
  members: [
    names(
      'string Header { get; }',
      (self) => self.header,
      'context.Api.SubscriptionKeyParameterNames.Header // "Ocp-Apim-Subscription-Key"',
    ),
    names(
      'string Query { get; }',
      (self) => self.query,
      'context.Api.SubscriptionKeyParameterNames.Query // "subscription-key"',
    ),
  ],
});
