import { defineType, membersOf } from '../declare/defineType.ts';
import type { TypeDefinition } from '../typeSystem/TypeDefinition.ts';
import { textArrays } from './dictionaries.ts';
import type { HostResponse } from './host.ts';
import { MessageBody } from './IMessageBody.ts';
import { ReceivedResponse } from './values.ts';

const member = membersOf<HostResponse>();

/** `context.Response`, and what `send-request` leaves in its variable */
export const IResponse: TypeDefinition = defineType({
  name: 'IResponse',
  kind: 'interface',
  represents: ReceivedResponse,
  members: [
    member(
      'IMessageBody Body { get; }',
      ({ body, headers }) => body && new MessageBody(body, headers),
      'context.Response.Body.As<string>(true) // "done"',
    ),
    member(
      'IReadOnlyDictionary<string, string[]> Headers { get; }',
      (self) => textArrays(self.headers, IResponse.registry),
      'context.Response.Headers.ContainsKey("Content-Type") // true',
    ),
    member(
      'int StatusCode { get; }',
      (self) => self.statusCode,
      'context.Response.StatusCode // 200',
    ),
    member(
      'string StatusReason { get; }',
      (self) => self.statusReason,
      'context.Response.StatusReason // "OK"',
    ),
  ],
});
