import type { BuildContext } from '../engine/declaration/BuildContext.ts';
import { definePolicy } from '../engine/declaration/definePolicy.ts';
import { many } from '../engine/declaration/element.ts';
import { integer, text } from '../engine/declaration/valueKinds.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';
import { amountAttributes, checkAmounts, useQuota } from './quotas.ts';
import type { Quota } from './quotas.ts';

const named = {
  name: text('The name of what is limited.'),
  id: text('Its id, which goes before the name.'),
  ...amountAttributes,
  // The page requires it here, the service refuses it (azure-docs#15164), samples leave it out.
  'renewal-period': integer('Length of the period in seconds; without it, that of the policy.'),
} as const;

export const quota = definePolicy({
  name: 'quota',
  doc: 'Limits the calls and the bytes of each subscription within a fixed period or for ever. Calls without a subscription are not limited.',
  reference: 'https://learn.microsoft.com/azure/api-management/quota-policy',
  sections: ['inbound'],
  scopes: ['product'],
  oncePerSection: true,
  attributes: {
    ...amountAttributes,
    'renewal-period': integer(
      'Length of the period in seconds, counted from when the subscription began; 0 is for ever.',
      { required: true },
    ),
  },
  children: {
    api: many({
      attributes: named,
      children: { operation: many({ attributes: named }) },
    }),
  },
  examples: [
    '<quota calls="10000" bandwidth="40000" renewal-period="3600" />',
    '<quota calls="10000" renewal-period="86400"><api name="Orders" calls="1000"><operation id="create-order" calls="100" /></api></quota>',
  ],
  compile(policy, build) {
    const own = limitOf('quota', policy, 'all', policy.renewalPeriod, build);
    const apis = policy.api.map((api, at) =>
      nestedLimit('api', api, `api[${at + 1}]`, policy.renewalPeriod, build),
    );
    return (context) => {
      const { subscription } = context;
      if (!subscription) {
        // The page: "only applied when an API is accessed using a subscription key".
        context.tracer?.explain({ message: 'There is no subscription, so there is no quota.' });
        return undefined;
      }
      const began = Date.parse(subscription.startDate ?? subscription.createdDate ?? '');
      const startMs = Number.isNaN(began) ? 0 : began;
      const quotas = [...limitsOf(apis, context), own].map((limit) => ({
        ...limit,
        counter: `${limit.counter}/${subscription.id}`,
        startMs,
        place: build.place,
      }));
      return useEach(quotas, context);
    };
  },
});

type Limit = Omit<Quota, 'startMs' | 'place'>;

/** The quota of an API or an operation that the policy names. */
interface NestedLimit {
  readonly limit: Limit;
  readonly operations: readonly NestedLimit[];
  matches(called: { readonly id: string; readonly name: string } | null): boolean;
}

interface AmountsElement {
  readonly calls: number | undefined;
  readonly bandwidth: number | undefined;
}

interface NamedElement extends AmountsElement {
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly renewalPeriod: number | undefined;
  readonly operation?: readonly NamedElement[];
}

function nestedLimit(
  kind: 'api' | 'operation',
  element: NamedElement,
  part: string,
  outerPeriod: number,
  build: BuildContext,
): NestedLimit {
  const { name, operation = [], renewalPeriod = outerPeriod } = element;
  const id = element.id?.toLowerCase();
  if (id === undefined && name === undefined) {
    build.report({ message: `'${kind}' needs a 'name' or an 'id'.` });
  }
  return {
    limit: limitOf(kind, element, part, renewalPeriod, build),
    // Ids do not depend on case, as everywhere in Azure Resource Manager.
    matches: (called) =>
      called !== null && (id === undefined ? called.name === name : called.id.toLowerCase() === id),
    operations: operation.map((each, at) =>
      nestedLimit('operation', each, `${part}/operation[${at + 1}]`, renewalPeriod, build),
    ),
  };
}

function limitOf(
  kind: string,
  { calls, bandwidth }: AmountsElement,
  part: string,
  renewalPeriod: number,
  build: BuildContext,
): Limit {
  checkAmounts(kind, { calls, bandwidth }, build);
  if (renewalPeriod < 0) {
    build.report({ attribute: 'renewal-period', message: 'A period must not be negative.' });
  }
  const counter = `quota/${build.instance}/${part}/${renewalPeriod}`;
  return { counter, calls, bandwidth, periodMs: renewalPeriod * 1_000 };
}

/** The narrowest first: what an operation refuses does not use up what its API and product allow. */
function limitsOf(apis: readonly NestedLimit[], { api, operation }: PolicyContext): Limit[] {
  const called = apis.filter((each) => each.matches(api));
  const operations = called.flatMap((each) => each.operations);
  return [...operations.filter((each) => each.matches(operation)), ...called].map(
    ({ limit }) => limit,
  );
}

/** A promise only when a counter is far away. @throws GatewayError */
function useEach(quotas: readonly Quota[], context: PolicyContext): void | Promise<void> {
  for (const [at, quota] of quotas.entries()) {
    const used = useQuota(quota, 1, context);
    if (used instanceof Promise) return used.then(() => useEach(quotas.slice(at + 1), context));
  }
  return undefined;
}
