/** A value of System.Numerics.BigInteger: what an integer in JSON is that no Int64 can hold. */
export class BigInteger {
  readonly value: bigint;

  constructor(value: bigint) {
    this.value = value;
  }
}
