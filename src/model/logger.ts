import { defineNoun } from './noun.ts';
import type { PropertiesOf } from './noun.ts';
import { boolean, optional, record, secret, text, withDefault } from './schema.ts';

/** Where `log-to-eventhub`, traces and diagnostics are sent. */
export const logger = defineNoun({
  type: 'Microsoft.ApiManagement/service/loggers',
  singular: 'logger',
  properties: {
    loggerType: text({ min: 1 }),
    description: optional(text({ max: 256 })),
    credentials: withDefault(record(secret()), {}),
    isBuffered: withDefault(boolean(), true),
    resourceId: optional(text()),
  },
});

export type LoggerProperties = PropertiesOf<typeof logger>;
