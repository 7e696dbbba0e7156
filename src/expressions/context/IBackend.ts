import { defineType, membersOf } from '../declare/defineType.ts';
import type { HostContext } from './host.ts';

const member = membersOf<NonNullable<HostContext['backend']>>();
const workspace = membersOf<NonNullable<HostContext['workspace']>>();

/** `context.Backend`; null unless the call goes to a configured backend */
export const IBackend = defineType({
  name: 'IBackend',
  kind: 'interface',
  members: [
    // Told of backends that are set up with the region they run in, for Azure's choice by carbon.
    member(
      'string? AzureRegion { get; }',
      () => null,
      'context.Backend.AzureRegion == null // true',
    ),
    member('string Id { get; }', (self) => self.id, 'context.Backend.Id // "orders"'),
    member(
      'BackendType Type { get; }',
      (self) => (self.type === 'Pool' ? 1 : 0),
      'context.Backend.Type == BackendType.Single // true',
    ),
  ],
});

export const BackendType = defineType({
  name: 'BackendType',
  kind: 'enum',
  values: { Single: 0, Pool: 1 },
});

/** `context.Workspace`; null outside of workspaces */
export const IWorkspace = defineType({
  name: 'IWorkspace',
  kind: 'interface',
  members: [
    workspace('string Id { get; }', (self) => self.id, 'context.Workspace == null // true'),
    workspace('string Name { get; }', (self) => self.name, 'context.Workspace == null // true'),
  ],
});
