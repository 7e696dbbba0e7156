import { LiquidTemplate } from './LiquidTemplate.ts';
import type { LiquidLimits } from './limits.ts';
import { MapHash } from './values.ts';
import type { LiquidValue } from './values.ts';

/** What tests write for a value: plain data, with whole numbers as integers. */
export type Plain = LiquidValue | readonly Plain[] | { readonly [name: string]: Plain };

/** Renders a template that must have no errors, with variables, on 2026-01-01. */
export function rendered(
  text: string,
  variables: { readonly [name: string]: Plain } = {},
  limits?: LiquidLimits,
): string {
  const template = new LiquidTemplate(text);
  const error = template.problems.find(({ severity }) => severity === 'error');
  if (error) throw new Error(error.message);
  const values = new Map(Object.entries(variables).map(([name, value]) => [name, valueOf(value)]));
  const host = { global: (name: string) => values.get(name), now: () => Date.UTC(2026, 0, 1) };
  return template.render(host, limits);
}

export function valueOf(value: Plain): LiquidValue {
  if (Array.isArray(value)) return value.map((each: Plain) => valueOf(each));
  if (typeof value === 'object' && value?.constructor === Object) {
    return new MapHash(new Map(Object.entries(value).map(([name, each]) => [name, valueOf(each)])));
  }
  if (typeof value === 'number' && Number.isInteger(value)) return BigInt(value);
  return value as LiquidValue;
}

/** The problems of a template, as `severity line:column message`. */
export function problemsOf(text: string): string[] {
  return new LiquidTemplate(text).problems.map(
    ({ severity, message, span }) => `${severity} ${span.start} ${message}`,
  );
}
