/** Calls of functions: §3.2. */
import { compileTree } from './compile.ts';
import type { Setting } from './compile.ts';
import type { Context, XPathValue } from './Context.ts';
import { asBoolean, asNumber, asString, spendOn } from './conversions.ts';
import type { Compiled } from './conversions.ts';
import type { Expression } from './Expression.ts';
import { arityOf } from './functions/FunctionDeclaration.ts';
import type { FunctionDeclaration } from './functions/FunctionDeclaration.ts';
import { functions } from './functions/library.ts';
import { XPathError } from './XPathError.ts';

type Call = Extract<Expression, { kind: 'call' }>;
type Argument<N extends object> = (context: Context<N>) => XPathValue<N>;

/** @throws XPathError */
export function compileCall<N extends object>(call: Call, setting: Setting): Compiled<N> {
  const declaration = call.prefix === '' ? functions.get(call.name) : undefined;
  if (!declaration) throw setting.unknownFunction();
  const [least, most] = arityOf(declaration);
  if (call.args.length < least || call.args.length > most) {
    throw new XPathError('argumentCount', call.name, setting.text);
  }
  const args = call.args.map((arg, i) => {
    const parameter = declaration.parameters[i] ?? declaration.parameters.at(-1) ?? 'object';
    const converted = convert(compileTree<N>(arg, setting), parameter.replace(/[?*]$/, ''));
    if (!converted) throw new XPathError('argumentType', call.name, setting.text);
    return converted;
  });
  return bind(declaration, args);
}

/** Undefined when it cannot be done: nothing becomes a node-set. */
function convert<N extends object>(value: Compiled<N>, kind: string): Argument<N> | undefined {
  switch (kind) {
    case 'string':
      return asString(value);
    case 'number':
      return asNumber(value);
    case 'boolean':
      return asBoolean(value);
    case 'node-set':
      return value.type === 'node-set' ? value.evaluate : undefined;
    default:
      return value.evaluate;
  }
}

function bind<N extends object>(
  { returns, call }: FunctionDeclaration,
  args: readonly Argument<N>[],
): Compiled<N> {
  const evaluate = (context: Context<N>): never => {
    const values = args.map((arg) => arg(context));
    for (const value of values) {
      if (typeof value === 'string') spendOn(value.length, context.evaluation.allowance);
    }
    // The declaration's own types hold what `call` takes and returns together.
    return call(context, ...(values as never[])) as never;
  };
  return { type: returns, evaluate };
}
