import type { BuildContext } from '../engine/declaration/BuildContext.ts';
import type { BodyReads, Constant } from '../engine/declaration/Value.ts';
import { GatewayError } from '../engine/errors.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';
import { charsetIn, decode } from '../expressions/context/bodyReaders.ts';
import { IProxyRequestContext } from '../expressions/context/IProxyRequestContext.ts';
import type { LiquidProblem } from '../lib/liquid/Compilation.ts';
import { liquidOfJson } from '../lib/liquid/jsonValue.ts';
import { LiquidTemplate } from '../lib/liquid/LiquidTemplate.ts';
import type { LiquidHost } from '../lib/liquid/Rendering.ts';
import { LiquidHash } from '../lib/liquid/values.ts';
import type { LiquidValue } from '../lib/liquid/values.ts';
import { closest } from '../lib/source/closest.ts';
import { liquidOfXml } from '../lib/liquid/xmlValue.ts';
import type { Nil } from '../lib/liquid/xmlValue.ts';
import { liquidOf } from './liquidValue.ts';
import type { Message } from './set-body.ts';

export interface LiquidOptions {
  readonly parseDate: boolean;
  readonly xsiNil: Nil;
}

/** A template of `set-body`, compiled. */
export interface BodyTemplate {
  /** Whether it reads the body of the message that it writes. */
  readonly readsBody: boolean;
  /** @throws GatewayError */
  render(message: Message, context: PolicyContext): string;
}

/** Undefined after problems were reported at their places in the template. */
export function compileTemplate(
  { value, spanOf }: Constant<string>,
  options: LiquidOptions,
  build: BuildContext,
): BodyTemplate | undefined {
  const template = new LiquidTemplate(value);
  for (const { span, message, hint, severity } of problemsOf(template, value)) {
    const text = /[.!?]$/.test(message) ? message : `${message}.`;
    build.report({
      message: `Liquid: ${text}`,
      severity,
      ...(hint === undefined ? {} : { hint }),
      ...(spanOf ? { span: spanOf(span) } : {}),
    });
  }
  if (template.problems.some(({ severity }) => severity === 'error')) return undefined;
  return {
    readsBody: template.asksFor('body'),
    render: (message, context) => rendered(template, message, options, context),
  };
}

/** What every template has (the set-body page). */
const hostNames: ReadonlySet<string> = new Set(['body', 'context']);

/** Its own problems, and variables that are nothing for sure. */
function* problemsOf(template: LiquidTemplate, text: string): Generator<LiquidProblem> {
  yield* template.problems;
  for (const [name, span] of template.unknownNames(hostNames)) {
    // It may be a named value of the service that will run the document.
    if (/^\{\{[A-Za-z0-9._-]+\}\}$/.test(text.slice(span.start, span.end))) continue;
    const meant = closest(name, hostNames);
    const hint = meant ? `Did you mean '${meant}'?` : "A template has 'body' and 'context'.";
    const message = `There is no variable '${name}': it is nothing.`;
    yield { severity: 'warning', message, hint, span };
  }
}

/** What to buffer before a template reads the body of the current message. */
export function readsOf({ section }: BuildContext): BodyReads {
  const requestBody = section === 'inbound' || section === 'backend';
  return { requestBody, responseBody: !requestBody };
}

function rendered(
  template: LiquidTemplate,
  message: Message,
  options: LiquidOptions,
  context: PolicyContext,
): string {
  try {
    const host: LiquidHost = {
      now: () => context.world.now(),
      global: (name) => {
        if (name === 'body') return bodyOf(message, options);
        return name === 'context' ? contextHash(context) : undefined;
      },
    };
    const { maxSteps, maxStringLength: maxLength, maxItems } = context.environment.limits;
    const text = template.render(host, { maxSteps, maxLength, maxItems });
    context.tracer?.explain({ message: 'Liquid template was rendered.', characters: text.length });
    return text;
  } catch (error) {
    const text = error instanceof Error ? error.message : 'Unknown error.';
    throw new GatewayError('ExpressionValueEvaluationFailure', { args: [text], cause: error });
  }
}

/**
 * The set-body page: the Content-Type must be application/json, text/json or end with +json, or be
 * application/xml, text/xml or end with +xml. Any other body is nothing.
 */
function bodyOf({ headers, body }: Message, { parseDate, xsiNil }: LiquidOptions): LiquidValue {
  const bytes = body?.bytes;
  const contentType = headers.get('Content-Type');
  if (!bytes || bytes.length === 0 || !contentType) return null;
  const mediaType = contentType.replace(/;.*$/s, '').trim().toLowerCase();
  const text = (): string => decode(bytes, charsetIn(contentType));
  if (/^(application|text)\/json$|\+json$/.test(mediaType)) {
    return liquidOfJson(text(), { findsDates: parseDate });
  }
  return /^(application|text)\/xml$|\+xml$/.test(mediaType) ? liquidOfXml(text(), xsiNil) : null;
}

function contextHash(context: PolicyContext): LiquidHash {
  const { environment } = context;
  const own = liquidOf(context, environment, IProxyRequestContext.self);
  if (!(own instanceof LiquidHash)) throw new Error('the context of policies has no properties');
  const withExtras = (member: string, extras: Extras): LiquidHash | null => {
    const inner = own.get(member);
    return inner instanceof LiquidHash ? new ExtendedHash(inner, extras) : null;
  };
  return new ExtendedHash(own, {
    request: () => withExtras('Request', requestExtras(context)),
    response: () => withExtras('Response', { method: () => context.request.method }),
  });
}

/** What the page lists for templates and `context` of expressions has not. */
function requestExtras({ request, environment }: PolicyContext): Extras {
  return {
    hasbody: () => request.body !== null,
    originalmethod: () => request.originalMethod,
    clientcertificates: () =>
      [liquidOf(request.certificate, environment)].filter((each) => each !== null),
  };
}

/** By name in lower case. */
type Extras = Readonly<Record<string, () => LiquidValue>>;

class ExtendedHash extends LiquidHash {
  readonly #inner: LiquidHash;
  readonly #extras: ReadonlyMap<string, () => LiquidValue>;

  constructor(inner: LiquidHash, extras: Extras) {
    super();
    this.#inner = inner;
    this.#extras = new Map(Object.entries(extras));
  }

  get(name: string): LiquidValue | undefined {
    const extra = this.#extras.get(name.toLowerCase());
    return extra ? extra() : this.#inner.get(name);
  }

  entries(): Iterable<readonly [string, LiquidValue]> {
    return this.#inner.entries();
  }
}
