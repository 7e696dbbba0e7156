import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

const entry = join(import.meta.dirname, '..', 'bin', 'sallyport.cjs');

/** A place on disk of one test: a home for the program, and `sallyport` on the path. */
export class Workshop {
  readonly home = mkdtempSync(join(tmpdir(), 'sallyport-e2e-'));
  readonly env: NodeJS.ProcessEnv;

  constructor() {
    symlinkSync(entry, join(this.home, 'sallyport'));
    this.env = {
      ...process.env,
      SALLYPORT_HOME: join(this.home, 'data'),
      PATH: [this.home, dirname(process.execPath), process.env['PATH']].join(delimiter),
      NO_COLOR: '1',
    };
    delete this.env['npm_lifecycle_event'];
    delete this.env['FORCE_COLOR'];
    // What the test runner tells its children would make them report instead of run.
    delete this.env['NODE_TEST_CONTEXT'];
  }

  start(...args: readonly string[]): Program {
    return new Program(spawn('sallyport', args, { env: this.env, cwd: this.home }));
  }

  /** As on a Node that is too old for anything but to look for a newer one. */
  startOnOlderNode(...args: readonly string[]): Program {
    const pretence = join(this.home, 'older.cjs');
    writeFileSync(pretence, `Object.defineProperty(process.versions, 'node', { value: '20.0.0' })`);
    const command = ['--require', pretence, entry, ...args];
    return new Program(spawn(process.execPath, command, { env: this.env, cwd: this.home }));
  }

  /** Runs a shell line as a person would paste it. */
  async shell(line: string): Promise<Finished> {
    return new Program(spawn('bash', ['-c', line], { env: this.env, cwd: this.home })).finish();
  }

  remove(): void {
    rmSync(this.home, { recursive: true, force: true });
  }
}

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program that runs, with what it has said so far. */
export class Program {
  readonly #child: ChildProcess;
  readonly #ended: Promise<number | null>;
  stdout = '';
  stderr = '';

  constructor(child: ChildProcess) {
    this.#child = child;
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    this.#ended = once(child, 'close').then(([code]) => code as number | null);
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Resolves when the program has said this; rejects when it ends before. */
  async until(pattern: RegExp): Promise<void> {
    while (!pattern.test(this.stdout + this.stderr)) {
      const ended = await Promise.race([
        this.#ended.then(() => true),
        once(this.#child.stdout!, 'data').then(() => false),
        once(this.#child.stderr!, 'data').then(() => false),
      ]);
      if (ended && !pattern.test(this.stdout + this.stderr)) {
        throw new Error(`the program ended without ${pattern}:\n${this.stdout}${this.stderr}`);
      }
    }
  }

  async finish(): Promise<Finished> {
    const code = await this.#ended;
    return { code, stdout: this.stdout, stderr: this.stderr };
  }

  hangUp(): void {
    this.#child.kill('SIGHUP');
  }

  /** As Ctrl-C does. */
  async interrupt(): Promise<Finished> {
    this.#child.kill('SIGINT');
    return this.finish();
  }
}
