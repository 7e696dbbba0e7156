import type { BoundSection, BoundSwitch } from '../check/boundStatements.ts';
import { compileExpression } from './expressions.ts';
import { signals } from './Frame.ts';
import type { Execute, Frame } from './Frame.ts';
import { compileLocalFunctions } from './functions.ts';
import { compilePattern } from './patterns.ts';
import type { Scope } from './Scope.ts';
import { compileStatements } from './statements.ts';

interface CompiledSection {
  readonly section: BoundSection;
  readonly matches: (frame: Frame, value: unknown) => boolean;
  readonly execute: Execute;
}

/** C# 7.3 §switch-statement: the labels in order, `default` last wherever it stands. */
export function compileSwitch(node: BoundSwitch, scope: Scope): Execute {
  const evaluate = compileExpression(node.value, scope);
  const enter = scope.enter(node.locals);
  const declare = compileLocalFunctions(node.functions, scope);
  const sections = node.sections.map((section) => compileSection(section, scope));
  const fallback = sections.find(({ section }) => section.isDefault);
  return (frame) => {
    const value = evaluate(frame);
    enter?.(frame);
    declare?.(frame);
    let next = sections.find(({ matches }) => matches(frame, value)) ?? fallback;
    while (next) {
      const signal = next.execute(frame);
      if (signal === signals.break) return signals.normal;
      const target = signal === signals.goto ? frame.jump : undefined;
      next = sections.find(({ section }) => section.target === target);
      if (!next) return signal;
      // `goto case` may lead in circles.
      frame.environment.spend();
    }
    return signals.normal;
  };
}

function compileSection(section: BoundSection, scope: Scope): CompiledSection {
  const enter = scope.enter(section.locals);
  const labels = section.labels.map(({ pattern, when }) => ({
    matches: compilePattern(pattern, scope),
    when: when && compileExpression(when, scope),
  }));
  return {
    section,
    execute: compileStatements(section.statements, scope),
    matches(frame, value) {
      enter?.(frame);
      return labels.some(
        ({ matches, when }) =>
          matches(frame, value) && (when === undefined || when(frame) === true),
      );
    },
  };
}
