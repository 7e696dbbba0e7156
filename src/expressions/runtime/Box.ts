import type { NetType } from '../typeSystem/NetType.ts';

/**
 * A boxed value whose JavaScript form does not tell its .NET type: every number that is not an
 * Int32, UInt64, Char and enum values. Int32 (number), Int64 (bigint), Boolean and String are
 * their own boxes; structs such as DateTime are objects already.
 */
export class Box {
  readonly type: NetType;
  readonly value: number | bigint;

  constructor(type: NetType, value: number | bigint) {
    this.type = type;
    this.value = value;
  }
}
