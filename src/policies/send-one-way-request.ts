import { allScopes, allSections, definePolicy } from '../engine/declaration/definePolicy.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';
import type { OutgoingRequest } from '../lib/http/exchange.ts';
import {
  explainRequest,
  outgoingAttributes,
  outgoingChildren,
  requestMaker,
} from './outgoingRequest.ts';

export const sendOneWayRequest = definePolicy({
  name: 'send-one-way-request',
  doc: 'Sends a request to some address and goes on at once. Whether an answer comes, and which, is nobody’s concern.',
  reference: 'https://learn.microsoft.com/azure/api-management/send-one-way-request-policy',
  sections: allSections,
  scopes: allScopes,
  attributes: outgoingAttributes,
  children: outgoingChildren,
  examples: [
    '<send-one-way-request mode="new" timeout="20"><set-url>https://hooks.contoso.example/alerts</set-url><set-method>POST</set-method><set-body>@("Status " + context.Response.StatusCode)</set-body></send-one-way-request>',
    '<send-one-way-request mode="copy"><set-url>https://audit.contoso.example/</set-url></send-one-way-request>',
  ],
  compile(policy, build) {
    const make = requestMaker('send-one-way-request', policy, build);
    return async (context) => {
      const request = await make(context);
      explainRequest('The request is sent, and nobody waits for its answer.', request, context);
      void send(request, context);
    };
  },
});

/** Never rejects. It outlives the call: the caller may be answered, and gone, before it is sent. */
async function send(request: OutgoingRequest, { world }: PolicyContext): Promise<void> {
  try {
    const { body } = await world.send(request);
    body?.discard();
  } catch {
    // The page knows no way to hear of it.
  }
}
