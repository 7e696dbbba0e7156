import { defineType, membersOf } from '../declare/defineType.ts';
import type { TypeDefinition } from '../typeSystem/TypeDefinition.ts';
import { objects } from './dictionaries.ts';
import { Authorization, BasicAuthCredentials } from './values.ts';

const basic = membersOf<BasicAuthCredentials>();
const authorization = membersOf<Authorization>();

/** What `AsBasic` reads */
export const BasicAuthCredentialsType = defineType({
  name: 'BasicAuthCredentials',
  kind: 'class',
  represents: BasicAuthCredentials,
  members: [
    basic(
      'string Password { get; }',
      (self) => self.password,
      '"Basic YWRhOnNlY3JldA==".AsBasic().Password // "secret"',
    ),
    basic(
      'string UserId { get; }',
      (self) => self.userId,
      '"Basic YWRhOnNlY3JldA==".AsBasic().UserId // "ada"',
    ),
  ],
});

/** What `get-authorization-context` leaves in its variable */
export const AuthorizationType: TypeDefinition = defineType({
  name: 'Authorization',
  kind: 'class',
  represents: Authorization,
  members: [
    authorization(
      'string AccessToken { get; }',
      (self) => self.accessToken,
      '((Authorization)null)?.AccessToken == null // true',
    ),
    authorization(
      'IReadOnlyDictionary<string, object> Claims { get; }',
      (self) => objects(self.claims, AuthorizationType.registry),
      '((Authorization)null)?.Claims == null // true',
    ),
  ],
});
