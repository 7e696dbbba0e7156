import { defineType, membersOf } from '../declare/defineType.ts';
import { invariantCulture } from '../runtime/Culture.ts';
import { dateStyles } from '../../lib/dotnet-dates/dateStyles.ts';
import { tryReadDateTime } from '../runtime/dateTexts.ts';
import { DateTime } from '../runtime/DateTime.ts';
import type { Environment } from '../runtime/Environment.ts';
import type { HostSubscription } from './host.ts';

const member = membersOf<HostSubscription>();

/** `context.Subscription`; null for a call without a key */
export const ISubscription = defineType({
  name: 'ISubscription',
  kind: 'interface',
  members: [
    member(
      'DateTime CreatedDate { get; }',
      (self, _types, environment) => dateOf(self.createdDate, environment) ?? DateTime.minValue,
      'context.Subscription.CreatedDate.Year // 2025',
    ),
    member(
      'DateTime? EndDate { get; }',
      (self, _types, environment) => dateOf(self.endDate, environment),
      'context.Subscription.EndDate == null // true',
    ),
    member('string Id { get; }', (self) => self.id, 'context.Subscription.Id // "ada"'),
    member('string Key { get; }', (self) => self.key, 'context.Subscription.Key // "primary"'),
    member('string Name { get; }', (self) => self.name, 'context.Subscription.Name // "Ada"'),
    member(
      'string PrimaryKey { get; }',
      (self) => self.primaryKey,
      'context.Subscription.PrimaryKey // "primary"',
    ),
    member(
      'string SecondaryKey { get; }',
      (self) => self.secondaryKey,
      'context.Subscription.SecondaryKey // "secondary"',
    ),
    member(
      'DateTime? StartDate { get; }',
      (self, _types, environment) => dateOf(self.startDate, environment),
      'context.Subscription.StartDate == null // true',
    ),
  ],
});

/** A configured date, in UTC. */
export function dateOf(text: string | null, { world }: Environment): DateTime | null {
  if (text === null) return null;
  const { adjustToUniversal, assumeUniversal } = dateStyles;
  const styles = adjustToUniversal | assumeUniversal;
  return tryReadDateTime(text, invariantCulture, styles, world) ?? null;
}
