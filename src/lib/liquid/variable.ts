import { closest } from '../source/closest.ts';
import type { Span } from '../source/SourceText.ts';
import type { Compilation } from './Compilation.ts';
import { compileExpression } from './expression.ts';
import type { Evaluate } from './expression.ts';
import { filters } from './filters/filterTable.ts';
import type { Filter } from './filters/Filter.ts';
import type { Rendering } from './Rendering.ts';
import type { LiquidValue } from './values.ts';
import { findFragment, fragmentEnd, isSpace, skipSpace, wordEnd } from './fragments.ts';

/**
 * Compiles what stands in an output or behind the `=` of `assign`: a value and the filters it goes
 * through.
 */
export function compileVariable(markup: string, span: Span, compilation: Compilation): Evaluate {
  const value = findFragment(markup, 0, 'assigned');
  if (!value) return () => null;
  const bar = markup.indexOf('|', value.end);
  const start = compileExpression(value.text, compilation);
  const calls = (bar < 0 ? [] : filterCalls(markup, bar))
    .map((call) => compileCall(call, span, compilation))
    .filter((call) => call !== undefined);
  if (calls.length === 0) return start;
  return (run) => calls.reduce((input, call) => call(input, run), start(run));
}

/** A filter with its arguments. @throws LiquidError */
type Call = (input: LiquidValue, run: Rendering) => LiquidValue;

/** The text of each filter with its arguments. */
function filterCalls(markup: string, from: number): string[] {
  const calls: string[] = [];
  let call = '';
  for (let at = from; at < markup.length;) {
    if (markup[at] === '|') {
      calls.push(call);
      call = '';
      at++;
      continue;
    }
    // As in DotLiquid, what is no fragment ends only at white space: the bar of `1,3|Upcase` is lost.
    const end = isSpace(markup[at])
      ? skipSpace(markup, at)
      : (fragmentEnd(markup, at) ?? wordEnd(markup, at));
    call += markup.slice(at, end);
    at = end;
  }
  return [...calls, call];
}

/** Undefined for a filter that changes nothing, and after a problem was reported. */
function compileCall(call: string, span: Span, compilation: Compilation): Call | undefined {
  const name = /[\p{L}\p{Mn}\p{Nd}\p{Pc}]+/u.exec(call)?.[0];
  if (name === undefined) return undefined;
  const filter = filters.get(name);
  if (!filter) {
    // DotLiquid hands the value on.
    const message = `There is no Liquid filter '${name}': it changes nothing.`;
    compilation.warn(span, message, hintFor(name));
    return undefined;
  }
  const args = argumentsIn(call).map((text) => compileExpression(text, compilation));
  if (!checkArguments(name, filter, args.length, span, compilation)) return undefined;
  return (input, run) => {
    run.spend();
    return filter.apply(
      input,
      args.map((arg) => arg(run)),
      run,
    );
  };
}

/** What follows each colon and comma. */
function argumentsIn(call: string): string[] {
  const args: string[] = [];
  for (let at = 0; at < call.length;) {
    if (call[at] !== ':' && call[at] !== ',') {
      at++;
      continue;
    }
    const start = skipSpace(call, at + 1);
    const end = fragmentEnd(call, start);
    if (end === undefined) {
      at++;
      continue;
    }
    args.push(call.slice(start, end));
    at = end;
  }
  return args;
}

function checkArguments(
  name: string,
  { args }: Filter,
  count: number,
  span: Span,
  compilation: Compilation,
): boolean {
  const missing = args[count];
  if (missing !== undefined && !missing.endsWith('?')) {
    compilation.error(
      span,
      `Filter '${name}' does not have a default value for '${missing}' and no value was supplied.`,
      `Write: ${usage(name, args)}`,
    );
    return false;
  }
  if (count <= args.length) return true;
  compilation.error(
    span,
    `Filter '${name}' takes ${args.length === 0 ? 'no arguments' : `at most ${args.length}`}.`,
    `Write: ${usage(name, args)}`,
  );
  return false;
}

function usage(name: string, args: readonly string[]): string {
  return args.length === 0
    ? name
    : `${name}: ${args.map((arg) => (arg.endsWith('?') ? `[${arg.slice(0, -1)}]` : arg)).join(', ')}`;
}

function hintFor(name: string): string {
  const meant = filters.has(pascalCase(name)) ? pascalCase(name) : closest(name, filters.keys());
  return meant
    ? `Write '${meant}': names of filters are in Pascal case here, as in Azure.`
    : `There are: ${[...filters.keys()].join(', ')}.`;
}

/** `divided_by` → `DividedBy`. */
function pascalCase(name: string): string {
  return name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
