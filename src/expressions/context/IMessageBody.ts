import { defineType, membersOf } from '../declare/defineType.ts';
import { NetDictionary } from '../runtime/collections/NetDictionary.ts';
import { NetList } from '../runtime/collections/NetList.ts';
import type { Environment } from '../runtime/Environment.ts';
import type { TypeDefinition } from '../typeSystem/TypeDefinition.ts';
import { charsetIn, decode, readBody } from './bodyReaders.ts';
import type { HostBody, HostHeaders } from './host.ts';

/** A body together with what says how it is encoded. */
export class MessageBody {
  readonly #body: HostBody;
  readonly #headers: HostHeaders;

  constructor(body: HostBody, headers: HostHeaders) {
    this.#body = body;
    this.#headers = headers;
  }

  read(preserveContent: boolean): Uint8Array {
    return this.#body.read(preserveContent);
  }

  get charset(): string {
    return charsetIn(this.#headers.values('Content-Type')[0]);
  }
}

const member = membersOf<MessageBody>();

/** `context.Request.Body`; reading consumes it unless told otherwise. */
export const IMessageBody: TypeDefinition = defineType({
  name: 'IMessageBody',
  kind: 'interface',
  represents: MessageBody,
  members: [
    member(
      'T As<T>(bool preserveContent = false)',
      (self, preserveContent, [type], environment) =>
        readBody(self.read(preserveContent), self.charset, type!, environment),
      'context.Request.Body.As<string>(preserveContent: true) // "{\\"id\\":42}"',
    ),
    member(
      'IDictionary<string, IList<string>> AsFormUrlEncodedContent(bool preserveContent = false)',
      (self, preserveContent, _types, environment) =>
        formOf(decode(self.read(preserveContent), self.charset), environment),
      'context.Request.Body.AsFormUrlEncodedContent(true).Count // 1',
    ),
  ],
});

/** application/x-www-form-urlencoded (WHATWG URL §5.1). */
function formOf(text: string, environment: Environment): NetDictionary {
  const { registry } = IMessageBody;
  const textType = registry.named('System.String');
  const form = new NetDictionary(
    textType,
    registry.named('System.Collections.Generic.IList', [textType]),
  );
  for (const [name, value] of new URLSearchParams(text)) {
    let list = form.find(name) as NetList | undefined;
    if (!list) {
      list = new NetList(textType);
      form.set(name, list, environment);
    }
    list.add(value, environment);
  }
  return form;
}
