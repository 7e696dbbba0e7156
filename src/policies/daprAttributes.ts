/** What the policies that talk to a Dapr sidecar share. */
import { boolean, integer, oneOf, text } from '../engine/declaration/valueKinds.ts';

export const daprAttributes = {
  'ignore-error': boolean('Whether to go on when Dapr answers with an error.', { default: false }),
  'response-variable-name': text('The variable for the response of Dapr.'),
  timeout: integer('Seconds until Dapr must answer, from 1 to 240.', {
    default: 5,
    expressions: true,
  }),
  template: oneOf(['Liquid'], 'How the content is read: as a Liquid template.'),
  'content-type': oneOf(['application/json'], 'What the content is.'),
} as const;
