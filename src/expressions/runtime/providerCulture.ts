import { invariantCulture } from './Culture.ts';
import type { Culture } from './Culture.ts';

/** The culture that an `IFormatProvider?` stands for: itself, or the invariant one of Azure's gateways. */
export function providerCulture(provider: unknown): Culture {
  const isCulture = typeof provider === 'object' && provider !== null && 'name' in provider;
  return isCulture ? (provider as Culture) : invariantCulture;
}
