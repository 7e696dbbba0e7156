/**
 * Query expressions are translated into calls before they are bound, as the language defines them
 * (C# 7.3 §query expression translation).
 */
import type { Diagnostic } from '../../lib/source/Diagnostic.ts';
import type { Span } from '../../lib/source/SourceText.ts';
import type {
  AnonymousMember,
  Expression,
  FromClause,
  GroupClause,
  Identifier,
  JoinClause,
  Lambda,
  OrderByClause,
  Parameter,
  Query,
  QueryBody,
  SelectClause,
} from '../syntax/ast.ts';
import { bindExpression } from './expressions.ts';
import { bad } from './operands.ts';
import type { Operand } from './operands.ts';
import { problemText } from './problems.ts';
import type { ProblemCode } from './problems.ts';
import { rangeVariables, transparentName } from './rangeVariables.ts';
import type { Scope } from './Scope.ts';

export function bindQuery(node: Query, scope: Scope): Operand {
  if (hasDuplicates(node, scope)) return bad(node.span);
  const { from, body } = node;
  const { session } = scope;
  const source = castIf(from.type, from.source, from.span);
  const translation = new Translation();
  const calls = translation.body(source, from.name, body);
  const { result, diagnostics } = session.capture(() => bindExpression(calls, scope));
  session.accept(diagnostics.map((each) => aboutQuery(each, translation)));
  return result;
}

/** What is wrong with the calls, in terms of the query. */
function aboutQuery(diagnostic: Diagnostic, { clauses, names }: Translation): Diagnostic {
  const { code, span, args = [] } = diagnostic;
  const word = clauses.get(span);
  const name = names.get(span);
  // A method that the text does not mention is missing for the query, not as a member.
  if (code === 'CS1061' && word) return retold(diagnostic, 'CS1936', args);
  if (code === 'CS0411' && word) {
    const told = word === 'join' ? 'CS1941' : word === 'from' ? 'CS1943' : 'CS1942';
    return { ...retold(diagnostic, told, [word, ...args]), hint: undefined };
  }
  if (code === 'CS0828' && name !== undefined) return retold(diagnostic, 'CS1932', args);
  if (code === 'CS0136' && name !== undefined) return retold(diagnostic, 'CS1931', [name]);
  return diagnostic;
}

function retold(diagnostic: Diagnostic, code: ProblemCode, args: readonly string[]): Diagnostic {
  return { ...diagnostic, code, message: problemText(code, args), args };
}

function wordOf({ kind }: QueryBody['clauses'][number] | QueryBody['result']): string {
  return kind.replace('Clause', '').toLowerCase();
}

/** What stands for the elements at a point of a query: a range variable or all of them in one. */
type Element = Identifier;

class Translation {
  /** The spans that calls of the translation take their names' places from. */
  readonly clauses = new Map<Span, string>();
  /** The range variables, by the places of their names. */
  readonly names = new Map<Span, string>();

  body(source: Expression, element: Element, body: QueryBody): Expression {
    let [sequence, current] = [source, element];
    this.names.set(element.span, element.text);
    const clauses = [...body.clauses];
    for (const clause of [...clauses, body.result]) this.clauses.set(clause.span, wordOf(clause));
    for (let at = 0; at < clauses.length; at++) {
      const clause = clauses[at]!;
      switch (clause.kind) {
        case 'WhereClause':
          sequence = call(sequence, 'Where', [lambda([current], clause.condition)], clause.span);
          break;
        case 'OrderByClause':
          sequence = order(sequence, current, clause);
          break;
        case 'LetClause': {
          this.names.set(clause.span, clause.name.text);
          const value = object([current, clause.name], [read(current), clause.value], clause.span);
          sequence = call(sequence, 'Select', [lambda([current], value)], clause.span);
          current = both(current, clause.name, clause.span);
          break;
        }
        case 'FromClause':
        case 'JoinClause': {
          const isLast = at === clauses.length - 1;
          const select = isLast && body.result.kind === 'SelectClause' ? body.result : undefined;
          const combined = this.#combine(sequence, current, clause, select);
          if (select) return this.#continue(combined.sequence, body);
          [sequence, current] = [combined.sequence, combined.element];
        }
      }
    }
    return this.#continue(finish(sequence, current, body.result), body);
  }

  /** `into name …`: a query over the result so far. */
  #continue(result: Expression, { continuation }: QueryBody): Expression {
    if (!continuation) return result;
    return this.body(result, continuation.name, continuation.body);
  }

  /** A second range variable: the elements are pairs from here on, or what `select` makes of them. */
  #combine(
    sequence: Expression,
    element: Element,
    clause: FromClause | JoinClause,
    select: SelectClause | undefined,
  ): { readonly sequence: Expression; readonly element: Element } {
    const { span } = clause;
    for (const { span: at, text } of [clause.name, ...intoOf(clause)]) this.names.set(at, text);
    const isGroupJoin = clause.kind === 'JoinClause' && clause.into !== undefined;
    const name = isGroupJoin ? clause.into! : clause.name;
    const pair = object([element, name], [read(element), read(name)], span);
    const result = lambda([element, name], select?.value ?? pair);
    const source = castIf(clause.type, clause.source, span);
    const method = isGroupJoin ? 'GroupJoin' : 'Join';
    const combined =
      clause.kind === 'FromClause'
        ? call(sequence, 'SelectMany', [lambda([element], source), result], span)
        : call(
            sequence,
            method,
            [source, lambda([element], clause.left), lambda([clause.name], clause.right), result],
            span,
          );
    return { sequence: combined, element: select ? element : both(element, name, span) };
  }
}

/** One name for the range variables so far and another. */
function both(element: Element, { text }: Identifier, span: Span): Element {
  return {
    kind: 'Identifier',
    text: transparentName([...rangeVariables(element.text), text]),
    span,
  };
}

function finish(
  sequence: Expression,
  element: Element,
  result: SelectClause | GroupClause,
): Expression {
  const { span } = result;
  if (result.kind === 'SelectClause') {
    // A query that selects the elements themselves is still a copy of its source.
    return call(sequence, 'Select', [lambda([element], result.value)], span);
  }
  const key = lambda([element], result.key);
  if (isName(result.value, element)) return call(sequence, 'GroupBy', [key], span);
  return call(sequence, 'GroupBy', [key, lambda([element], result.value)], span);
}

function isName(node: Expression, { text }: Identifier): boolean {
  return node.kind === 'SimpleName' && node.name.text === text;
}

function order(source: Expression, element: Element, clause: OrderByClause): Expression {
  return clause.orderings.reduce((sequence, { key, descending }, i) => {
    const method = `${i === 0 ? 'OrderBy' : 'ThenBy'}${descending ? 'Descending' : ''}`;
    return call(sequence, method, [lambda([element], key)], clause.span);
  }, source);
}

/** `from int x in source` casts the elements. */
function castIf(type: FromClause['type'], source: Expression, span: Span): Expression {
  if (!type) return source;
  const name: Identifier = { kind: 'Identifier', text: 'Cast', span: type.span };
  const callee: Expression = {
    kind: 'MemberAccess',
    target: source,
    name,
    typeArguments: [type],
    span,
  };
  return { kind: 'Invocation', callee, arguments: [], span };
}

function call(
  target: Expression,
  method: string,
  values: readonly Expression[],
  span: Span,
): Expression {
  const name: Identifier = { kind: 'Identifier', text: method, span };
  const whole = { start: Math.min(target.span.start, span.start), end: span.end };
  return {
    kind: 'Invocation',
    callee: { kind: 'MemberAccess', target, name, typeArguments: [], span: whole },
    arguments: values.map((value) => ({ kind: 'Argument', value, span: value.span })),
    span: whole,
  };
}

function lambda(parameters: readonly Identifier[], body: Expression): Lambda {
  return {
    kind: 'Lambda',
    parameters: parameters.map((name): Parameter => ({ kind: 'Parameter', name, span: name.span })),
    body,
    span: body.span,
  };
}

function read(name: Identifier): Expression {
  return { kind: 'SimpleName', name, typeArguments: [], span: name.span };
}

function object(
  names: readonly Identifier[],
  values: readonly Expression[],
  span: Span,
): Expression {
  const members = names.map((name, i): AnonymousMember => ({
    kind: 'AnonymousMember',
    name,
    value: values[i]!,
    span: name.span,
  }));
  return { kind: 'AnonymousObject', members, span };
}

function intoOf(clause: FromClause | JoinClause): readonly Identifier[] {
  return clause.kind === 'JoinClause' && clause.into ? [clause.into] : [];
}

/**
 * Two range variables of one query cannot share a name. That of a group join is out of sight behind its
 * `into`, so a later clause may take its name (C# 7.3 §from, let, where, join and orderby clauses).
 */
function hasDuplicates({ from, body }: Query, { session }: Scope): boolean {
  let found = false;
  const seen = new Set([from.name.text]);
  for (const clause of body.clauses) {
    const names =
      clause.kind === 'JoinClause'
        ? [clause.name, ...intoOf(clause)]
        : clause.kind === 'FromClause' || clause.kind === 'LetClause'
          ? [clause.name]
          : [];
    const hidden = clause.kind === 'JoinClause' && clause.into ? clause.name : undefined;
    for (const name of names) {
      const { text, span } = name;
      if (seen.has(text)) {
        session.report('CS1930', span, [text]);
        found = true;
      }
      if (name !== hidden) seen.add(text);
    }
  }
  return found;
}
