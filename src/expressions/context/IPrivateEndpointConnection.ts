import { defineType, membersOf } from '../declare/defineType.ts';

/** Of Azure's networks: calls reach this gateway through none, so there is never one. */
interface PrivateEndpointConnection {
  readonly name: string;
  readonly groupId: string;
  readonly memberName: string;
}

const member = membersOf<PrivateEndpointConnection>();

/** `context.Request.PrivateEndpointConnection` */
export const IPrivateEndpointConnection = defineType({
  name: 'IPrivateEndpointConnection',
  kind: 'interface',
  members: [
    member(
      'string Name { get; }',
      (self) => self.name,
      'context.Request.PrivateEndpointConnection?.Name == null // true',
    ),
    member(
      'string GroupId { get; }',
      (self) => self.groupId,
      'context.Request.PrivateEndpointConnection?.GroupId == null // true',
    ),
    member(
      'string MemberName { get; }',
      (self) => self.memberName,
      'context.Request.PrivateEndpointConnection?.MemberName == null // true',
    ),
  ],
});
