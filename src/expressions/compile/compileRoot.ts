import type { BoundFunction } from '../check/bound.ts';
import type { Environment } from '../runtime/Environment.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import { capturedIn } from './captured.ts';
import { Frame } from './Frame.ts';
import type { Reads } from './Scope.ts';
import { Scope } from './Scope.ts';
import { compileBody } from './statements.ts';

/** A whole expression, compiled: its value in the static representation of what it returns. */
export interface CompiledRoot {
  readonly reads: Readonly<Reads>;
  readonly run: (context: unknown, environment: Environment) => unknown;
}

/**
 * Compiles a bound expression, which the checker gives as a function without parameters. `hasFilters`:
 * whether it has `catch … when`.
 */
export function compileRoot(root: BoundFunction, hasFilters: boolean): CompiledRoot {
  const reads: Reads = { requestBody: false, responseBody: false };
  const scope = new Scope(root.symbol, capturedIn(root, root.symbol), reads, hasFilters);
  const enter = scope.enter(root.locals);
  const body = compileBody(root.body, scope);
  // Whoever gets the whole response gets its body with it.
  if (isResponse(root.returns)) reads.responseBody = true;
  const empty: unknown[] = Array.from({ length: scope.size });
  return {
    reads,
    run(context, environment) {
      const frame = new Frame(empty.length === 0 ? empty : empty.slice(), context, environment);
      enter?.(frame);
      // Nothing is left of what an evaluation before threw.
      if (hasFilters) environment.guards.forget();
      return body(frame);
    },
  };
}

function isResponse(type: NetType): boolean {
  return type.kind === 'named' && type.definition.simpleName === 'IResponse';
}
