import type { NetType } from '../typeSystem/NetType.ts';

/**
 * The value of a literal in a signature (`= false`, `= 1`, `= null`, `= ","`), in the static
 * representation of `type`. Enum members are written as their number.
 */
export function readLiteral(text: string, type: NetType): unknown {
  if (text === 'null' || text === 'default') return null;
  if (text === 'true' || text === 'false') return text === 'true';
  if (text.startsWith('"')) return text.slice(1, -1);
  if (text.startsWith("'")) return characterOf(text.slice(1, -1));
  const representation = type.kind === 'named' ? type.definition.representation : 'object';
  if (representation === 'bigint') return BigInt(text);
  const value = Number(text);
  if (Number.isNaN(value)) throw new Error(`'${text}' is no literal of ${type.toString()}`);
  return value;
}

function characterOf(text: string): number {
  if (text === '\\0') return 0;
  return text.charCodeAt(text.startsWith('\\') ? 1 : 0);
}
