import { InvalidArgumentError, Option } from 'commander';
import type { ExpressionLimits } from '../expressions/runtime/Environment.ts';

interface Limit {
  readonly key: keyof ExpressionLimits;
  /** Beyond it, the runtime ends before the limit does. */
  readonly most: number;
}

const limits: Readonly<Record<string, Limit>> = {
  steps: { key: 'maxSteps', most: 1_000_000_000_000 },
  'string-length': { key: 'maxStringLength', most: 500_000_000 },
  items: { key: 'maxItems', most: 100_000_000 },
  depth: { key: 'maxDepth', most: 1_000 },
  'regex-ms': { key: 'regexTimeoutMs', most: 600_000 },
};

/** `--expression-limit`, for commands that evaluate expressions. */
export function expressionLimitOption(): Option {
  return new Option(
    '--expression-limit <name=number>',
    `what one evaluation may take: ${Object.keys(limits).join(', ')}; repeatable`,
  )
    .argParser(expressionLimit)
    .default({}, 'see docs/guide/threads.md');
}

function expressionLimit(
  text: string,
  before: Partial<ExpressionLimits> | undefined,
): Partial<ExpressionLimits> {
  const [name = '', value = ''] = text.split('=', 2);
  const limit = Object.hasOwn(limits, name) ? limits[name] : undefined;
  if (!limit) {
    throw new InvalidArgumentError(
      `Write one of ${Object.keys(limits).join(', ')}, = and a number.`,
    );
  }
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < 1 || number > limit.most) {
    throw new InvalidArgumentError(`'${name}' is a number from 1 to ${limit.most}.`);
  }
  return { ...before, [limit.key]: number };
}
