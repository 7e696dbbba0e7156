import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import { many } from '../engine/declaration/element.ts';
import { oneOf, text } from '../engine/declaration/valueKinds.ts';
import type { Value } from '../engine/declaration/Value.ts';
import { GatewayError } from '../engine/errors.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';
import { AddressRanges } from '../lib/cidr/AddressRanges.ts';
import { parseRangeBetween } from '../lib/cidr/range.ts';
import type { RangeResult } from '../lib/cidr/range.ts';

export const ipFilter = definePolicy({
  name: 'ip-filter',
  doc: 'Allows, or forbids, calls from listed addresses. The address is that of the peer, not of a header.',
  reference: 'https://learn.microsoft.com/azure/api-management/ip-filter-policy',
  sections: ['inbound'],
  scopes: allScopes,
  attributes: {
    action: oneOf(
      ['allow', 'forbid'],
      'Whether the listed addresses are the allowed or the forbidden ones.',
      { default: 'allow', expressions: true },
    ),
  },
  // Azure's schema lets the elements stand in any order.
  anyOrder: true,
  children: {
    address: many({ content: text('One address.', { required: true, expressions: true }) }),
    'address-range': many({
      attributes: {
        from: text('The first address.', { required: true, expressions: true }),
        to: text('The last address.', { required: true, expressions: true }),
      },
    }),
  },
  examples: [
    '<ip-filter action="allow"><address>203.0.113.7</address><address-range from="10.0.0.0" to="10.255.255.255" /></ip-filter>',
    '<ip-filter action="forbid"><address>2001:db8::1</address></ip-filter>',
  ],
  compile({ action, address, addressRange }, build) {
    const bounds: Bounds[] = [
      ...address.map((each) => ({ from: each, to: each })),
      ...addressRange,
    ];
    if (bounds.length === 0) {
      build.report({
        message: "'ip-filter' needs an address.",
        hint: 'Add <address> or <address-range>.',
      });
    }
    const fixed: RangeResult[] = [];
    const varying: Bounds[] = [];
    for (const each of bounds) {
      const [from, to] = [each.from.constant, each.to.constant];
      if (from && to) fixed.push(parseRangeBetween(from.value.trim(), to.value.trim()));
      else varying.push(each);
    }
    for (const result of fixed) {
      if (!result.ok) build.report({ message: result.problem, hint: notABlock });
    }
    const listed = new AddressRanges(fixed.flatMap((result) => (result.ok ? [result.range] : [])));
    return (context) => {
      const { ipAddress } = context.request;
      const isFixed = listed.includes(ipAddress);
      if (isFixed === undefined) throw new GatewayError('FailedToParseCallerIP');
      const isListed = isFixed || varying.some((each) => holds(each, context));
      const isAllow = action(context) === 'allow';
      context.tracer?.explain({
        message: `The caller's address ${ipAddress} is ${isListed ? '' : 'not '}listed.`,
      });
      if (isListed === isAllow) return;
      throw isAllow
        ? new GatewayError('CallerIpNotAllowed', { args: [ipAddress] })
        : new GatewayError('CallerIpBlocked');
    };
  },
});

const notABlock = 'Write one address, or <address-range from="…" to="…" />.';

interface Bounds {
  readonly from: Value<string>;
  readonly to: Value<string>;
}

/** A range that only the request tells; one that is malformed must not open a door. */
function holds({ from, to }: Bounds, context: PolicyContext): boolean {
  const result = parseRangeBetween(from(context).trim(), to(context).trim());
  if (!result.ok)
    throw new GatewayError('ExpressionValueEvaluationFailure', { args: [result.problem] });
  return new AddressRanges([result.range]).includes(context.request.ipAddress) === true;
}
