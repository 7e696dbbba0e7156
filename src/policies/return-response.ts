import { allScopes, allSections, definePolicy } from '../engine/declaration/definePolicy.ts';
import { many, optional } from '../engine/declaration/element.ts';
import { text } from '../engine/declaration/valueKinds.ts';
import { giveUp } from '../engine/run/giveUp.ts';
import { GatewayError } from '../engine/errors.ts';
import type { PolicyContext, PolicyResponse } from '../engine/run/PolicyContext.ts';
import { copyResponse } from '../engine/run/receive.ts';
import { finished } from '../engine/run/Step.ts';
import { ReceivedResponse } from '../expressions/context/values.ts';
import { HeaderMap } from '../lib/http/HeaderMap.ts';
import { bodyElement, bodyWriter } from './set-body.ts';
import { applyHeader, checkHeader, headerElement } from './set-header.ts';
import { applyStatus, checkStatus, statusElement } from './set-status.ts';

export const returnResponse = definePolicy({
  name: 'return-response',
  doc: 'Ends the request here and answers with a response of its own: 200 OK without content unless it says otherwise.',
  reference: 'https://learn.microsoft.com/azure/api-management/return-response-policy',
  sections: allSections,
  scopes: allScopes,
  attributes: {
    'response-variable-name': text(
      'A variable with a response of `send-request`, which is answered with the changes below.',
    ),
  },
  children: {
    'set-status': optional(statusElement),
    'set-header': many(headerElement),
    'set-body': optional(bodyElement),
  },
  examples: [
    '<return-response><set-status code="401" reason="Unauthorized" /><set-header name="WWW-Authenticate" exists-action="override"><value>Bearer error="invalid_token"</value></set-header></return-response>',
    '<return-response response-variable-name="answer" />',
    '<return-response><set-body>@(context.Request.Method)</set-body></return-response>',
  ],
  compile({ responseVariableName, setStatus, setHeader, setBody }, build) {
    if (setStatus) checkStatus(setStatus, build);
    for (const header of setHeader) checkHeader(header, build);
    const writeBody = setBody && bodyWriter(setBody, build);
    return (context) => {
      const response = responseVariableName
        ? responseIn(responseVariableName, context)
        : emptyResponse();
      // Expressions see the response as it was until the new one is whole.
      if (setStatus) applyStatus(response, setStatus, context);
      for (const header of setHeader) applyHeader(response.headers, header, context);
      writeBody?.(response, context);
      giveUp(context.response);
      context.response = response;
      return finished;
    };
  },
});

/** The return-response page: "the default response is 200 OK with no body"; no header is kept. */
function emptyResponse(): PolicyResponse {
  return { statusCode: 200, statusReason: 'OK', headers: new HeaderMap(), body: null };
}

function responseIn(name: string, { variables }: PolicyContext): PolicyResponse {
  const value = variables.get(name);
  if (!(value instanceof ReceivedResponse)) {
    const args = [`The variable '${name}' holds no response.`];
    throw new GatewayError('ExpressionValueEvaluationFailure', { args });
  }
  return copyResponse(value);
}
