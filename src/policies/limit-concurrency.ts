import { allScopes, allSections, definePolicy } from '../engine/declaration/definePolicy.ts';
import { integer, text } from '../engine/declaration/valueKinds.ts';
import { GatewayError } from '../engine/errors.ts';

export const limitConcurrency = definePolicy({
  name: 'limit-concurrency',
  doc: 'Lets only so many requests run the policies in it at a time, and refuses the others.',
  reference: 'https://learn.microsoft.com/azure/api-management/limit-concurrency-policy',
  sections: allSections,
  scopes: allScopes,
  attributes: {
    key: text('What is limited; policies with the same key share the limit.', {
      required: true,
      expressions: true,
    }),
    'max-count': integer('How many requests may run them.', { required: true }),
  },
  statements: true,
  examples: [
    '<limit-concurrency key="orders" max-count="3"><forward-request timeout="120" /></limit-concurrency>',
    '<limit-concurrency key="@(context.Request.IpAddress)" max-count="10"><set-variable name="entered" value="yes" /></limit-concurrency>',
  ],
  compile({ key, maxCount, statements }, build) {
    if (maxCount < 1) {
      build.report({ attribute: 'max-count', message: 'At least one request must be let in.' });
    }
    return (context) => {
      const { slots, tracer } = context;
      const name = `limit-concurrency/${key(context)}`;
      if (!slots.enter(name, maxCount)) {
        tracer?.explain({ message: 'The limit is reached.', limit: maxCount });
        throw new GatewayError('ConcurrencyLimitExceeded');
      }
      let isWaiting = false;
      try {
        const outcome = statements(context);
        if (!(outcome instanceof Promise)) return outcome;
        isWaiting = true;
        return outcome.finally(() => slots.leave(name));
      } finally {
        if (!isWaiting) slots.leave(name);
      }
    };
  },
});
