import { defineType, membersOf } from '../declare/defineType.ts';
import type { HostOperation } from './host.ts';

const member = membersOf<HostOperation>();

/** `context.Operation` */
export const IOperation = defineType({
  name: 'IOperation',
  kind: 'interface',
  members: [
    member('string Id { get; }', (self) => self.id, 'context.Operation.Id // "get-order"'),
    member('string Method { get; }', (self) => self.method, 'context.Operation.Method // "POST"'),
    member('string Name { get; }', (self) => self.name, 'context.Operation.Name // "Get order"'),
    member(
      'string UrlTemplate { get; }',
      (self) => self.urlTemplate,
      'context.Operation.UrlTemplate // "/orders/{id}"',
    ),
  ],
});
