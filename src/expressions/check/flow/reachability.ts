/** Which ends of statements can be reached: C# 7.3 §end points and reachability. */
import type { BoundExpression } from '../bound.ts';
import type { BoundSection, BoundStatement, JumpTarget } from '../boundStatements.ts';

/** Whether the end of a statement can be reached when its start is. */
export function endIsReachable(statement: BoundStatement): boolean {
  return settle((walk) => walk.visit(statement, true));
}

/** Whether control runs out of the end of a switch section. */
export function sectionFallsThrough({ statements, target }: BoundSection): boolean {
  return settle((walk) => {
    walk.jumps.add(target);
    return statements.reduce((reachable, each) => walk.visit(each, reachable), true);
  });
}

/** Jumps make labels reachable that stand before them, so the walk is repeated until none is new. */
function settle(visit: (walk: Walk) => boolean): boolean {
  const walk = new Walk();
  for (;;) {
    const known = walk.jumps.size;
    const end = visit(walk);
    if (walk.jumps.size === known) return end;
  }
}

/** The truth of a condition that is a constant. */
export function constantTruth(condition: BoundExpression | undefined): boolean | undefined {
  if (!condition) return true;
  return condition.kind === 'Constant' && typeof condition.value === 'boolean'
    ? condition.value
    : undefined;
}

class Walk {
  /** Labels and sections that a reachable `goto` leads to. */
  readonly jumps = new Set<JumpTarget>();
  /** Whether the innermost loop or switch is left by a reachable `break`. */
  #breaks = false;

  /** Whether the end is reachable. */
  visit(node: BoundStatement, reachable: boolean): boolean {
    switch (node.kind) {
      case 'Block':
        return node.statements.reduce((before, each) => this.visit(each, before), reachable);
      case 'If':
        return this.#visitIf(node, reachable);
      case 'While': {
        const truth = constantTruth(node.condition);
        const breaks = this.#visitLoop(node.body, reachable && truth !== false);
        return reachable && (truth !== true || breaks);
      }
      case 'Do': {
        const truth = constantTruth(node.condition);
        const continues = holdsContinue(node.body);
        let end = false;
        const breaks = this.#within(() => (end = this.visit(node.body, reachable)));
        return (reachable && (end || continues) && truth !== true) || breaks;
      }
      case 'For': {
        const truth = constantTruth(node.condition);
        const breaks = this.#visitLoop(node.body, reachable && truth !== false);
        return reachable && (truth !== true || breaks);
      }
      case 'ForEach':
        this.#visitLoop(node.body, reachable);
        return reachable;
      case 'Switch':
        return this.#visitSwitch(node, reachable);
      case 'Try':
        return this.#visitTry(node, reachable);
      case 'Using':
        return this.visit(node.body, reachable);
      case 'Labeled':
        return this.visit(node.statement, reachable || this.jumps.has(node.target));
      case 'Break':
        if (reachable) this.#breaks = true;
        return false;
      case 'Goto':
        if (reachable) this.jumps.add(node.target);
        return false;
      case 'Continue':
      case 'Return':
      case 'ThrowStatement':
        return false;
      default:
        return reachable;
    }
  }

  #visitIf(node: Extract<BoundStatement, { kind: 'If' }>, reachable: boolean): boolean {
    const truth = constantTruth(node.condition);
    const yes = this.visit(node.whenTrue, reachable && truth !== false);
    const otherwise = reachable && truth !== true;
    const no = node.whenFalse ? this.visit(node.whenFalse, otherwise) : otherwise;
    return yes || no;
  }

  /** Whether the loop is left by a `break`. */
  #visitLoop(body: BoundStatement, reachable: boolean): boolean {
    return this.#within(() => this.visit(body, reachable));
  }

  #within(visit: () => void): boolean {
    const outer = this.#breaks;
    this.#breaks = false;
    visit();
    const breaks = this.#breaks;
    this.#breaks = outer;
    return breaks;
  }

  #visitSwitch(node: Extract<BoundStatement, { kind: 'Switch' }>, reachable: boolean): boolean {
    let end = !node.isExhaustive;
    const breaks = this.#within(() => {
      for (const { statements } of node.sections) {
        const last = statements.reduce((before, each) => this.visit(each, before), reachable);
        end ||= last;
      }
    });
    return reachable && (end || breaks);
  }

  #visitTry(node: Extract<BoundStatement, { kind: 'Try' }>, reachable: boolean): boolean {
    const ends = [this.visit(node.block, reachable)];
    for (const { block } of node.catches) ends.push(this.visit(block, reachable));
    const last = node.finally ? this.visit(node.finally, reachable) : true;
    return ends.includes(true) && last;
  }
}

/** Whether a body has a `continue` of its own loop. */
function holdsContinue(node: BoundStatement): boolean {
  switch (node.kind) {
    case 'Continue':
      return true;
    case 'Block':
      return node.statements.some(holdsContinue);
    case 'If':
      return holdsContinue(node.whenTrue) || (!!node.whenFalse && holdsContinue(node.whenFalse));
    case 'Switch':
      return node.sections.some(({ statements }) => statements.some(holdsContinue));
    case 'Try':
      return holdsContinue(node.block) || node.catches.some(({ block }) => holdsContinue(block));
    case 'Using':
      return holdsContinue(node.body);
    case 'Labeled':
      return holdsContinue(node.statement);
    default:
      return false;
  }
}
