import { defineType, membersOf } from '../declare/defineType.ts';
import type { HostRequest } from './host.ts';

const member = membersOf<HostRequest>();

/**
 * `context.Request.Foundry`, which the policies read that Microsoft Foundry writes for the models it
 * puts behind a gateway. No page says how Azure finds the deployment; here it is the one that the path
 * names (`/openai/deployments/<name>/…`).
 */
export const IFoundry = defineType({
  name: 'IFoundry',
  kind: 'interface',
  members: [
    member(
      'string? Deployment { get; }',
      ({ url }) => /(?:^|\/)deployments\/([^/]+)/.exec(url.path)?.[1] ?? null,
      'context.Request.Foundry.Deployment == null // true',
    ),
  ],
});
