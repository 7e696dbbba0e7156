import type { HostResponse } from '../../expressions/context/host.ts';
import { ReceivedResponse } from '../../expressions/context/values.ts';
import type { Environment } from '../../expressions/runtime/Environment.ts';
import { Box } from '../../expressions/runtime/Box.ts';
import { dispatch } from '../../expressions/runtime/dispatch.ts';
import { NetArray } from '../../expressions/runtime/NetArray.ts';
import type { ArrayItems } from '../../expressions/runtime/NetArray.ts';
import { typeOf } from '../../expressions/runtime/typeOf.ts';
import { basesOf } from '../../expressions/typeSystem/hierarchy.ts';
import type { NamedType, NetType } from '../../expressions/typeSystem/NetType.ts';
import { copyResponse } from './receive.ts';

/**
 * A copy of a boxed value that shares nothing with it that could change: what one request does to
 * a cached value must not reach another. Undefined when such a copy cannot be made.
 */
export function detached(value: unknown, environment: Environment): unknown {
  if (typeof value === 'function') return undefined;
  if (value === null || typeof value !== 'object' || value instanceof Box) return value;
  if (value instanceof ReceivedResponse) return detachedResponse(value);
  if (value instanceof NetArray) return detachedArray(value, environment);
  const type = typeOf(value);
  if (type?.kind !== 'named') return undefined;
  if (type.definition.isValueType) return value;
  // JToken and what derives from it.
  return has(type, 'DeepClone') ? dispatch(value, 'DeepClone', [], environment) : undefined;
}

/** The response as it is now, of which the body is here: later policies may change it. */
export function detachedResponse(response: HostResponse): ReceivedResponse {
  const { statusCode, statusReason, headers, body } = copyResponse(response);
  return new ReceivedResponse(statusCode, statusReason, headers, body);
}

function detachedArray(array: NetArray, environment: Environment): NetArray | undefined {
  const items = detachedItems(array, environment);
  return items && new NetArray(array.elementType, items, array.lengths);
}

function detachedItems(
  { elementType, items }: NetArray,
  environment: Environment,
): ArrayItems | undefined {
  if (items instanceof Uint8Array || isFixed(elementType)) return items.slice();
  const copies = items.map((item) => detached(item, environment));
  return copies.includes(undefined) ? undefined : copies;
}

/** Whether values of the type never change, in the form in which arrays hold them. */
function isFixed(type: NetType): boolean {
  if (type.kind !== 'named') return false;
  return type.definition.isValueType || type.definition.representation === 'string';
}

function has(type: NamedType, method: string): boolean {
  return [...basesOf(type)].some(({ definition }) => definition.membersNamed(method).length > 0);
}
