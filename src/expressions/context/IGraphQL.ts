import { defineType, membersOf } from '../declare/defineType.ts';
import type { JObject } from '../runtime/json/JObject.ts';

/** The field that a resolver is asked for: its arguments, and the object that it belongs to. */
interface ResolvedField {
  readonly arguments: JObject;
  readonly parent: JObject;
}

const member = membersOf<ResolvedField>();

/**
 * `context.GraphQL`; null outside of resolvers
 * (https://learn.microsoft.com/azure/api-management/configure-graphql-resolver#graphql-context).
 *
 * The list of the members of `context` calls the arguments `GraphQLArguments`, the page of resolvers
 * `Arguments`. Neither says what the interface of the values has; their use is that of a `JObject`.
 */
export const IGraphQL = defineType({
  name: 'IGraphQL',
  kind: 'interface',
  members: [
    member(
      'JObject Arguments { get; }',
      (self) => self.arguments,
      'context.GraphQL?.Arguments["id"] == null // true',
    ),
    member(
      'JObject GraphQLArguments { get; }',
      (self) => self.arguments,
      'context.GraphQL?.GraphQLArguments["id"] == null // true',
    ),
    member(
      'JObject Parent { get; }',
      (self) => self.parent,
      'context.GraphQL?.Parent["id"] == null // true',
    ),
  ],
});
