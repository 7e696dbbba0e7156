import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Complaint } from '../Complaint.ts';
import { evaluate } from '../evaluation/evaluate.ts';
import { parseJson } from '../evaluation/parseJson.ts';
import type { EvaluationRequest, Surroundings } from '../evaluation/evaluate.ts';
import type { ExpressionLimits } from '../../expressions/runtime/Environment.ts';
import { printDiagnostic } from '../printDiagnostic.ts';
import { paint, say } from '../terminal.ts';

interface EvalOptions {
  readonly context?: string;
  readonly batch?: string;
  readonly expressionLimit: Partial<ExpressionLimits>;
}

export async function evaluateExpressions(
  expression: string | undefined,
  { context, batch, expressionLimit }: EvalOptions,
): Promise<void> {
  if (batch !== undefined) {
    await evaluateBatch(batch, { limits: expressionLimit });
    return;
  }
  if (expression === undefined) {
    throw new Complaint(
      'There is nothing to evaluate.',
      "Give an expression, such as '@(1 + 2)', or --batch FILE.",
    );
  }
  const json = context === undefined ? undefined : readJson(await readText(context), context);
  evaluateOne(
    { expression, ...(json === undefined ? {} : { context: json }) },
    { limits: expressionLimit },
  );
}

function evaluateOne(request: EvaluationRequest, surroundings: Surroundings): void {
  const result = evaluate(request, surroundings);
  if (result.kind === 'value') {
    say(`${paint('cyan', result.type ?? 'null')}: ${result.text}`);
    return;
  }
  process.exitCode = 1;
  if (result.kind === 'exception') say(`${paint('red', result.error)}: ${result.message}`);
  else for (const diagnostic of result.diagnostics) say(printDiagnostic(diagnostic));
}

/** One answer a line, in the order of the questions; a line that cannot be read is an answer, too. */
async function evaluateBatch(file: string, surroundings: Surroundings): Promise<void> {
  const input = file === '-' ? process.stdin : createReadStream(file);
  const opened = new Promise<void>((resolve, reject) => {
    input.once('readable', resolve);
    input.once('end', resolve);
    input.once('error', () => reject(new Complaint(`'${file}' cannot be read.`)));
  });
  await opened;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (line.trim() !== '') say(JSON.stringify(answer(line, surroundings)));
  }
}

function answer(line: string, surroundings: Surroundings): Record<string, unknown> {
  const question = readQuestion(line);
  if (typeof question === 'string')
    return { id: null, ok: false, error: 'InvalidInput', message: question };
  const { id } = question;
  const result = evaluateOrComplain(question, surroundings);
  if (result instanceof Complaint)
    return { id, ok: false, error: 'InvalidInput', message: result.message };
  switch (result.kind) {
    case 'value':
      return { id, ok: true, type: result.type, text: result.text };
    case 'exception':
      return { id, ok: false, error: result.error, message: result.message };
    default:
      return { id, ok: false, error: 'CompilationError', message: describe(result.diagnostics) };
  }
}

function evaluateOrComplain(
  question: EvaluationRequest,
  surroundings: Surroundings,
): ReturnType<typeof evaluate> | Complaint {
  try {
    return evaluate(question, surroundings);
  } catch (error) {
    if (error instanceof Complaint) return error;
    throw error;
  }
}

function describe(
  diagnostics: Extract<ReturnType<typeof evaluate>, { kind: 'diagnostics' }>['diagnostics'],
): string {
  return diagnostics
    .map(({ code, message, source, span }) => {
      const { line, column } = source.positionAt(span.start);
      return `${line}:${column} ${code}: ${message}`;
    })
    .join('\n');
}

function readQuestion(line: string): (EvaluationRequest & { readonly id: unknown }) | string {
  let value: unknown;
  try {
    value = parseJson(line);
  } catch {
    return 'The line is no JSON.';
  }
  if (typeof value !== 'object' || value === null || !('expression' in value)) {
    return "The line has no 'expression'.";
  }
  const { id = null, expression, context, now } = value as Record<string, unknown>;
  if (typeof expression !== 'string') return "'expression' is no string.";
  return {
    id,
    expression,
    ...(context === undefined ? {} : { context }),
    ...(typeof now === 'string' ? { now } : {}),
  };
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new Complaint(`'${file}' cannot be read.`);
  }
}

function readJson(text: string, file: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    throw new Complaint(
      `'${file}' is no JSON: ${error instanceof Error ? error.message : 'unknown error'}.`,
    );
  }
}
