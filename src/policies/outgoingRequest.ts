/** A request of the author's own, as `send-request` and `send-one-way-request` describe it. */
import type { BuildContext } from '../engine/declaration/BuildContext.ts';
import { many, optional } from '../engine/declaration/element.ts';
import type { CompiledElement } from '../engine/declaration/element.ts';
import { namesHost } from '../engine/declaration/namesHost.ts';
import { integer, oneOf, text } from '../engine/declaration/valueKinds.ts';
import { GatewayError } from '../engine/errors.ts';
import { onwardHeaders } from '../engine/run/onward.ts';
import type { PolicyContext, PolicyRequest } from '../engine/run/PolicyContext.ts';
import { Body } from '../lib/http/Body.ts';
import { strictTls } from '../lib/http/exchange.ts';
import type { OutgoingRequest } from '../lib/http/exchange.ts';
import { HeaderMap } from '../lib/http/HeaderMap.ts';
import { Url } from '../lib/http/Url.ts';
import { certificateElement, identityFrom } from './authentication-certificate.ts';
import { managedIdentityElement } from './authentication-managed-identity.ts';
import { bodyElement, bodyWriter } from './set-body.ts';
import type { Message } from './set-body.ts';
import { applyHeader, checkHeader, headerElement } from './set-header.ts';
import { checkMethod, methodElement, methodOf } from './set-method.ts';

/** The element as it stands on its own and in requests of the author's own. */
export const proxyElement = {
  attributes: {
    url: text('`http://host:port` of the proxy.', { required: true, expressions: true }),
    username: text('Its user name.', { expressions: true }),
    password: text('Its password.', { expressions: true }),
  },
} as const;

export const outgoingAttributes = {
  mode: oneOf(
    ['new', 'copy'],
    'Whether the request is a new one or begins as a copy of the current request: its method, address, headers and body.',
    { default: 'new', expressions: true },
  ),
  timeout: integer('Seconds until the response must be here.', {
    default: 60,
    expressions: true,
  }),
} as const;

export const outgoingChildren = {
  'set-url': optional({
    content: text('The address.', { required: true, expressions: true }),
  }),
  'set-method': optional(methodElement),
  'set-header': many(headerElement),
  'set-body': optional(bodyElement),
  'authentication-certificate': optional(certificateElement),
  'authentication-managed-identity': optional({ ...managedIdentityElement, notYet: true }),
  proxy: optional(proxyElement),
} as const;

const element = { attributes: outgoingAttributes, children: outgoingChildren } as const;

type RequestElement = CompiledElement<typeof element>;

/** Makes the request for a call. It throws a GatewayError. */
export type RequestMaker = (context: PolicyContext) => Promise<OutgoingRequest>;

/** Checks the element and compiles it; `name` is what it is called. */
export function requestMaker(
  name: string,
  policy: RequestElement,
  build: BuildContext,
): RequestMaker {
  check(name, policy, build);
  const { mode, timeout, authenticationCertificate } = policy;
  const change = changes(policy, build);
  const isNamed = policy.setUrl && namesHost(policy.setUrl);
  const isProxyNamed = policy.proxy && namesHost(policy.proxy.url);
  const identityOf = authenticationCertificate && identityFrom(authenticationCertificate, build);
  // The page: "in outbound mode, mode=copy does not initialize the request body".
  const copiesBody = build.section === 'inbound' || build.section === 'backend';
  return async (context) => {
    const isCopy = mode(context) === 'copy';
    if (isCopy && copiesBody) await context.buffer({ requestBody: true, responseBody: false });
    const draft = isCopy ? copyOf(context.request, copiesBody) : emptyDraft();
    change(draft, context);
    const url = addressIn(draft.url);
    if (url === undefined) {
      const args = ['The address of the request is malformed.'];
      throw new GatewayError('BackendConnectionFailure', { args });
    }
    const proxy = proxyIn(policy.proxy, isProxyNamed, context);
    return {
      method: draft.method,
      url,
      // A copy goes where the request goes, unless it says otherwise.
      hostIsConfigured: isNamed ? isNamed(draft.url) : (context.target?.hostIsConfigured ?? false),
      headers: draft.headers,
      body: draft.body,
      timeoutMs: Math.max(0, timeout(context)) * 1_000,
      tls: { ...strictTls, clientCertificate: identityOf?.(context) },
      ...(proxy ? { proxy } : {}),
    };
  };
}

function check(
  name: string,
  { mode, timeout, setUrl, setMethod, setHeader }: RequestElement,
  build: BuildContext,
): void {
  if (mode.constant?.value === 'new' && !setUrl) {
    const hint = 'Add <set-url>…</set-url>, or set mode="copy".';
    build.report({ message: `'${name}' needs a 'set-url'.`, hint });
  }
  if (setUrl?.constant && !addressIn(setUrl.constant.value)) {
    const message = `'${setUrl.constant.value.trim()}' is no address for 'set-url'.`;
    build.report({ message, hint: 'Write it with https:// or http:// and a host.' });
  }
  if ((timeout.constant?.value ?? 0) < 0) {
    build.report({ attribute: 'timeout', message: "'timeout' must not be negative." });
  }
  if (setMethod) checkMethod(setMethod, build);
  for (const header of setHeader) checkHeader(header, build);
}

/** A request in the making. */
interface Draft extends Message {
  method: string;
  url: string;
}

/** The page asks for a method; Microsoft's samples leave it out of plain reads. */
function emptyDraft(): Draft {
  return { method: 'GET', url: '', headers: new HeaderMap(), body: null };
}

function copyOf(request: PolicyRequest, withBody: boolean): Draft {
  const headers = onwardHeaders(request);
  // Expressions are to read the response, and they read no compressed text.
  headers.delete('Accept-Encoding');
  const body = withBody && request.body ? Body.of(request.body.read(true)) : null;
  return { method: request.method, url: request.url.toString(), headers, body };
}

/** What the children do to a draft. */
function changes(
  { setUrl, setMethod, setHeader, setBody }: RequestElement,
  build: BuildContext,
): (draft: Draft, context: PolicyContext) => void {
  const writeBody = setBody && bodyWriter(setBody, build);
  return (draft, context) => {
    if (setUrl) draft.url = setUrl(context);
    if (setMethod) draft.method = methodOf(setMethod, context);
    for (const header of setHeader) applyHeader(draft.headers, header, context);
    writeBody?.(draft, context);
  };
}

/** The address without what is not sent; undefined when it is none. */
function addressIn(text: string): string | undefined {
  const url = Url.parse(text.trim());
  return url && /^https?$/.test(url.scheme) ? url.toString() : undefined;
}

/** What a compiled `proxy` element says for a call. @throws GatewayError */
export function proxyIn(
  proxy: RequestElement['proxy'],
  isNamed: ReturnType<typeof namesHost> | undefined,
  context: PolicyContext,
): OutgoingRequest['proxy'] | undefined {
  if (!proxy) return undefined;
  const username = proxy.username?.(context);
  const password = proxy.password?.(context);
  const url = proxy.url(context).trim();
  if (!addressIn(url)) {
    const args = ['The address of the proxy is malformed.'];
    throw new GatewayError('BackendConnectionFailure', { args });
  }
  return {
    url,
    hostIsConfigured: isNamed?.(url) ?? false,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
  };
}

/** Tells of a request, without the query, which may hold keys. */
export function explainRequest(
  message: string,
  { method, url }: OutgoingRequest,
  { tracer }: PolicyContext,
): void {
  tracer?.explain({ message, request: { method, url: url.replace(/\?.*$/s, '') } });
}
