import { OverflowException } from '../runtime/exceptions.ts';

/** The built-in types between which C# converts by value; an enum counts as Int32. */
export type NumberKind =
  | 'SByte'
  | 'Byte'
  | 'Int16'
  | 'UInt16'
  | 'Int32'
  | 'UInt32'
  | 'Int64'
  | 'UInt64'
  | 'Single'
  | 'Double'
  | 'Char';

type Convert = (value: number | bigint) => number | bigint;

interface Range {
  readonly min: bigint;
  readonly max: bigint;
  readonly isBig: boolean;
  /** What the processor gives for a real that does not fit. */
  readonly indefinite: bigint;
}

function range(bits: number, isSigned: boolean, isBig = false): Range {
  const min = isSigned ? -(2n ** BigInt(bits - 1)) : 0n;
  const max = isSigned ? 2n ** BigInt(bits - 1) - 1n : 2n ** BigInt(bits) - 1n;
  // Small types are cut from an Int32, whose indefinite value is Int32.MinValue: zero in their bits.
  const indefinite = bits < 32 ? 0n : isSigned ? min : 0n;
  return { min, max, isBig, indefinite };
}

const ranges: Readonly<Partial<Record<NumberKind, Range>>> = {
  SByte: range(8, true),
  Byte: range(8, false),
  Int16: range(16, true),
  UInt16: range(16, false),
  Char: range(16, false),
  Int32: range(32, true),
  UInt32: range(32, false),
  Int64: range(64, true, true),
  UInt64: range(64, false, true),
};

/** The conversion from one number type to another, decided once. */
export function numberConversion(from: NumberKind, to: NumberKind, checked: boolean): Convert {
  if (from === to) return (value) => value;
  if (to === 'Single') return (value) => Math.fround(Number(value));
  if (to === 'Double') return Number;
  const target = ranges[to]!;
  if (from === 'Single' || from === 'Double') return fromReal(target, checked);
  const source = ranges[from]!;
  const fits = source.min >= target.min && source.max <= target.max;
  if (fits)
    return source.isBig === target.isBig ? (value) => value : target.isBig ? BigInt : Number;
  return checked ? throwing(target) : wrapping(target, source.isBig);
}

function wrapping({ min, max, isBig }: Range, fromBig: boolean): Convert {
  const bits = (max - min + 1n).toString(2).length - 1;
  const isSigned = min < 0n;
  if (!fromBig && !isBig) return wrapSmall(bits, isSigned);
  const wrap = (width: number, value: bigint): bigint =>
    isSigned ? BigInt.asIntN(width, value) : BigInt.asUintN(width, value);
  if (isBig) return (value) => wrap(bits, BigInt(value));
  return (value) => Number(wrap(bits, BigInt(value)));
}

function wrapSmall(bits: number, isSigned: boolean): Convert {
  if (bits === 32) return isSigned ? (value) => Number(value) | 0 : (value) => Number(value) >>> 0;
  const shift = 32 - bits;
  if (isSigned) return (value) => (Number(value) << shift) >> shift;
  return (value) => (Number(value) << shift) >>> shift;
}

function throwing({ min, max, isBig }: Range): Convert {
  return (value) => {
    const whole = BigInt(value);
    if (whole < min || whole > max) throw new OverflowException();
    return isBig ? whole : Number(whole);
  };
}

/** C# 7.3 §explicit-numeric-conversions: towards zero; what does not fit throws, or is unspecified. */
function fromReal({ min, max, isBig, indefinite }: Range, checked: boolean): Convert {
  return (value) => {
    const real = Math.trunc(Number(value));
    if (Number.isFinite(real)) {
      const whole = BigInt(real);
      if (whole >= min && whole <= max) return isBig ? whole : Number(whole);
      // Small types are cut from an Int32 that holds the value.
      if (!checked && !isBig && whole >= -0x8000_0000n && whole <= 0x7fff_ffffn) {
        return wrapping({ min, max, isBig, indefinite }, false)(real);
      }
      // UInt32 is cut from an Int64.
      if (!checked && max === 0xffff_ffffn && BigInt.asIntN(64, whole) === whole)
        return Number(BigInt.asUintN(32, whole));
    }
    if (checked) throw new OverflowException();
    // The processor knows the signed conversion only; what is too large has its top bit turned twice.
    if (isBig && min === 0n && real < 0) {
      return real >= -(2 ** 63) ? BigInt.asUintN(64, BigInt(real)) : 2n ** 63n;
    }
    return isBig ? indefinite : Number(indefinite);
  };
}
