/** How a value looks in a terminal: its .NET type and its text. */
import type { Environment } from '../../expressions/runtime/Environment.ts';
import { JToken } from '../../expressions/runtime/json/JToken.ts';
import { toText } from '../../expressions/runtime/toText.ts';
import { typeOf } from '../../expressions/runtime/typeOf.ts';
import { interfacesOf } from '../../expressions/typeSystem/hierarchy.ts';
import type { NetType } from '../../expressions/typeSystem/NetType.ts';
import { netTypes } from '../../expressions/types/index.ts';
import { TextSink } from '../../expressions/types/Newtonsoft.Json/JsonSink.ts';
import { serialize } from '../../expressions/types/Newtonsoft.Json/serialize.ts';

export interface PrintedValue {
  /** As `Type.ToString()` has it; null of null. */
  readonly type: string | null;
  /** `ToString()`; of arrays, lists and other sequences their JSON, for their own text says nothing. */
  readonly text: string;
}

/** A lazy sequence runs here, so that what it throws is thrown. @throws NetException, LimitExceeded */
export function printValue(value: unknown, environment: Environment): PrintedValue {
  if (value === null || value === undefined) return { type: null, text: '' };
  const type = typeOf(value);
  const text = isSequence(value, type) ? jsonOf(value, environment) : toText(value);
  return { type: type?.toString() ?? 'System.Object', text };
}

function isSequence(value: NonNullable<unknown>, type: NetType | undefined): boolean {
  if (typeof value === 'string' || value instanceof JToken || !type) return false;
  if (type.kind !== 'named') return type.kind === 'array';
  const enumerable = netTypes.named('System.Collections.IEnumerable');
  return [type, ...interfacesOf(type)].some((each) => each === enumerable);
}

function jsonOf(value: NonNullable<unknown>, environment: Environment): string {
  const sink = new TextSink(false, environment);
  serialize(value, sink, environment);
  return sink.text;
}
