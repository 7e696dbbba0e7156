import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import { oneOf } from '../engine/declaration/valueKinds.ts';
import { branchOf } from '../engine/run/branch.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';
import type { Outcome, Step } from '../engine/run/Step.ts';

export const wait = definePolicy({
  name: 'wait',
  doc: 'Runs the policies in it at the same time and waits for all of them, or for the first.',
  reference: 'https://learn.microsoft.com/azure/api-management/wait-policy',
  sections: ['inbound', 'backend', 'outbound'],
  scopes: allScopes,
  attributes: {
    for: oneOf(['all', 'any'], 'Whether all of them must be done, or one of them.', {
      default: 'all',
      expressions: true,
    }),
  },
  statements: true,
  // The page names the first three; Azure's schema has the others, too.
  policies: [
    'send-request',
    'cache-lookup-value',
    'choose',
    'forward-request',
    'cache-store-value',
    'authentication-managed-identity',
  ],
  examples: [
    '<wait for="all"><send-request mode="new" response-variable-name="stock"><set-url>https://stock.contoso.example/</set-url><set-method>GET</set-method></send-request><cache-lookup-value key="rates" variable-name="rates" /></wait>',
    '<wait for="any"><choose><when condition="@(context.Request.Method == "GET")"><cache-lookup-value key="one" variable-name="one" /></when></choose><cache-lookup-value key="two" variable-name="two" /></wait>',
  ],
  compile({ for: mode, statements }, build) {
    const { each } = statements;
    if (each.length === 0) build.report({ message: "'wait' has nothing to wait for." });
    return (context) => {
      const isFirstEnough = mode(context) === 'any';
      return runTogether(each, context, isFirstEnough ? firstOf : allOf);
    };
  },
});

/** Ends what still runs once it is known how all of this ends. */
async function runTogether(
  steps: readonly Step[],
  context: PolicyContext,
  join: (running: readonly Promise<Outcome>[]) => Promise<Outcome>,
): Promise<Outcome> {
  const branches = steps.map(() => branchOf(context));
  const running = branches.map(async (branch, at) => steps[at]!(branch.context));
  try {
    return await join(running);
  } finally {
    for (const branch of branches) branch.end();
    // Those that were ended fail, and nobody waits for them any more.
    for (const one of running) one.catch(() => undefined);
  }
}

function firstOf(running: readonly Promise<Outcome>[]): Promise<Outcome> {
  return Promise.race(running);
}

/** One that fails, or completes the response, ends all. */
function allOf(running: readonly Promise<Outcome>[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    let left = running.length;
    for (const one of running) {
      one.then((outcome) => {
        if (outcome || --left === 0) resolve(outcome);
      }, reject);
    }
  });
}
