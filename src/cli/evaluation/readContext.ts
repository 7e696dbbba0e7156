/** Makes the `context` of an expression from JSON that mirrors it; what is absent is null. */
import type { HostContext } from '../../expressions/context/host.ts';
import { ticksOfUnixMilliseconds } from '../../lib/dotnet-time/ticks.ts';
import { parseTimeSpan } from '../../lib/dotnet-time/timeSpanText.ts';
import { Complaint } from '../Complaint.ts';
import { readBody, readHeaders, readResponse } from './readMessage.ts';
import { readResource, readUrl } from './readResources.ts';
import { readValue } from './readValue.ts';
import { booleanOr, isAbsent, objectOr, textOr } from './shapes.ts';
import type { JsonObject } from './shapes.ts';

/** @throws Complaint that says what cannot be read */
export function readContext(json: unknown): HostContext {
  const all = objectOr(json, {}, '');
  return {
    api: readResource(all, 'api'),
    operation: readResource(all, 'operation'),
    product: readResource(all, 'product'),
    subscription: readResource(all, 'subscription'),
    user: readResource(all, 'user'),
    lastError: readResource(all, 'lastError'),
    deployment: readDeployment(all),
    request: readRequest(all),
    response: isAbsent(all['response']) ? null : readResponse(all['response'], 'response'),
    backend: null,
    workspace: null,
    variables: readVariables(all),
    requestId: textOr(all['requestId'], '00000000-0000-0000-0000-000000000000', 'requestId'),
    timestampTicks: readTimestamp(all['timestamp']),
    elapsedTicks: readElapsed(all['elapsed']),
    tracing: booleanOr(all['tracing'], false, 'tracing'),
    trace: () => undefined,
  };
}

function readDeployment(all: JsonObject): HostContext['deployment'] {
  const given = objectOr(all['deployment'], {}, 'deployment');
  const gateway = objectOr(given['gateway'], {}, 'deployment.gateway');
  const id = textOr(gateway['id'], 'managed', 'deployment.gateway.id');
  return {
    gatewayId: id,
    gateway: {
      id,
      instanceId: textOr(gateway['instanceId'], '', 'deployment.gateway.instanceId'),
      isManaged: booleanOr(gateway['isManaged'], true, 'deployment.gateway.isManaged'),
    },
    region: textOr(given['region'], '', 'deployment.region'),
    serviceId: textOr(given['serviceId'], '', 'deployment.serviceId'),
    serviceName: textOr(given['serviceName'], '', 'deployment.serviceName'),
    certificates: new Map(),
  };
}

function readRequest(all: JsonObject): HostContext['request'] {
  const given = objectOr(all['request'], {}, 'request');
  const url = textOr(given['url'], 'http://localhost/', 'request.url');
  const matched = objectOr(given['matchedParameters'], {}, 'request.matchedParameters');
  return {
    method: textOr(given['method'], 'GET', 'request.method'),
    url: readUrl(url),
    originalUrl: readUrl(textOr(given['originalUrl'], url, 'request.originalUrl')),
    headers: readHeaders(given['headers'], 'request.headers'),
    body: readBody(given['body']),
    ipAddress: textOr(given['ipAddress'], '127.0.0.1', 'request.ipAddress'),
    matchedParameters: new Map(
      Object.entries(matched).map(([name, value]) => [
        name,
        textOr(value, '', `request.matchedParameters.${name}`),
      ]),
    ),
    certificate: null,
  };
}

function readVariables(all: JsonObject): ReadonlyMap<string, unknown> {
  const given = Object.entries(objectOr(all['variables'], {}, 'variables'));
  return new Map(given.map(([name, json]) => [name, readValue(json, `variables.${name}`)]));
}

function readTimestamp(json: unknown): bigint {
  if (isAbsent(json)) return ticksOfUnixMilliseconds(Date.now());
  const date = ticksOfTimestamp(textOr(json, '', 'timestamp'));
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
  const span = parseTimeSpan(textOr(json, '00:00:00', 'elapsed'));
  if (typeof span === 'bigint') return span;
  throw new Complaint("The context's 'elapsed' is no time span.", 'Write 00:00:01.5.');
}
