/** Makes the `context` of an expression from JSON that mirrors it; what is absent is null. */
import type { HostBody, HostContext, HostHeaders } from '../../expressions/context/host.ts';
import { ticksOfUnixMilliseconds } from '../../lib/dotnet-time/ticks.ts';
import { parseTimeSpan } from '../../lib/dotnet-time/timeSpanText.ts';
import { Body } from '../../lib/http/Body.ts';
import { HeaderMap } from '../../lib/http/HeaderMap.ts';
import { Url } from '../../lib/http/Url.ts';
import { Complaint } from '../Complaint.ts';
import { readValue } from './readValue.ts';

type Json = Readonly<Record<string, unknown>>;

/** @throws Complaint that says what cannot be read */
export function readContext(json: unknown): HostContext {
  const all = objectOr(json, {}, 'context');
  return {
    api: readApi(all),
    operation: part(all, 'operation', { id: '', name: '', method: '', urlTemplate: '' }),
    product: part(all, 'product', { ...named, ...product }),
    subscription: part(all, 'subscription', { ...named, ...subscription }),
    user: part(all, 'user', user),
    deployment: readDeployment(all),
    request: readRequest(all),
    response: readResponse(all),
    lastError: part(all, 'lastError', lastError),
    backend: null,
    workspace: null,
    variables: readVariables(all),
    requestId: textOr(all['requestId'], '00000000-0000-0000-0000-000000000000'),
    timestampTicks: readTimestamp(all['timestamp']),
    elapsedTicks: readElapsed(all['elapsed']),
    tracing: false,
    trace: () => undefined,
  };
}

const named = { id: '', name: '' };
const product = {
  approvalRequired: false,
  subscriptionRequired: false,
  subscriptionsLimit: null,
  state: 'Published' as const,
  groups: [],
};
const dates = { createdDate: null, startDate: null, endDate: null };
const subscription = { key: '', primaryKey: '', secondaryKey: '', ...dates };
const user = {
  id: '',
  email: '',
  firstName: '',
  lastName: '',
  note: null,
  registrationDate: null,
  groups: [],
  identities: [],
};
const lastError = {
  source: '',
  reason: null,
  message: '',
  scope: null,
  section: null,
  path: null,
  policyId: null,
};

/** What stands under `name` over what it has by default; null when nothing does. */
function part<Part extends object>(all: Json, name: string, defaults: Part): Part | null {
  const given = all[name];
  if (given === undefined || given === null) return null;
  return { ...defaults, ...objectOr(given, {}, name) };
}

function readApi(all: Json): HostContext['api'] {
  const given = part(all, 'api', {
    ...named,
    path: '',
    revision: '1',
    version: null,
    isCurrentRevision: true,
    protocols: ['https'],
    serviceUrl: null as string | null,
    subscriptionKeyParameterNames: {
      header: 'Ocp-Apim-Subscription-Key',
      query: 'subscription-key',
    },
  });
  if (!given) return null;
  return { ...given, serviceUrl: given.serviceUrl === null ? null : readUrl(given.serviceUrl) };
}

function readDeployment(all: Json): HostContext['deployment'] {
  const given = objectOr(all['deployment'], {}, 'deployment');
  const gateway = objectOr(given['gateway'], {}, 'gateway');
  const id = textOr(gateway['id'], 'managed');
  return {
    gatewayId: id,
    gateway: {
      id,
      instanceId: textOr(gateway['instanceId'], ''),
      isManaged: gateway['isManaged'] !== false,
    },
    region: textOr(given['region'], ''),
    serviceId: textOr(given['serviceId'], ''),
    serviceName: textOr(given['serviceName'], ''),
    certificates: new Map(),
  };
}

function readRequest(all: Json): HostContext['request'] {
  const given = objectOr(all['request'], {}, 'request');
  const url = textOr(given['url'], 'http://localhost/');
  return {
    method: textOr(given['method'], 'GET'),
    url: readUrl(url),
    originalUrl: readUrl(textOr(given['originalUrl'], url)),
    headers: readHeaders(given['headers']),
    body: readBody(given['body']),
    ipAddress: textOr(given['ipAddress'], '127.0.0.1'),
    matchedParameters: new Map(
      Object.entries(objectOr(given['matchedParameters'], {}, 'matchedParameters')).map(
        ([name, value]) => [name, textOr(value, '')],
      ),
    ),
    certificate: null,
  };
}

function readResponse(all: Json): HostContext['response'] {
  if (all['response'] === undefined || all['response'] === null) return null;
  const given = objectOr(all['response'], {}, 'response');
  return {
    statusCode: typeof given['statusCode'] === 'number' ? given['statusCode'] : 200,
    statusReason: textOr(given['statusReason'], 'OK'),
    headers: readHeaders(given['headers']),
    body: readBody(given['body']),
  };
}

function readHeaders(json: unknown): HostHeaders {
  const fields = Object.entries(objectOr(json, {}, 'headers'));
  const lines = fields.flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map(
      (each) => [name, textOr(each, '')] as [string, string],
    ),
  );
  const headers = new HeaderMap(lines);
  return {
    names: () => new Set(lines.map(([name]) => name)),
    values: (name) => headers.values(name),
  };
}

function readBody(json: unknown): HostBody | null {
  if (json === undefined || json === null) return null;
  return Body.ofText(typeof json === 'string' ? json : JSON.stringify(json));
}

function readUrl(text: string): Url {
  const url = Url.parse(text);
  if (url) return url;
  throw new Complaint(`The context's '${text}' is no absolute URL.`);
}

function readVariables(all: Json): ReadonlyMap<string, unknown> {
  const given = Object.entries(objectOr(all['variables'], {}, 'variables'));
  return new Map(given.map(([name, json]) => [name, readValue(json, `variables.${name}`)]));
}

function readTimestamp(json: unknown): bigint {
  const now = ticksOfUnixMilliseconds(Date.now());
  if (json === undefined || json === null) return now;
  const date = ticksOfTimestamp(textOr(json, ''));
  if (date !== undefined) return date;
  throw new Complaint("The context's 'timestamp' is no date.", 'Write 2026-03-04T05:06:07Z.');
}

/** ISO 8601 in UTC with up to seven digits of a second, which is a tick. */
function ticksOfTimestamp(text: string): bigint | undefined {
  const [, start, fraction = ''] = /^(.+T\d\d:\d\d:\d\d)(?:\.(\d{1,7}))?Z$/.exec(text) ?? [];
  const seconds = Date.parse(`${start}Z`);
  if (Number.isNaN(seconds)) return undefined;
  return ticksOfUnixMilliseconds(seconds) + BigInt(fraction.padEnd(7, '0'));
}

function readElapsed(json: unknown): bigint {
  const span = parseTimeSpan(textOr(json, '00:00:00'));
  if (typeof span === 'bigint') return span;
  throw new Complaint("The context's 'elapsed' is no time span.", 'Write 00:00:01.5.');
}

function textOr(json: unknown, otherwise: string): string {
  return typeof json === 'string' ? json : otherwise;
}

/** @throws Complaint */
function objectOr(json: unknown, otherwise: Json, where: string): Json {
  if (json === undefined || json === null) return otherwise;
  if (typeof json === 'object' && !Array.isArray(json)) return json as Json;
  throw new Complaint(`The context's '${where}' must be a JSON object.`);
}
