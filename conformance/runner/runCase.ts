import assert from 'node:assert/strict';
import type { X509Certificate } from 'node:crypto';
import { MemoryOpenIdProviders } from '../../src/adapters/memory/MemoryOpenIdProviders.ts';
import { compileSnapshot } from '../../src/engine/snapshot/compileSnapshot.ts';
import { netTypes } from '../../src/expressions/types/index.ts';
import type { Snapshot } from '../../src/engine/snapshot/Snapshot.ts';
import { Gateway, liveOf } from '../../src/gateway/Gateway.ts';
import type { RequestTrace } from '../../src/gateway/Gateway.ts';
import { Body } from '../../src/lib/http/Body.ts';
import type { IncomingRequest, OutgoingResponse } from '../../src/lib/http/exchange.ts';
import { HeaderMap } from '../../src/lib/http/HeaderMap.ts';
import { policies } from '../../src/policies/index.ts';
import { fetchThrough } from '../../src/lib/http/fetchThrough.ts';
import { certificatesOf, shownCertificate } from './certificates.ts';
import type { CaseCertificates } from './certificates.ts';
import { CaseWorld } from './CaseWorld.ts';
import type { Sent } from './CaseWorld.ts';
import { expectMessage } from './expectMessage.ts';
import { machineFor } from './machineFor.ts';
import { readCase, readFields, readMessage } from './readCase.ts';
import type { CasePart, Message } from './readCase.ts';
import { withTokens } from './tokens.ts';
import { backendOrigin, isSetUp, primaryKey, resourcesOf } from './resourcesOf.ts';

const start = Date.parse('2026-01-01T00:00:00Z');

/** Runs one case against a whole gateway in memory. Throws an AssertionError where it fails. */
export async function runCase(file: string, text: string): Promise<void> {
  const written = readCase(text);
  const certificates = certificatesOf(written);
  const parsed = await withTokens(written, certificates);
  const clock = parsed.parts.find(({ title }) => title === 'clock')?.text.trim();
  const world = new CaseWorld(clock === undefined ? start : Date.parse(clock));
  const resources = resourcesOf(file, parsed, certificates);
  const { snapshot, diagnostics } = compileSnapshot(resources, {
    policies,
    types: netTypes,
    openIdProviders: new MemoryOpenIdProviders({
      fetch: fetchThrough(world.send),
      now: () => world.now(),
    }),
  });
  const told = diagnostics.map(({ code, message, source, span }) => {
    const { line, column } = source.positionAt(span.start);
    return `${code} ${line}:${column} ${message}`;
  });
  const expected = parsed.parts.find(({ title }) => title === 'diagnostics');
  if (expected) {
    const lines = expected.text.split('\n').filter((line) => line.trim() !== '');
    assert.deepEqual(
      told.map((line, at) => line.slice(0, lines[at]?.length ?? line.length)),
      lines,
    );
    return;
  }
  assert.ok(snapshot, `the policy does not compile:\n${told.join('\n')}`);
  await new CaseRun(world, snapshot, certificates).run(parsed.parts);
}

class CaseRun {
  readonly #world: CaseWorld;
  readonly #gateway: Gateway;
  readonly #certificates: CaseCertificates;
  #caller = new Map<string, string>();
  #response: OutgoingResponse | undefined;
  #body = '';
  #sent: readonly Sent[] = [];
  #trace: RequestTrace | undefined;

  constructor(world: CaseWorld, snapshot: Snapshot, certificates: CaseCertificates) {
    this.#world = world;
    this.#certificates = certificates;
    this.#gateway = new Gateway(liveOf(snapshot, machineFor(world, certificates)), {
      log: { access: () => undefined, refusal: () => undefined },
      onTrace: (trace) => (this.#trace = trace),
    });
  }

  async run(parts: readonly CasePart[]): Promise<void> {
    let checks = 0;
    for (const part of parts) {
      const [word] = part.title.split(' ');
      if (part.title === 'addresses')
        for (const [host, address] of readFields(part)) this.#world.resolve(host, address);
      else if (part.title === 'backend answers')
        this.#world.answer(backendOrigin, readMessage(part));
      else if (word === 'fetch')
        this.#world.answer(part.title.slice('fetch '.length), readMessage(part));
      else if (part.title === 'caller') this.#caller = new Map(readFields(part));
      else if (part.title === 'advance') this.#world.advance(millisecondsIn(part));
      else if (part.title === 'request') await this.#call(readMessage(part), parts);
      else if (!isSetUp(part.title)) {
        this.#check(part);
        checks++;
      }
    }
    assert.ok(checks > 0, 'the case expects nothing');
  }

  async #call(message: Message, parts: readonly CasePart[]): Promise<void> {
    const answered = parts.some(({ title }) => title === 'backend answers');
    if (!answered)
      this.#world.answer(backendOrigin, { first: '200 OK', headers: [], body: undefined });
    this.#world.sent.length = 0;
    this.#response = await this.#gateway.handle(
      requestOf(message, this.#caller, this.#certificates),
    );
    const { body } = this.#response;
    this.#body = body ? Buffer.from(await body.buffer(1 << 20)).toString() : '';
    this.#sent = [...this.#world.sent];
  }

  #check(part: CasePart): void {
    const { title } = part;
    const sentTo = (address: string): Sent[] =>
      this.#sent.filter(
        ({ request }) => request.url === address || request.url.startsWith(`${address}/`),
      );
    if (title === 'response') this.#checkResponse(readMessage(part));
    else if (title === 'no backend call') assert.equal(sentTo(backendOrigin).length, 0, title);
    else if (title === 'backend receives')
      expectSent(readMessage(part), sentTo(backendOrigin).at(-1), backendOrigin);
    else if (title === 'backend is asked over HTTP')
      assert.equal(sentTo(backendOrigin).at(-1)?.request.httpVersion, part.text.trim());
    else if (title === 'backend is reached through')
      assert.equal(sentTo(backendOrigin).at(-1)?.request.proxy?.url, part.text.trim());
    else if (title === 'backend is shown')
      this.#checkShown(part.text.trim(), sentTo(backendOrigin).at(-1));
    else if (title.startsWith('fetched ')) {
      const address = title.slice('fetched '.length);
      expectSent(readMessage(part), sentTo(address).at(-1), new URL(address).origin);
    } else if (title === 'trace') {
      const story = JSON.stringify(this.#trace?.traceEntries);
      for (const line of part.text.split('\n'))
        assert.ok(story.includes(line.trim()), `no '${line}' in ${story}`);
    } else throw new Error(`line ${part.line}: unknown part '${title}'`);
  }

  /** Which certificate of the case was shown to a server; `no certificate` for none. */
  #checkShown(expected: string, sent: Sent | undefined): void {
    assert.ok(sent, 'nothing was sent');
    const identity = sent.request.tls.clientCertificate;
    assert.ok(!identity || 'certificate' in identity, 'certificates of cases are PEM');
    const leaf = identity && shownCertificate(identity.certificate, identity.key);
    const shown = [...this.#certificates].find(
      ([, certificate]) => certificate.leaf.fingerprint256 === leaf?.fingerprint256,
    );
    assert.equal(leaf ? shown?.[0] : 'no certificate', expected);
  }

  #checkResponse(expected: Message): void {
    const { status, reason, headers } = this.#response!;
    const first = /^\d{3}$/.test(expected.first) ? String(status) : `${status} ${reason}`;
    expectMessage(expected, { first, headers, body: this.#body });
  }
}

function expectSent(expected: Message, sent: Sent | undefined, origin: string): void {
  assert.ok(sent, `nothing was sent to ${origin}`);
  const { method, url, headers } = sent.request;
  expectMessage(expected, {
    first: `${method} ${url.slice(origin.length)}`,
    headers,
    body: sent.body,
  });
}

function requestOf(
  { first, headers, body }: Message,
  caller: ReadonlyMap<string, string>,
  certificates: CaseCertificates,
): IncomingRequest {
  const [method = 'GET', target = '/'] = first.split(' ');
  const all = new HeaderMap(headers);
  const key = caller.get('key');
  if (key === 'primary') all.append('Ocp-Apim-Subscription-Key', primaryKey);
  else if (key !== undefined && key !== 'none') all.append('Ocp-Apim-Subscription-Key', key);
  return {
    method,
    scheme: 'https',
    authority: all.get('host') ?? 'gateway.test',
    target,
    httpVersion: '1.1',
    headers: all,
    body: body === undefined ? null : bodyOf(body, caller.get('body') === 'streamed'),
    remoteAddress: caller.get('ip') ?? '203.0.113.7',
    clientCertificate: clientCertificateOf(caller.get('certificate'), certificates),
    signal: new AbortController().signal,
  };
}

function clientCertificateOf(
  name: string | undefined,
  certificates: CaseCertificates,
): X509Certificate | null {
  if (name === undefined || name === 'none') return null;
  const certificate = certificates.get(name);
  assert.ok(certificate, `the case describes no certificate '${name}'`);
  return certificate.leaf;
}

/** A body arrives at once, or in parts that can be had only once, as from a socket. */
function bodyOf(text: string, isStreamed: boolean): Body {
  if (!isStreamed) return Body.ofText(text);
  return Body.streaming({
    length: undefined,
    async pipe(sink) {
      for (const line of text.split(/(?<=\n)/)) await sink(Buffer.from(line));
    },
    discard: () => undefined,
  });
}

function millisecondsIn({ text, line }: CasePart): number {
  const [, amount, unit] = /^(\d+)(ms|s|m|h)$/.exec(text.trim()) ?? [];
  const units: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };
  const factor = units[unit ?? ''];
  if (factor === undefined) throw new Error(`line ${line}: '${text}' is no time such as 10s`);
  return Number(amount) * factor;
}
