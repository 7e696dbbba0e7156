import { basesOf } from '../typeSystem/hierarchy.ts';
import type { Environment } from './Environment.ts';
import { InvalidCastException } from './exceptions.ts';
import { typeOf } from './typeOf.ts';

/** Calls the instance method that the value's own class has for an interface's method. */
export function dispatch(
  self: NonNullable<unknown>,
  name: string,
  args: readonly unknown[],
  environment: Environment,
): unknown {
  const type = typeOf(self);
  if (type?.kind === 'named') {
    for (const { definition } of basesOf(type)) {
      for (const member of definition.membersNamed(name)) {
        if (member.kind !== 'method' || member.isStatic) continue;
        if (member.parameters.length !== args.length) continue;
        return member.implementation(...([self, ...args, [], environment] as never[]));
      }
    }
  }
  throw new InvalidCastException();
}
