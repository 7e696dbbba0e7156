/** Choosing the member that a call means: C# 7.3 §overload resolution. */
import type { Span } from '../../lib/source/SourceText.ts';
import { closest } from '../../lib/source/closest.ts';
import { basesOf, interfacesOf } from '../typeSystem/hierarchy.ts';
import { isDelegate, isInterface } from '../typeSystem/kinds.ts';
import { errorType, isSameType } from '../typeSystem/NetType.ts';
import type { NamedType, NetType } from '../typeSystem/NetType.ts';
import { closeness, judge } from './applicability.ts';
import type { Applicable, Refusal, WrongArgument } from './applicability.ts';
import { compareApplicable } from './betterness.ts';
import type { Candidate } from './candidates.ts';
import { conversionHint } from './conversionHints.ts';
import { brokenConstraint } from './constraints.ts';
import { displayType } from './displayType.ts';
import { genericElements } from './enumeration.ts';
import { bindLambda } from './lambdas.ts';
import { describeOperand, isBad, naturalType } from './operands.ts';
import type { BoundArgument } from './operands.ts';
import type { Scope } from './Scope.ts';

export type Resolution =
  | { readonly kind: 'chosen'; readonly chosen: Applicable }
  | { readonly kind: 'ambiguous'; readonly one: Applicable; readonly other: Applicable }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

export function resolveOverload(
  candidates: readonly Candidate[],
  args: readonly BoundArgument[],
  typeArguments: readonly NetType[],
  scope: Scope,
): Resolution {
  const refusals: Refusal[] = [];
  const applicable: Applicable[] = [];
  for (const candidate of candidates) {
    const verdict = judge(candidate, args, typeArguments, scope);
    if (verdict.applicable) applicable.push(verdict.applicable);
    else refusals.push(verdict.refusal);
  }
  if (applicable.length === 0) return { kind: 'refused', refusals };
  return chooseBest(withoutInherited(applicable), args, scope);
}

/** A method of a base is no candidate when one of a derived type can take the arguments. */
function withoutInherited(applicable: readonly Applicable[]): readonly Applicable[] {
  if (applicable.length === 1) return applicable;
  return applicable.filter(({ candidate }) => {
    const { container } = candidate;
    if (!container) return true;
    return !applicable.some((other) => isBaseOf(container, other.candidate.container));
  });
}

function isBaseOf(base: NamedType, derived: NamedType | undefined): boolean {
  if (!derived || base === derived) return false;
  if (isInterface(derived) && base.definition.fullName === 'System.Object') return true;
  const supertypes = isInterface(base) ? interfacesOf(derived) : basesOf(derived);
  for (const supertype of supertypes) if (supertype === base) return true;
  return false;
}

function chooseBest(
  applicable: readonly Applicable[],
  args: readonly BoundArgument[],
  scope: Scope,
): Resolution {
  const [only, second] = applicable;
  if (only && !second) return { kind: 'chosen', chosen: only };
  const best = applicable.find((one) =>
    applicable.every((other) => one === other || compareApplicable(one, other, args, scope) < 0),
  );
  if (best) return { kind: 'chosen', chosen: best };
  const undecided = applicable.filter(
    (one) => !applicable.some((other) => compareApplicable(other, one, args, scope) < 0),
  );
  // Our types have overloads of newer .NET that Azure's may lack, with parameters that are optional:
  // they must not make ambiguous what the older overloads decide, as in "a b".Split(null).
  const given = undecided.filter(
    ({ positions, parameters }) => positions.length >= parameters.length,
  );
  const [complete, another] = given;
  if (complete && !another) return { kind: 'chosen', chosen: complete };
  const [one, other] = undecided.length > 1 ? undecided : applicable;
  return { kind: 'ambiguous', one: one!, other: other! };
}

/** What a call is called in messages, and where its problems are shown. */
export interface CallSite {
  readonly name: string;
  readonly nameSpan: Span;
  readonly kind: 'method' | 'constructor' | 'indexer' | 'delegate';
  /** Of an extension method: the receiver is the first argument and is not counted. */
  readonly isExtension?: boolean;
}

/** Says why no candidate was chosen. */
export function reportUnresolved(
  resolution: Exclude<Resolution, { kind: 'chosen' }>,
  args: readonly BoundArgument[],
  site: CallSite,
  scope: Scope,
): void {
  if (args.some(({ operand }) => isBad(operand))) return;
  if (resolution.kind === 'ambiguous') {
    const { one, other } = resolution;
    const names = [signatureOf(one.candidate), signatureOf(other.candidate)];
    scope.session.report('CS0121', site.nameSpan, names);
    return;
  }
  const refusal = closestRefusal(resolution.refusals, args, scope);
  if (refusal) reportRefusal(refusal, resolution.refusals, args, site, scope);
}

/**
 * Says why a method group does not become a delegate, when it is because of its type arguments; false
 * when it is not.
 */
export function reportTypeArguments(
  resolution: Exclude<Resolution, { kind: 'chosen' }>,
  args: readonly BoundArgument[],
  site: CallSite,
  scope: Scope,
): boolean {
  if (resolution.kind === 'ambiguous') return false;
  const refusal = closestRefusal(resolution.refusals, args, scope);
  if (refusal?.kind !== 'inference' && refusal?.kind !== 'constraints') return false;
  reportRefusal(refusal, resolution.refusals, args, site, scope);
  return true;
}

/** The one that came closest; among equals the one that most arguments fit. */
function closestRefusal(
  refusals: readonly Refusal[],
  args: readonly BoundArgument[],
  scope: Scope,
): Refusal | undefined {
  let best: Refusal | undefined;
  for (const refusal of refusals) {
    if (!best || closeness(refusal) > closeness(best)) best = refusal;
    else if (refusal.kind === 'conversion' && best.kind === 'conversion') {
      if (misfit(refusal, args, scope) < misfit(best, args, scope)) best = refusal;
    }
  }
  return best;
}

/** Whole numbers for arguments that do not fit, fractions for those that fit only by conversion. */
function misfit(
  { wrong, candidate }: Extract<Refusal, { kind: 'conversion' }>,
  args: readonly BoundArgument[],
  { session }: Scope,
): number {
  const inexact = args.filter(({ operand }, i) => {
    const type = naturalType(operand, session.types);
    const parameter = candidate.parameters[i];
    return !type || !parameter || !isSameType(type, parameter.type);
  });
  // A lambda is hardly meant for what is no delegate.
  const hopeless = wrong.filter(
    ({ index, target }) => args[index]!.operand.kind === 'UnboundLambda' && !isDelegate(target),
  );
  return wrong.length + hopeless.length + inexact.length / (args.length + 1);
}

function reportRefusal(
  refusal: Refusal,
  all: readonly Refusal[],
  args: readonly BoundArgument[],
  site: CallSite,
  scope: Scope,
): void {
  const { session } = scope;
  const { candidate } = refusal;
  switch (refusal.kind) {
    case 'arity': {
      const { length } = candidate.typeParameters;
      if (length === 0) session.report('CS0308', site.nameSpan, [site.name, 'method']);
      else session.report('CS0305', site.nameSpan, [site.name, length, 'method']);
      return;
    }
    case 'count':
    case 'missing':
      reportCount(refusal, all, args, site, scope);
      return;
    case 'name':
      reportName(refusal.candidate, refusal.argument, args, site, scope);
      return;
    case 'position':
      session.report('CS8323', refusal.argument.operand.span, [refusal.argument.name ?? '']);
      return;
    case 'inference':
      if (reportLambdaProblems(args, scope)) return;
      session.report('CS0411', site.nameSpan, [site.name], inferenceHint(args, site, scope));
      return;
    case 'constraints':
      for (const parameter of candidate.typeParameters) {
        const broken = brokenConstraint(parameter, refusal.typeArguments);
        if (broken) session.report(broken.code, site.nameSpan, [...broken.details, site.name]);
      }
      return;
    case 'conversion':
      for (const wrong of refusal.wrong) reportWrong(wrong, args, site, scope);
  }
}

/** `Groups.Contains("admins")`: a text is sought among objects that have it as a member. */
function inferenceHint(
  args: readonly BoundArgument[],
  { name, isExtension }: CallSite,
  scope: Scope,
): string {
  const [all, sought] = args.map(({ operand }) => naturalType(operand, scope.session.types));
  const [element] = isExtension && name === 'Contains' && all ? genericElements(all, scope) : [];
  if (!element || !sought) return `Give them yourself: ${name}<…>(…).`;
  return (
    `The elements are '${displayType(element)}', not '${displayType(sought)}': ` +
    'compare a member of each, as in .Any(x => x.… == …).'
  );
}

function reportCount(
  refusal: Refusal,
  all: readonly Refusal[],
  args: readonly BoundArgument[],
  site: CallSite,
  { session }: Scope,
): void {
  const count = args.length - (site.isExtension ? 1 : 0);
  const hint = `Available: ${all
    .slice(0, 4)
    .map(({ candidate }) => signatureOf(candidate, site.isExtension))
    .join('; ')}.`;
  if (refusal.kind === 'missing' && all.length === 1) {
    session.report('CS7036', site.nameSpan, [refusal.parameter, site.name], hint);
  } else if (site.kind === 'constructor') {
    session.report('CS1729', site.nameSpan, [site.name, count], hint);
  } else if (site.kind === 'delegate') {
    session.report('CS1593', site.nameSpan, [site.name, count], hint);
  } else session.report('CS1501', site.nameSpan, [site.name, count], hint);
}

function reportName(
  candidate: Candidate,
  { name = '', nameSpan, operand }: BoundArgument,
  args: readonly BoundArgument[],
  site: CallSite,
  { session }: Scope,
): void {
  const span = nameSpan ?? operand.span;
  const names = candidate.parameters.map((parameter) => parameter.name);
  if (names.includes(name)) {
    const isTwice = args.filter((other) => other.name === name).length > 1;
    session.report(isTwice ? 'CS1740' : 'CS1744', span, [name]);
    return;
  }
  const near = closest(name, names);
  const hint =
    near === undefined
      ? `It has ${names.map((each) => `'${each}'`).join(', ') || 'none'}.`
      : `Did you mean '${near}'?`;
  session.report('CS1739', span, [site.name, name], hint);
}

/** Reports what is wrong within lambdas, which matters more than that they do not fit. */
function reportLambdaProblems(args: readonly BoundArgument[], scope: Scope): boolean {
  for (const { operand } of args) {
    if (operand.kind !== 'UnboundLambda') continue;
    const problems = operand.bindings.anyProblems();
    if (problems.length === 0) continue;
    scope.session.accept(problems);
    return true;
  }
  return false;
}

function reportWrong(
  { index, target, passing }: WrongArgument,
  args: readonly BoundArgument[],
  { isExtension, name, nameSpan }: CallSite,
  scope: Scope,
): void {
  const { session } = scope;
  const { operand, mode } = args[index]!;
  const number = index + 1 - (isExtension ? 1 : 0);
  const wanted = passing === 'out' || passing === 'ref' ? passing : 'value';
  if (isBad(operand)) return;
  if (wanted === 'value' && mode !== 'value' && mode !== 'in') {
    session.report('CS1615', operand.span, [number, mode]);
    return;
  }
  if (wanted !== 'value' && wanted !== mode) {
    session.report('CS1620', operand.span, [number, wanted]);
    return;
  }
  if (operand.kind === 'UnboundLambda') {
    // What is wrong within the lambda, or with what it returns, says more than that it does not fit.
    const { diagnostics } = session.capture(() => bindLambda(operand, target, scope));
    session.accept(diagnostics);
    if (diagnostics.length > 0) return;
  }
  const type =
    operand.kind === 'OutDeclaration' ? operand.type : naturalType(operand, session.types);
  if (type === errorType) return;
  const given = type ? displayType(type) : describeOperand(operand);
  if (isExtension && index === 0) {
    session.report('CS1929', nameSpan, [given, name, displayType(target)]);
    return;
  }
  session.report(
    'CS1503',
    operand.span,
    [number, passed(mode, given), passed(mode, displayType(target))],
    type && mode === 'value' ? conversionHint(type, target, session.types) : undefined,
  );
}

function passed(mode: BoundArgument['mode'], type: string): string {
  return mode === 'value' ? type : `${mode} ${type}`;
}

/** A candidate as it is declared: `Substring(int startIndex, int length)`. */
export function signatureOf({ name, parameters }: Candidate, isExtension = false): string {
  const shown = isExtension ? parameters.slice(1) : parameters;
  const list = shown.map(({ type, name: parameter, passing }) => {
    const prefix = passing === 'value' || passing === 'this' ? '' : `${passing} `;
    return `${prefix}${displayType(type)} ${parameter}`;
  });
  return `${name}(${list.join(', ')})`;
}
