import { Decimal, divideToEven, powerOfTen } from './Decimal.ts';

/** How a number half-way between two others is rounded, and the directed ways of .NET Core. */
export const MidpointRounding = {
  ToEven: 0,
  AwayFromZero: 1,
  ToZero: 2,
  ToNegativeInfinity: 3,
  ToPositiveInfinity: 4,
} as const;

/** Rounds to that many decimals (0 to 28); a value that has no more is left as it is. */
export function round(value: Decimal, decimals: number, mode: number): Decimal {
  const drop = value.scale - decimals;
  if (drop <= 0) return value;
  const divisor = powerOfTen(drop);
  return new Decimal(value.isNegative, quotient(value, divisor, mode), decimals);
}

function quotient(value: Decimal, divisor: bigint, mode: number): bigint {
  const { mantissa, isNegative } = value;
  const down = mantissa / divisor;
  const isInexact = mantissa % divisor !== 0n;
  switch (mode) {
    case MidpointRounding.AwayFromZero:
      return (2n * mantissa + divisor) / (2n * divisor);
    case MidpointRounding.ToZero:
      return down;
    case MidpointRounding.ToNegativeInfinity:
      return isNegative && isInexact ? down + 1n : down;
    case MidpointRounding.ToPositiveInfinity:
      return !isNegative && isInexact ? down + 1n : down;
    default:
      return divideToEven(mantissa, divisor);
  }
}

export function truncate(value: Decimal): Decimal {
  return round(value, 0, MidpointRounding.ToZero);
}

export function floor(value: Decimal): Decimal {
  return round(value, 0, MidpointRounding.ToNegativeInfinity);
}

export function ceiling(value: Decimal): Decimal {
  return round(value, 0, MidpointRounding.ToPositiveInfinity);
}
