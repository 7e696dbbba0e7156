import { defaultLimits, Environment } from '../../Environment.ts';
import type { ExpressionLimits } from '../../Environment.ts';

/** An environment in which nothing happens by chance. */
export function environmentWith(limits: Partial<ExpressionLimits> = {}): Environment {
  const world = { now: () => 0, randomBytes: (count: number) => new Uint8Array(count) };
  return new Environment(world, { ...defaultLimits, ...limits });
}
