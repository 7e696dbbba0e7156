/** What rendering one template may cost. */
export interface LiquidLimits {
  /** Nodes rendered, rounds of loops, filters; long texts count for more. */
  readonly maxSteps: number;
  /** UTF-16 units of the output, and of each text on the way. */
  readonly maxLength: number;
  /** Elements of one list. */
  readonly maxItems: number;
}

export const defaultLiquidLimits: LiquidLimits = {
  maxSteps: 1_000_000,
  maxLength: 16 * 1024 * 1024,
  maxItems: 1_000_000,
};

/** Blocks within one another: DotLiquid's own limit of scopes. */
export const maxNesting = 80;

/** Problems that are reported before reading a template ends. */
export const maxProblems = 20;
