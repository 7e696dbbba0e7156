import { defineType, membersOf } from '../declare/defineType.ts';
import { newArray } from '../runtime/newArray.ts';
import type { TypeDefinition } from '../typeSystem/TypeDefinition.ts';
import type { HostProduct } from './host.ts';

const member = membersOf<HostProduct>();

/** `context.Product`; null outside of a product's context */
export const IProduct: TypeDefinition = defineType({
  name: 'IProduct',
  kind: 'interface',
  members: [
    member(
      'bool ApprovalRequired { get; }',
      (self) => self.approvalRequired,
      'context.Product.ApprovalRequired // false',
    ),
    member(
      'IEnumerable<IGroup> Groups { get; }',
      (self) => newArray(IProduct.registry.named('IGroup'), [...self.groups]),
      'context.Product.Groups.First().Name // "Developers"',
    ),
    member('string Id { get; }', (self) => self.id, 'context.Product.Id // "starter"'),
    member('string Name { get; }', (self) => self.name, 'context.Product.Name // "Starter"'),
    member(
      'ProductState State { get; }',
      (self) => (self.state === 'Published' ? 1 : 0),
      'context.Product.State == ProductState.Published // true',
    ),
    member(
      'int? SubscriptionsLimit { get; }',
      (self) => self.subscriptionsLimit,
      'context.Product.SubscriptionsLimit // 5',
    ),
    // The toolkit of Microsoft's policy authors names it so.
    member(
      'int? SubscriptionLimit { get; }',
      (self) => self.subscriptionsLimit,
      'context.Product.SubscriptionLimit // 5',
    ),
    member(
      'bool SubscriptionRequired { get; }',
      (self) => self.subscriptionRequired,
      'context.Product.SubscriptionRequired // true',
    ),
  ],
});

export const ProductState = defineType({
  name: 'ProductState',
  kind: 'enum',
  values: { NotPublished: 0, Published: 1 },
});
