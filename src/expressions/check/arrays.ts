/** Array creation: C# 7.3 §array creation expressions, §array initializers. */
import type { Span } from '../../lib/source/SourceText.ts';
import type {
  ArrayCreation,
  ArrayInitializer,
  Expression,
  ImplicitArrayCreation,
} from '../syntax/ast.ts';
import { isVoid } from '../typeSystem/kinds.ts';
import { errorType } from '../typeSystem/NetType.ts';
import type { ArrayType, NetType } from '../typeSystem/NetType.ts';
import { bestType } from './bestType.ts';
import type { BoundExpression } from './bound.ts';
import { classifyImplicit } from './classify.ts';
import { exists } from './conversions.ts';
import { convert } from './convert.ts';
import { arrayIndex } from './elementAccess.ts';
import { bindExpression } from './expressions.ts';
import { bad, constant, isBad, naturalType } from './operands.ts';
import type { Operand } from './operands.ts';
import type { Scope } from './Scope.ts';
import { bindType } from './typeNames.ts';

export function bindArrayCreation(node: ArrayCreation, scope: Scope): BoundExpression {
  const { span } = node;
  const type = bindType(node.type, scope);
  const sizes = node.sizes.map((size) => arrayIndex(bindExpression(size, scope), scope));
  if (type.kind !== 'array') {
    if (node.initializer) bindElements(node.initializer, scope);
    return bad(span);
  }
  if (node.initializer) return fillArray(node.initializer, type, sizes, span, scope);
  for (const size of sizes) {
    if (size.kind === 'Constant' && typeof size.value === 'number' && size.value < 0) {
      scope.session.report('CS0248', size.span);
    }
  }
  const { element } = type;
  return { kind: 'NewArray', type, span, element, sizes, items: undefined };
}

/** An array of the elements in braces; sizes, when written, must be constants that agree. */
export function fillArray(
  initializer: ArrayInitializer,
  type: ArrayType,
  sizes: readonly BoundExpression[],
  span: Span,
  scope: Scope,
): BoundExpression {
  const { int } = scope.session.types;
  const lengths = dimensions(initializer, type.rank);
  const items: BoundExpression[] = [];
  collect(initializer, lengths, (node) => items.push(bindItem(node, type.element, scope)), scope);
  for (const [i, size] of sizes.entries()) {
    if (size.kind !== 'Constant') {
      if (size.type !== errorType) scope.session.report('CS0150', size.span);
    } else if (size.value !== lengths[i]) {
      scope.session.report('CS0847', initializer.span, [String(size.value)]);
    }
  }
  const known = lengths.map((length) => constant(length, int, span));
  return { kind: 'NewArray', type, span, element: type.element, sizes: known, items };
}

/** What is wrong with the elements is told, though their type is not known. */
export function bindElements({ elements }: ArrayInitializer, scope: Scope): void {
  for (const each of elements) {
    if (each.kind === 'ArrayInitializer') bindElements(each, scope);
    else bindItem(each, errorType, scope);
  }
}

function bindItem(node: Expression, element: NetType, scope: Scope): BoundExpression {
  return convert(bindExpression(node, scope), element, scope);
}

/** Lengths by the first element of each dimension. */
function dimensions(initializer: ArrayInitializer, rank: number): number[] {
  const lengths: number[] = [];
  let at: Expression | ArrayInitializer | undefined = initializer;
  while (lengths.length < rank) {
    const elements: ArrayInitializer['elements'] =
      at?.kind === 'ArrayInitializer' ? at.elements : [];
    lengths.push(elements.length);
    at = elements[0];
  }
  return lengths;
}

/** Visits the elements row by row; what is not as long or deep as the array is reported. */
function collect(
  initializer: ArrayInitializer,
  lengths: readonly number[],
  visit: (node: Expression) => void,
  scope: Scope,
): void {
  const [length, ...inner] = lengths;
  if (initializer.elements.length !== length) {
    scope.session.report('CS0847', initializer.span, [length ?? 0]);
  }
  for (const element of initializer.elements) {
    if (inner.length > 0) {
      if (element.kind === 'ArrayInitializer') collect(element, inner, visit, scope);
      else scope.session.report('CS0846', element.span);
    } else if (element.kind === 'ArrayInitializer') {
      scope.session.report(
        'CS0623',
        element.span,
        [],
        'Write new[] { … } for an array in an array.',
      );
    } else visit(element);
  }
}

/** `new[] { 1, 2.5 }`: the element type is the one that all elements convert to. */
export function bindImplicitArray(node: ImplicitArrayCreation, scope: Scope): BoundExpression {
  const { span, initializer, rank } = node;
  const { session } = scope;
  const operands = new Map<Expression, Operand>();
  const lengths = dimensions(initializer, rank);
  collect(initializer, lengths, (each) => operands.set(each, bindExpression(each, scope)), scope);
  const all = [...operands.values()];
  if (all.some(isBad)) return bad(span);
  const element = commonType(all, scope);
  if (!element) {
    session.report('CS0826', span, [], 'Write the type: new T[] { … }.');
    return bad(span);
  }
  const items = all.map((operand) => convert(operand, element, scope));
  const sizes = lengths.map((length) => constant(length, session.types.int, span));
  return { kind: 'NewArray', type: element.arrayOf(rank), span, element, sizes, items };
}

/** C# 7.3 §finding the best common type of a set of expressions. */
export function commonType(operands: readonly Operand[], scope: Scope): NetType | undefined {
  const types = operands.flatMap((operand) => naturalType(operand, scope.session.types) ?? []);
  if (types.includes(errorType)) return errorType;
  const best = bestType(types);
  if (!best || isVoid(best)) return undefined;
  return operands.every((operand) => exists(classifyImplicit(operand, best, scope)))
    ? best
    : undefined;
}
