import { defineType, membersOf } from '../declare/defineType.ts';
import { DateTime } from '../runtime/DateTime.ts';
import { newArray } from '../runtime/newArray.ts';
import type { TypeDefinition } from '../typeSystem/TypeDefinition.ts';
import type { HostGroup, HostUser } from './host.ts';
import { dateOf } from './ISubscription.ts';

const member = membersOf<HostUser>();
const group = membersOf<HostGroup>();
const identity = membersOf<HostUser['identities'][number]>();

/** `context.User`: the owner of the subscription; null without one */
export const IUser: TypeDefinition = defineType({
  name: 'IUser',
  kind: 'interface',
  members: [
    member(
      'string Email { get; }',
      (self) => self.email,
      'context.User.Email // "ada@example.com"',
    ),
    member(
      'string FirstName { get; }',
      (self) => self.firstName,
      'context.User.FirstName // "Ada"',
    ),
    member(
      'IEnumerable<IGroup> Groups { get; }',
      (self) => newArray(IUser.registry.named('IGroup'), [...self.groups]),
      'context.User.Groups.Any(g => g.Name == "Developers") // true',
    ),
    member('string Id { get; }', (self) => self.id, 'context.User.Id // "1"'),
    member(
      'IEnumerable<IUserIdentity> Identities { get; }',
      (self) => newArray(IUser.registry.named('IUserIdentity'), [...self.identities]),
      'context.User.Identities.First().Provider // "Aad"',
    ),
    member(
      'string LastName { get; }',
      (self) => self.lastName,
      'context.User.LastName // "Lovelace"',
    ),
    member('string? Note { get; }', (self) => self.note, 'context.User.Note == null // true'),
    member(
      'DateTime RegistrationDate { get; }',
      (self, _types, environment) =>
        dateOf(self.registrationDate, environment) ?? DateTime.minValue,
      'context.User.RegistrationDate.Year // 2024',
    ),
  ],
});

export const IGroup = defineType({
  name: 'IGroup',
  kind: 'interface',
  members: [
    group(
      'string Id { get; }',
      (self) => self.id,
      'context.User.Groups.First().Id // "developers"',
    ),
    group(
      'string Name { get; }',
      (self) => self.name,
      'context.User.Groups.First().Name // "Developers"',
    ),
  ],
});

export const IUserIdentity = defineType({
  name: 'IUserIdentity',
  kind: 'interface',
  members: [
    identity(
      'string Id { get; }',
      (self) => self.id,
      'context.User.Identities.First().Id // "aad-1"',
    ),
    identity(
      'string Provider { get; }',
      (self) => self.provider,
      'context.User.Identities.First().Provider // "Aad"',
    ),
  ],
});
