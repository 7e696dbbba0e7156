import type {
  BoundCoalesce,
  BoundConditional,
  BoundConditionalAccess,
  BoundExpression,
  BoundLet,
  BoundLogical,
  BoundSequence,
} from '../check/bound.ts';
import { AnonymousObject } from '../runtime/AnonymousObject.ts';
import { unboxAs } from '../runtime/boxing.ts';
import { defaultOf } from '../runtime/defaultOf.ts';
import { NetException, NullReferenceException } from '../runtime/exceptions.ts';
import { isInstance } from '../runtime/isInstance.ts';
import { typeObject } from '../runtime/TypeObject.ts';
import { ValueTuple } from '../runtime/ValueTuple.ts';
import type { NamedType } from '../typeSystem/NetType.ts';
import { compileElement, compileNewArray } from './arrays.ts';
import {
  compileCall,
  compileInvoke,
  compileNew,
  compileProperty,
  compileUserOperator,
} from './calls.ts';
import { compileConvert } from './conversions.ts';
import { compileDeconstruct } from './deconstruct.ts';
import type { Evaluate } from './Frame.ts';
import { compileLambda, compileLocalCall } from './functions.ts';
import { binaryOperation, unaryOperation } from './operators.ts';
import { compilePattern } from './patterns.ts';
import type { Scope } from './Scope.ts';
import { compileTarget, compileUpdate } from './targets.ts';
import { compileConcat, compileInterpolation } from './texts.ts';

type Kind = BoundExpression['kind'];
type Compilers = {
  readonly [K in Kind]: (node: Extract<BoundExpression, { kind: K }>, scope: Scope) => Evaluate;
};

/** How each kind of node is compiled; adding a kind is adding a line. */
const compilers: Compilers = {
  Constant:
    ({ value }) =>
    () =>
      value,
  Local: ({ variable }, scope) => scope.read(variable),
  Context: () => (frame) => frame.context,
  Property: compileProperty,
  Element: compileElement,
  TupleItem: ({ tuple, index }, scope) => {
    const evaluate = compileExpression(tuple, scope);
    return (frame) => (evaluate(frame) as ValueTuple).items[index];
  },
  Call: compileCall,
  New: compileNew,
  Invoke: compileInvoke,
  LocalCall: compileLocalCall,
  Convert: compileConvert,
  Unary: (node, scope) => {
    const operand = compileExpression(node.operand, scope);
    const operation = unaryOperation(node);
    return (frame) => operation(operand(frame));
  },
  Binary: (node, scope) => {
    const left = compileExpression(node.left, scope);
    const right = compileExpression(node.right, scope);
    const operation = binaryOperation(node);
    return (frame) => operation(left(frame), right(frame));
  },
  UserOperator: compileUserOperator,
  Logical: compileLogical,
  Concat: compileConcat,
  Interpolation: compileInterpolation,
  Coalesce: compileCoalesce,
  Conditional: compileConditional,
  Assign: ({ target, value }, scope) => {
    const evaluate = compileExpression(value, scope);
    if (target.kind === 'Local') {
      const write = scope.write(target.variable);
      return (frame) => {
        const result = evaluate(frame);
        write(frame, result);
        return result;
      };
    }
    const { locate } = compileTarget(target, scope);
    return (frame) => {
      const place = locate(frame);
      const result = evaluate(frame);
      place.set(result);
      return result;
    };
  },
  Update: compileUpdate,
  ConditionalAccess: compileConditionalAccess,
  Is: ({ operand, test }, scope) => {
    const evaluate = compileExpression(operand, scope);
    const type = scope.typeAt(test);
    return (frame) => isInstance(evaluate(frame), type(frame));
  },
  As: ({ operand, type }, scope) => {
    const evaluate = compileExpression(operand, scope);
    const wanted = scope.typeAt(type);
    return (frame) => {
      const value = evaluate(frame);
      const to = wanted(frame);
      return isInstance(value, to) ? unboxAs(value, to) : null;
    };
  },
  IsPattern: ({ operand, pattern }, scope) => {
    const evaluate = compileExpression(operand, scope);
    const matches = compilePattern(pattern, scope);
    return (frame) => matches(frame, evaluate(frame));
  },
  Lambda: compileLambda,
  Tuple: ({ type, items }, scope) => {
    const own = scope.typeAt(type);
    const each = items.map((item) => compileExpression(item, scope));
    return (frame) => {
      const values = each.map((item) => item(frame));
      return new ValueTuple(own(frame) as NamedType, values);
    };
  },
  Anonymous: ({ type, items }, scope) => {
    const own = scope.typeAt(type);
    const each = items.map((item) => compileExpression(item, scope));
    return (frame) => {
      const values = each.map((item) => item(frame));
      return new AnonymousObject(own(frame) as NamedType, values);
    };
  },
  NewArray: compileNewArray,
  Let: compileLet,
  Sequence: compileSequence,
  Deconstruct: compileDeconstruct,
  Throw: ({ value }, scope) => {
    const evaluate = compileExpression(value, scope);
    return (frame) => {
      const exception = evaluate(frame);
      throw exception instanceof NetException ? exception : new NullReferenceException();
    };
  },
  TypeOf: ({ of }, scope) => {
    const type = scope.typeAt(of);
    return (frame) => typeObject(type(frame));
  },
  Default: ({ type }, scope) => {
    const own = scope.typeAt(type);
    return (frame) => defaultOf(own(frame));
  },
  Ref: () => {
    throw new Error('a reference is passed outside of a call');
  },
  // Only assumed names get so far: documents that hold them are checked, not run.
  Bad: () => () => {
    throw new Error('a value that is only assumed was evaluated');
  },
};

/** Compiles a bound expression within the function that `scope` describes. */
export function compileExpression(node: BoundExpression, scope: Scope): Evaluate {
  const compile = compilers[node.kind] as (node: BoundExpression, scope: Scope) => Evaluate;
  return compile(node, scope);
}

function compileLogical({ operator, left, right }: BoundLogical, scope: Scope): Evaluate {
  const first = compileExpression(left, scope);
  const second = compileExpression(right, scope);
  if (operator === '&&') return (frame) => (first(frame) as boolean) && second(frame);
  return (frame) => (first(frame) as boolean) || second(frame);
}

function compileCoalesce(node: BoundCoalesce, scope: Scope): Evaluate {
  const left = compileExpression(node.left, scope);
  const enter = scope.enter([node.placeholder]);
  const hold = scope.write(node.placeholder);
  const whenNotNull = compileExpression(node.whenNotNull, scope);
  const right = compileExpression(node.right, scope);
  const isPlain =
    node.whenNotNull.kind === 'Local' && node.whenNotNull.variable === node.placeholder;
  if (isPlain) return (frame) => left(frame) ?? right(frame);
  return (frame) => {
    const value = left(frame);
    if (value === null) return right(frame);
    enter?.(frame);
    hold(frame, value);
    return whenNotNull(frame);
  };
}

function compileConditional(node: BoundConditional, scope: Scope): Evaluate {
  const condition = compileExpression(node.condition, scope);
  const whenTrue = compileExpression(node.whenTrue, scope);
  const whenFalse = compileExpression(node.whenFalse, scope);
  return (frame) => (condition(frame) ? whenTrue(frame) : whenFalse(frame));
}

function compileConditionalAccess(node: BoundConditionalAccess, scope: Scope): Evaluate {
  const receiver = compileExpression(node.receiver, scope);
  const enter = scope.enter([node.placeholder]);
  const hold = scope.write(node.placeholder);
  const whenNotNull = compileExpression(node.whenNotNull, scope);
  return (frame) => {
    const value = receiver(frame);
    if (value === null) return null;
    enter?.(frame);
    hold(frame, value);
    return whenNotNull(frame);
  };
}

function compileLet({ variable, value, body }: BoundLet, scope: Scope): Evaluate {
  const evaluate = compileExpression(value, scope);
  const enter = scope.enter([variable]);
  const hold = scope.write(variable);
  const inner = compileExpression(body, scope);
  return (frame) => {
    const held = evaluate(frame);
    enter?.(frame);
    hold(frame, held);
    return inner(frame);
  };
}

function compileSequence({ effects, value }: BoundSequence, scope: Scope): Evaluate {
  const each = effects.map((effect) => compileExpression(effect, scope));
  const last = compileExpression(value, scope);
  return (frame) => {
    for (const effect of each) effect(frame);
    return last(frame);
  };
}
