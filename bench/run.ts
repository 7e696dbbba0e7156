/**
 * Measures the gateway beside nginx and HAProxy in one run: CPU time of the gateway's process for each
 * request, throughput and latency. The gateway has one core, load generator and backend the other.
 * Rounds are interleaved over all subjects, and medians are compared as ratios.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { load, wrkScript } from './gateway/load.ts';
import type { Load } from './gateway/load.ts';
import { Bound, freePort, isInstalled } from './gateway/process.ts';
import { subjects, subscriptionKey, tokens } from './gateway/subjects.ts';
import type { Subject } from './gateway/subjects.ts';

const rounds = Number(process.env['ROUNDS'] ?? 5);
const seconds = Number(process.env['SECONDS_PER_ROUND'] ?? 2);
const connections = 64;
const [gatewayCore, otherCore] = [0, 1];

interface Sample extends Load {
  readonly cpuMicroseconds: number;
}

interface Row {
  readonly subject: Subject;
  readonly samples: Sample[];
  residentMegabytes: number;
}

async function main(): Promise<void> {
  for (const tool of ['wrk', 'taskset']) {
    if (!isInstalled(tool)) {
      process.stderr.write(
        `The benchmark needs ${tool} (Debian: apt-get install wrk util-linux).\n`,
      );
      process.exitCode = 1;
      return;
    }
  }
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-bench-'));
  const running: Bound[] = [];
  try {
    const rows = await measure(folder, running);
    report(rows);
  } finally {
    await Promise.all(running.map((each) => each.stop()));
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(folder: string, running: Bound[]): Promise<Row[]> {
  const origin = await freePort();
  running.push(await Bound.start(otherCore, originCommand(folder, origin), origin));
  const script = join(folder, 'load.lua');
  const bearer = tokens(200).map((token) => ({
    Authorization: `Bearer ${token}`,
    'Ocp-Apim-Subscription-Key': subscriptionKey,
  }));
  writeFileSync(script, wrkScript(bearer));
  const started: { row: Row; program: Bound; url: string }[] = [];
  for (const subject of subjects.filter(({ needs }) => needs === undefined || isInstalled(needs))) {
    const port = await freePort();
    const own = mkdtempSync(join(folder, 'subject-'));
    const program = await Bound.start(gatewayCore, subject.prepare(own, port, origin), port);
    running.push(program);
    const row = { subject, samples: [], residentMegabytes: 0 };
    started.push({ row, program, url: `http://127.0.0.1:${port}${subject.path}` });
  }
  const options = { core: otherCore, script, connections, seconds };
  for (const { url } of started) await load({ ...options, url });
  for (let round = 0; round < rounds; round++) {
    for (const { row, program, url } of started) {
      const before = program.cpuMicroseconds();
      const seen = await load({ ...options, url });
      const cpuMicroseconds = (program.cpuMicroseconds() - before) / seen.requests;
      row.samples.push({ ...seen, cpuMicroseconds });
      row.residentMegabytes = program.residentMegabytes();
    }
  }
  return started.map(({ row }) => row);
}

function originCommand(folder: string, port: number): string[] {
  if (!isInstalled('nginx')) {
    return [process.execPath, join(import.meta.dirname, 'gateway', 'origin.ts'), String(port)];
  }
  const config = join(folder, 'origin.conf');
  writeFileSync(
    config,
    `daemon off; worker_processes 1; pid ${folder}/origin.pid; error_log /dev/null;
events { worker_connections 1024; }
http { access_log off; keepalive_requests 1000000000; client_body_temp_path ${folder}/ob;
  proxy_temp_path ${folder}/op; fastcgi_temp_path ${folder}/of; uwsgi_temp_path ${folder}/ou;
  scgi_temp_path ${folder}/os; default_type application/json;
  server { listen 127.0.0.1:${port}; location / { return 200 '{"ok":true}'; } } }`,
  );
  return ['nginx', '-p', folder, '-c', config];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function report(rows: readonly Row[]): void {
  const figures = rows.map(({ subject, samples, residentMegabytes }) => ({
    task: subject.task,
    name: subject.name,
    cpuMicrosecondsPerRequest: median(samples.map((each) => each.cpuMicroseconds)),
    requestsPerSecond: median(samples.map((each) => each.perSecond)),
    p50Microseconds: median(samples.map((each) => each.p50Microseconds)),
    p99Microseconds: median(samples.map((each) => each.p99Microseconds)),
    errors: samples.reduce((sum, each) => sum + each.errors, 0),
    residentMegabytes: Math.round(residentMegabytes),
  }));
  const lines = [
    '| task | gateway | CPU µs/request | requests/s | p50 µs | p99 µs | errors | MB |',
  ];
  lines.push('|---|---|---|---|---|---|---|---|');
  for (const each of figures) {
    const numbers = [
      each.cpuMicrosecondsPerRequest.toFixed(1),
      each.requestsPerSecond.toFixed(0),
      each.p50Microseconds,
      each.p99Microseconds,
      each.errors,
      each.residentMegabytes,
    ];
    lines.push(`| ${each.task} | ${each.name} | ${numbers.join(' | ')} |`);
  }
  lines.push('', ...ratios(figures));
  const text = lines.join('\n');
  process.stdout.write(`${text}\n`);
  const folder = join(import.meta.dirname, 'results');
  mkdirSync(folder, { recursive: true });
  const day = new Date().toISOString().slice(0, 10);
  const machine = `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${process.versions.node}`;
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  writeFileSync(
    join(folder, `${day}.md`),
    `# ${day}, commit ${commit}\n\n${machine}; ${rounds} rounds of ${seconds} s, ${connections} connections.\n\n${text}\n`,
  );
}

interface Figure {
  readonly task: string;
  readonly name: string;
  readonly cpuMicrosecondsPerRequest: number;
}

/** Ours over each of the others, within a task. */
function ratios(figures: readonly Figure[]): string[] {
  return figures
    .filter(({ name }) => name !== 'sallyport')
    .map((other) => {
      const ours = figures.find(({ name, task }) => name === 'sallyport' && task === other.task)!;
      const ratio = ours.cpuMicrosecondsPerRequest / other.cpuMicrosecondsPerRequest;
      return `- ${other.task}: ${ratio.toFixed(2)} × ${other.name} in CPU per request`;
    });
}

await main();
