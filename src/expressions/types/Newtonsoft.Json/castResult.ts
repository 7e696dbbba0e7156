import type { NetType } from '../../typeSystem/NetType.ts';
import { castElement } from '../System.Linq/castElement.ts';

/**
 * The `(T)` around what was deserialized as a T: a token may be of another kind than was asked for.
 * Newtonsoft 13 says so with a JsonSerializationException, Newtonsoft 6 and real C# as we met it with this cast.
 * @throws InvalidCastException
 */
export function castResult(value: unknown, type: NetType): unknown {
  return value === null ? null : castElement(value, type);
}
