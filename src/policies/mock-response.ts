import { STATUS_CODES } from 'node:http';
import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import { boolean, integer, text } from '../engine/declaration/valueKinds.ts';
import type { WantedSample } from '../engine/run/PolicyContext.ts';
import { giveUp } from '../engine/run/giveUp.ts';
import { finished } from '../engine/run/Step.ts';
import { Body } from '../lib/http/Body.ts';
import { HeaderMap } from '../lib/http/HeaderMap.ts';
import { isFinal } from './set-status.ts';

export const mockResponse = definePolicy({
  name: 'mock-response',
  doc: 'Ends the request here and answers as the description of the operation says: with an example, else with a value made from the schema, else without content.',
  reference: 'https://learn.microsoft.com/azure/api-management/mock-response-policy',
  sections: ['inbound', 'outbound', 'on-error'],
  scopes: allScopes,
  attributes: {
    'status-code': integer('The status code, which also selects the example.', { default: 200 }),
    'content-type': text(
      'The media type, which also selects the example; without it, the first that is described.',
    ),
    index: integer('Which of several examples, from 0.', { default: 0 }),
    // On no page; Azure's schema has it.
    enabled: boolean('Whether it does anything at all.', { default: true }),
  },
  examples: [
    '<mock-response />',
    '<mock-response status-code="200" content-type="application/json" />',
  ],
  compile({ statusCode, contentType, index, enabled }, build) {
    if (!isFinal(statusCode)) {
      const message = `${statusCode} is no status code of a response.`;
      build.report({ attribute: 'status-code', message, hint: 'Use a code from 200 to 599.' });
    }
    if (index < 0) build.report({ attribute: 'index', message: 'Examples count from 0.' });
    if (!enabled) return () => undefined;
    const wanted: WantedSample = {
      statusCode,
      index,
      ...(contentType === undefined ? {} : { contentType }),
    };
    const statusReason = STATUS_CODES[statusCode] ?? '';
    return (context) => {
      const sample = context.sampleResponse(wanted);
      const mediaType = contentType ?? sample?.contentType;
      giveUp(context.response);
      context.response = {
        statusCode,
        statusReason,
        headers: new HeaderMap(mediaType === undefined ? [] : [['Content-Type', mediaType]]),
        body: sample ? Body.ofText(sample.body) : null,
      };
      context.tracer?.explain({
        message: sample ? 'The operation describes an example.' : 'Nothing is described.',
      });
      return finished;
    };
  },
});
