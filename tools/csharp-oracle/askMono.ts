/** Compiles cases with a real C# compiler and runs them. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer } from './Answer.ts';
import type { Case } from './Case.ts';
import { writeProgram } from './writeProgram.ts';

const newtonsoft = '/usr/lib/cli/Newtonsoft.Json-5.0/Newtonsoft.Json.dll';
const references = ['System.Core', 'System.Numerics', 'System.Xml', 'System.Xml.Linq', newtonsoft];
/** mcs stops at the first of some kinds of errors; each round takes those away that it names. */
const maxRounds = 20;
/** An error, or the place where the compiler itself broke down. */
const complaint = /Cases\.cs\((\d+),\d+\+?\): (error .*|Cases\.C\d+\(\) --->)/g;
const timeout = 120_000;

/** Answers in the order of the cases. Throws when Mono is not installed. */
export function askMono(cases: readonly Case[]): Answer[] {
  const folder = mkdtempSync(join(tmpdir(), 'csharp-oracle-'));
  try {
    const refusals = new Map<Case, string>();
    const compiled = compile(cases, refusals, folder);
    const ran = run(folder, compiled.length);
    const answers = new Map(compiled.map((each, i) => [each, ran[i]]));
    return cases.map((each) => answers.get(each) ?? { refused: refusals.get(each) ?? 'no answer' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The cases that compile, compiled into one program. */
function compile(cases: readonly Case[], refusals: Map<Case, string>, folder: string): Case[] {
  let left = [...cases];
  for (let round = 0; round < maxRounds; round++) {
    const { text, firstLine } = writeProgram(left);
    writeFileSync(join(folder, 'Cases.cs'), text);
    const options = ['-nologo', '-warn:0', '-langversion:experimental', '-out:cases.exe'];
    const { stderr, status, error } = spawnSync(
      'mcs',
      [...options, ...references.map((name) => `-r:${name}`), 'Cases.cs'],
      { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 },
    );
    if (error) throw error;
    if (status === 0) return left;
    const bad = new Map<Case, string>();
    for (const [, line, message] of stderr.matchAll(complaint)) {
      const one = left[Number(line) - firstLine];
      if (one && message) bad.set(one, message);
    }
    if (bad.size === 0) throw new Error(`mcs failed: ${stderr.slice(0, 2000)}`);
    for (const [one, message] of bad) refusals.set(one, message);
    left = left.filter((one) => !bad.has(one));
  }
  throw new Error('mcs finds new errors every time');
}

/** Goes on behind a case that hangs or ends the process. */
function run(folder: string, count: number): Answer[] {
  const answers: Answer[] = [];
  const env = { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC' };
  while (answers.length < count) {
    const args = ['cases.exe', String(answers.length)];
    const { stdout, error } = spawnSync('mono', args, {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      timeout,
      env,
    });
    if (error && !('code' in error && error.code === 'ETIMEDOUT')) throw error;
    for (const line of stdout.split('\n')) {
      if (line.endsWith('}')) answers.push(readAnswer(line));
    }
    if (answers.length < count) answers.push({ refused: 'the run did not come to an end' });
  }
  return answers;
}

function readAnswer(line: string): Answer {
  const { index: _, ...answer } = JSON.parse(line) as { index: number } & Answer;
  return answer;
}
