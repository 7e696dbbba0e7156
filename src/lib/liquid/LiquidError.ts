/** Rendering failed: the template asked for something that cannot be done, in DotLiquid's words. */
export class LiquidError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'LiquidError';
  }
}

/** Rendering went over its allowance. */
export class LiquidLimitExceeded extends LiquidError {
  constructor(what: string, limit: number) {
    super(`The Liquid template exceeded its limit of ${limit} (${what}).`);
    this.name = 'LiquidLimitExceeded';
  }
}
