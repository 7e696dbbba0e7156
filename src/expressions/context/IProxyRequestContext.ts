import type { Guid } from '../runtime/Guid.ts';
import { defineType, membersOf } from '../declare/defineType.ts';
import { DateTime, kinds } from '../runtime/DateTime.ts';
import { TimeSpan } from '../runtime/TimeSpan.ts';
import type { TypeDefinition } from '../typeSystem/TypeDefinition.ts';
import { objects } from './dictionaries.ts';
import type { HostContext } from './host.ts';

const member = membersOf<HostContext>();

/**
 * The variable `context`
 * (https://learn.microsoft.com/azure/api-management/api-management-policy-expressions#ContextVariables).
 */
export const IProxyRequestContext: TypeDefinition = defineType({
  name: 'IProxyRequestContext',
  kind: 'interface',
  members: [
    member('IApi Api { get; }', (self) => self.api, 'context.Api.Name // "Orders"'),
    member('IBackend Backend { get; }', (self) => self.backend, 'context.Backend.Id // "orders"'),
    member(
      'IDeployment Deployment { get; }',
      (self) => self.deployment,
      'context.Deployment.Region // "West Europe"',
    ),
    member(
      'TimeSpan Elapsed { get; }',
      (self) => new TimeSpan(self.elapsedTicks),
      'context.Elapsed.TotalSeconds < 60 // true',
    ),
    member('IGraphQL GraphQL { get; }', () => null, 'context.GraphQL == null // true'),
    member(
      'ILastError LastError { get; }',
      (self) => self.lastError,
      'context.LastError.Source // "validate-jwt"',
    ),
    member(
      'IOperation Operation { get; }',
      (self) => self.operation,
      'context.Operation.Id // "get-order"',
    ),
    member(
      'IProduct Product { get; }',
      (self) => self.product,
      'context.Product.Name // "Starter"',
    ),
    member('IRequest Request { get; }', (self) => self.request, 'context.Request.Method // "POST"'),
    member(
      'Guid RequestId { get; }',
      (self) => guidOf(self.requestId),
      'context.RequestId.ToString() // "4f2d1c3b-5a69-4788-96a5-b4c3d2e1f000"',
    ),
    member(
      'IResponse Response { get; }',
      (self) => self.response,
      'context.Response.StatusCode // 200',
    ),
    member(
      'ISubscription Subscription { get; }',
      (self) => self.subscription,
      'context.Subscription.Name // "Ada"',
    ),
    member(
      'DateTime Timestamp { get; }',
      (self) => new DateTime(self.timestampTicks, kinds.utc),
      'context.Timestamp.Kind == DateTimeKind.Utc // true',
    ),
    member('bool Tracing { get; }', (self) => self.tracing, 'context.Tracing // false'),
    member('IUser User { get; }', (self) => self.user, 'context.User.FirstName // "Ada"'),
    member(
      'IReadOnlyDictionary<string, object> Variables { get; }',
      (self) => objects(self.variables, IProxyRequestContext.registry),
      'context.Variables["tier"] // "gold"',
    ),
    member(
      'IWorkspace Workspace { get; }',
      (self) => self.workspace,
      'context.Workspace == null // true',
    ),
    member(
      'void Trace(string message)',
      (self, message) => self.trace(message),
      '((Func<bool>)(() => { context.Trace("seen"); return true; }))() // true',
    ),
  ],
});

/** `Guid.Parse` of the type, which is declared elsewhere. */
function guidOf(text: string): Guid {
  const parse = IProxyRequestContext.registry
    .named('System.Guid')
    .definition.membersNamed('Parse')
    .filter((each) => each.kind === 'method')
    .find(({ parameters }) => parameters.length === 1);
  if (!parse) throw new Error('System.Guid has no Parse');
  return (parse.implementation as (text: string) => Guid)(text);
}
