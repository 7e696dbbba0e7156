const limit = 1n << 96n;

/**
 * The value of .NET's System.Decimal: ± mantissa / 10^scale, the mantissa below 2^96 and the scale
 * from 0 to 28. Trailing zeros are kept (1.50 has scale 2) and so is the sign of zero, which only
 * `decimal.GetBits` shows. https://learn.microsoft.com/dotnet/api/system.decimal#remarks
 */
export class Decimal {
  readonly isNegative: boolean;
  readonly mantissa: bigint;
  readonly scale: number;

  /** The parts must be in range; `decimalOf` fits those that may not be. */
  constructor(isNegative: boolean, mantissa: bigint, scale: number) {
    this.isNegative = isNegative;
    this.mantissa = mantissa;
    this.scale = scale;
  }

  static readonly zero = new Decimal(false, 0n, 0);
  static readonly one = new Decimal(false, 1n, 0);
  static readonly minusOne = new Decimal(true, 1n, 0);
  static readonly maximum = new Decimal(false, limit - 1n, 0);
  static readonly minimum = new Decimal(true, limit - 1n, 0);

  /** The mantissa with the sign. */
  get signed(): bigint {
    return this.isNegative ? -this.mantissa : this.mantissa;
  }

  get isZero(): boolean {
    return this.mantissa === 0n;
  }

  negate(): Decimal {
    return new Decimal(!this.isNegative, this.mantissa, this.scale);
  }

  absolute(): Decimal {
    return new Decimal(false, this.mantissa, this.scale);
  }

  /** Negative, zero or positive, by value: 1.0 equals 1.00. */
  compareTo(other: Decimal): -1 | 0 | 1 {
    const scale = Math.max(this.scale, other.scale);
    const left = this.signed * powerOfTen(scale - this.scale);
    const right = other.signed * powerOfTen(scale - other.scale);
    if (left === right) return 0;
    return left < right ? -1 : 1;
  }

  equals(other: Decimal): boolean {
    return this.compareTo(other) === 0;
  }

  /** The same text for equal values. */
  get key(): string {
    const { signed, scale } = this.normalized();
    return `${signed}e-${scale}`;
  }

  /** Without trailing zeros behind the decimal point. */
  normalized(): Decimal {
    let { mantissa, scale } = this;
    if (mantissa === 0n) scale = 0;
    for (; scale > 0 && mantissa % 10n === 0n; scale--) mantissa /= 10n;
    return new Decimal(this.isNegative, mantissa, scale);
  }

  /** Invariant text: `-1.50`. */
  toString(): string {
    const digits = this.mantissa.toString().padStart(this.scale + 1, '0');
    const sign = this.isNegative && !this.isZero ? '-' : '';
    if (this.scale === 0) return sign + digits;
    return `${sign}${digits.slice(0, -this.scale)}.${digits.slice(-this.scale)}`;
  }
}

export const maximumScale = 28;

/** Whether a mantissa fits in 96 bits. */
export function fits(mantissa: bigint): boolean {
  return mantissa < limit;
}

const powers: bigint[] = [1n];

/** 10^exponent, for exponents that are not negative. */
export function powerOfTen(exponent: number): bigint {
  for (let n = powers.length; n <= Math.min(exponent, 64); n++) powers.push(powers[n - 1]! * 10n);
  return powers[exponent] ?? 10n ** BigInt(exponent);
}

/** The quotient of two positive integers, rounded half to even. */
export function divideToEven(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const twice = 2n * (numerator - quotient * denominator);
  const roundsUp = twice > denominator || (twice === denominator && (quotient & 1n) === 1n);
  return roundsUp ? quotient + 1n : quotient;
}

/**
 * ± mantissa / 10^scale of any size, rounded half to even to the most decimals that a Decimal can
 * hold. Undefined when the value is too large.
 */
export function decimalOf(
  isNegative: boolean,
  mantissa: bigint,
  scale: number,
): Decimal | undefined {
  if (scale < 0) return decimalOf(isNegative, mantissa * powerOfTen(-scale), 0);
  let drop = Math.max(scale - maximumScale, digitsBeyond(mantissa));
  for (; drop <= scale; drop++) {
    const rounded = divideToEven(mantissa, powerOfTen(drop));
    if (fits(rounded)) return new Decimal(isNegative, rounded, scale - drop);
  }
  return undefined;
}

/** How many digits of a mantissa are at least too many. */
function digitsBeyond(mantissa: bigint): number {
  return fits(mantissa) ? 0 : Math.max(mantissa.toString().length - 29, 1);
}
