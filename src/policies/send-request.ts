import { allScopes, allSections, definePolicy } from '../engine/declaration/definePolicy.ts';
import { boolean, text } from '../engine/declaration/valueKinds.ts';
import { GatewayError } from '../engine/errors.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';
import { receive } from '../engine/run/receive.ts';
import type { ReceivedResponse } from '../expressions/context/values.ts';
import type { OutgoingRequest } from '../lib/http/exchange.ts';
import {
  explainRequest,
  outgoingAttributes,
  outgoingChildren,
  requestMaker,
} from './outgoingRequest.ts';
import type { RequestMaker } from './outgoingRequest.ts';

export const sendRequest = definePolicy({
  name: 'send-request',
  doc: 'Sends a request to some address, waits for the whole response and keeps it in a variable. Redirects are not followed.',
  reference: 'https://learn.microsoft.com/azure/api-management/send-request-policy',
  sections: allSections,
  scopes: allScopes,
  attributes: {
    mode: outgoingAttributes.mode,
    // The page calls it required; Azure's schema does not.
    'response-variable-name': text('The variable for the response, if it matters.', {
      expressions: true,
    }),
    timeout: outgoingAttributes.timeout,
    'ignore-error': boolean(
      'Whether to go on without a response, with null in the variable, when none comes.',
      { default: false },
    ),
  },
  children: outgoingChildren,
  examples: [
    '<send-request mode="new" response-variable-name="tokenstate" timeout="20" ignore-error="true"><set-url>https://login.contoso.example/introspection</set-url><set-method>POST</set-method><set-header name="Content-Type" exists-action="override"><value>application/x-www-form-urlencoded</value></set-header><set-body>@("token=" + context.Request.Headers.GetValueOrDefault("x-token", ""))</set-body></send-request>',
    '<send-request mode="copy" response-variable-name="audit"><set-url>https://audit.contoso.example/</set-url></send-request>',
  ],
  compile(policy, build) {
    const { responseVariableName, ignoreError } = policy;
    const make = requestMaker('send-request', policy, build);
    return async (context) => {
      const response = await ask(make, ignoreError, context);
      if (responseVariableName) context.variables.set(responseVariableName(context), response);
    };
  },
});

async function ask(
  make: RequestMaker,
  ignoreError: boolean,
  context: PolicyContext,
): Promise<ReceivedResponse | null> {
  let request: OutgoingRequest | undefined;
  try {
    request = { ...(await make(context)), signal: context.signal };
    const response = await receive(request, context);
    explainRequest(`The answer has status ${response.statusCode}.`, request, context);
    return response;
  } catch (error) {
    // Nobody is left to go on for when the caller went away.
    if (!ignoreError || context.signal.aborted || !(error instanceof GatewayError)) throw error;
    const message = `No answer came, which is ignored: ${error.message}`;
    if (request) explainRequest(message, request, context);
    else context.tracer?.explain({ message });
    return null;
  }
}
