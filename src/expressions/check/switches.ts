/** `switch` and the jumps between its sections: C# 7.3 §switch statement. */
import type {
  CaseLabel,
  DefaultLabel,
  GotoCase,
  GotoDefault,
  Switch,
  SwitchSection,
} from '../syntax/ast.ts';
import { isValueType, isVoid } from '../typeSystem/kinds.ts';
import { errorType, nullType } from '../typeSystem/NetType.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import type { BoundCase, BoundSection, BoundStatement, JumpTarget } from './boundStatements.ts';
import type { BoundPattern } from './boundPatterns.ts';
import { bindCondition } from './conditionals.ts';
import { exists } from './conversions.ts';
import { convert } from './convert.ts';
import { bindExpression } from './expressions.ts';
import { sectionFallsThrough } from './flow/reachability.ts';
import type { Scope, SwitchContext } from './Scope.ts';
import { standardImplicit } from './standardConversions.ts';
import { announce, bindStatement } from './statements.ts';
import { bindPattern, boxed } from './typeTests.ts';
import { toValue } from './values.ts';

interface Labels {
  readonly node: SwitchSection;
  readonly scope: Scope;
  readonly labels: readonly BoundCase[];
  readonly isDefault: boolean;
  readonly target: JumpTarget;
}

export function bindSwitch(node: Switch, outer: Scope): BoundStatement {
  const { session } = outer;
  const value = toValue(bindExpression(node.value, outer), outer);
  const isNothing = value.type === nullType || isVoid(value.type);
  if (isNothing) session.report('CS8119', node.value.span);
  const governing = isNothing ? errorType : value.type;
  const shared = outer.child({ canBreak: true });
  for (const { statements } of node.sections) announce(statements, shared);
  const labels = bindAllLabels(node, governing, shared);
  const context: SwitchContext = {
    governing,
    cases: labels,
    defaultTarget: labels.find(({ isDefault }) => isDefault)?.target,
  };
  const sections = labels.map((each) => bindSection(each, shared, context, each === labels.at(-1)));
  return {
    kind: 'Switch',
    span: node.span,
    value: boxed(value, outer),
    isExhaustive: labels.some((each) => each.isDefault || each.labels.some(isTotal(governing))),
    locals: shared.locals,
    functions: shared.functions,
    sections,
  };
}

/** Whether a case takes every value of the type. */
function isTotal(governing: NetType): (label: BoundCase) => boolean {
  return ({ pattern, when }) => {
    if (when) return false;
    if (pattern.kind === 'VarPattern') return true;
    return pattern.kind === 'TypePattern' && pattern.type === governing && isValueType(governing);
  };
}

function bindAllLabels({ sections }: Switch, governing: NetType, shared: Scope): Labels[] {
  const earlier = new HandledCases();
  let hasDefault = false;
  return sections.map((node) => {
    const scope = shared.child();
    const labels: BoundCase[] = [];
    let isDefault = false;
    for (const label of node.labels) {
      if (label.kind === 'DefaultLabel') {
        if (hasDefault) scope.session.report('CS0152', label.span, ['default']);
        [isDefault, hasDefault] = [true, true];
        continue;
      }
      const bound = bindLabel(label, governing, scope);
      if (!bound) continue;
      reportHandled(bound, earlier, label, scope);
      labels.push(bound);
      earlier.add(bound);
    }
    const name = node.labels.map(nameOfLabel).join();
    return { node, scope, labels, isDefault, target: { name } };
  });
}

function nameOfLabel(label: CaseLabel | DefaultLabel): string {
  return label.kind === 'DefaultLabel' ? 'default' : 'case';
}

function bindLabel(
  { pattern: node, when, span }: CaseLabel,
  governing: NetType,
  scope: Scope,
): BoundCase | undefined {
  const pattern = bindPattern(node, governing, scope);
  const condition = when && bindCondition(when, scope);
  return pattern && { span, pattern, when: condition };
}

/** Cases without `when`; those of constants by their value, for there may be thousands. */
class HandledCases {
  readonly #constants = new Map<unknown, BoundCase>();
  readonly #others: BoundCase[] = [];

  add(bound: BoundCase): void {
    if (bound.when) return;
    if (bound.pattern.kind !== 'ConstantPattern') this.#others.push(bound);
    else this.#constants.set(constantOf(bound.pattern), bound);
  }

  /** The one that handles everything that the pattern could. */
  covering(pattern: BoundPattern): BoundCase | undefined {
    const isConstant = pattern.kind === 'ConstantPattern';
    const same = isConstant ? this.#constants.get(constantOf(pattern)) : undefined;
    return same ?? this.#others.find((other) => covers(other.pattern, pattern));
  }
}

/** A case that earlier ones leave nothing to (CS0152 of equal constants, CS8120). */
function reportHandled(
  { pattern }: BoundCase,
  earlier: HandledCases,
  { span, pattern: node }: CaseLabel,
  { session }: Scope,
): void {
  const handled = earlier.covering(pattern);
  if (!handled) return;
  const isConstant =
    handled.pattern.kind === 'ConstantPattern' && pattern.kind === 'ConstantPattern';
  const text = session.source.text.slice(node.span.start, node.span.end);
  if (isConstant) session.report('CS0152', span, [text]);
  else session.report('CS8120', node.span);
}

function covers(earlier: BoundPattern, pattern: BoundPattern): boolean {
  switch (earlier.kind) {
    case 'VarPattern':
      return true;
    case 'ConstantPattern':
      return pattern.kind === 'ConstantPattern' && constantOf(earlier) === constantOf(pattern);
    case 'TypePattern': {
      const type = testedType(pattern);
      return type !== undefined && exists(coveringConversion(type, earlier.type));
    }
  }
}

function coveringConversion(from: NetType, to: NetType): ReturnType<typeof standardImplicit> {
  const conversion = standardImplicit(from, to);
  return conversion.kind === 'numeric' || conversion.kind === 'nullable'
    ? { kind: 'none' }
    : conversion;
}

function testedType(pattern: BoundPattern): NetType | undefined {
  if (pattern.kind === 'TypePattern') return pattern.type;
  if (pattern.kind !== 'ConstantPattern') return undefined;
  const { value } = pattern;
  const own = value.kind === 'Convert' ? value.operand : value;
  return own.type === nullType ? undefined : own.type;
}

function constantOf(pattern: Extract<BoundPattern, { kind: 'ConstantPattern' }>): unknown {
  const { value } = pattern;
  const own = value.kind === 'Convert' ? value.operand : value;
  return own.kind === 'Constant' ? own.value : own;
}

function bindSection(
  labels: Labels,
  shared: Scope,
  context: SwitchContext,
  isLast: boolean,
): BoundSection {
  const { node, scope: own, isDefault, target } = labels;
  const scope = own.with({ switch: context, localsIn: shared });
  const statements = node.statements.map((statement) => bindStatement(statement, scope));
  const section: BoundSection = {
    span: node.span,
    target,
    locals: own.locals,
    labels: labels.labels,
    isDefault,
    statements,
  };
  const last = node.labels.at(-1);
  if (last && sectionFallsThrough(section)) {
    const text = shared.session.source.text.slice(last.span.start, last.span.end);
    shared.session.report(isLast ? 'CS8070' : 'CS0163', last.span, [text]);
  }
  return section;
}

export function bindGotoCase({ value: node, span }: GotoCase, scope: Scope): BoundStatement {
  const { session, surroundings } = scope;
  const context = surroundings.switch;
  const operand = bindExpression(node, scope);
  if (!context) {
    session.report('CS0153', span);
    return { kind: 'Goto', span, target: { name: '?' } };
  }
  const value = convert(operand, context.governing, scope);
  if (value.type === errorType) return { kind: 'Goto', span, target: { name: '?' } };
  if (value.kind !== 'Constant') {
    session.report('CS0150', node.span);
    return { kind: 'Goto', span, target: { name: '?' } };
  }
  const found = context.cases.find(({ labels }) =>
    labels.some(
      ({ pattern }) => pattern.kind === 'ConstantPattern' && constantOf(pattern) === value.value,
    ),
  );
  if (found) return { kind: 'Goto', span, target: found.target };
  session.report('CS0159', span, [
    session.source.text.slice(span.start, span.end).replace(/;$/, ''),
  ]);
  return { kind: 'Goto', span, target: { name: '?' } };
}

export function bindGotoDefault(
  { span }: GotoDefault,
  { session, surroundings }: Scope,
): BoundStatement {
  const context = surroundings.switch;
  if (context?.defaultTarget) return { kind: 'Goto', span, target: context.defaultTarget };
  if (context) session.report('CS0159', span, ['default']);
  else session.report('CS0153', span);
  return { kind: 'Goto', span, target: { name: '?' } };
}
