import { allScopes, allSections, definePolicy } from '../engine/declaration/definePolicy.ts';
import type { BuildContext } from '../engine/declaration/BuildContext.ts';
import type { CompiledElement } from '../engine/declaration/element.ts';
import type { BodyReads } from '../engine/declaration/Value.ts';
import { anything, boolean, oneOf } from '../engine/declaration/valueKinds.ts';
import { GatewayError } from '../engine/errors.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';
import type { Step } from '../engine/run/Step.ts';
import { NetArray } from '../expressions/runtime/NetArray.ts';
import { Body } from '../lib/http/Body.ts';
import type { HeaderMap } from '../lib/http/HeaderMap.ts';
import { compileTemplate, readsOf } from './liquidTemplate.ts';

/** The element as it stands on its own, in `return-response` and in `send-request`. */
export const bodyElement = {
  attributes: {
    template: oneOf(
      ['none', 'liquid'],
      'How the text is read: as it is, or as a Liquid template of the message.',
      { default: 'none' },
    ),
    'xsi-nil': oneOf(
      ['blank', 'null'],
      'What an XML element with `xsi:nil="true"` is to a Liquid template: empty text or nothing.',
      { default: 'blank' },
    ),
    'parse-date': boolean('Whether a Liquid template finds dates in JSON as dates.', {
      default: true,
    }),
  },
  content: anything('The new body: text as it stands, or a string or byte[] of an expression.', {
    required: true,
    expressions: true,
  }),
  markup: true,
} as const;

type BodyElement = CompiledElement<typeof bodyElement>;

export const setBody = definePolicy({
  name: 'set-body',
  doc: 'Sets the body of the request (inbound, backend) or of the response (outbound, on-error).',
  reference: 'https://learn.microsoft.com/azure/api-management/set-body-policy',
  // The page leaves on-error out; Microsoft's samples set the body of error answers there.
  sections: allSections,
  scopes: allScopes,
  ...bodyElement,
  examples: [
    '<set-body>Hello world!</set-body>',
    '<set-body><order><id>7</id></order></set-body>',
    '<set-body>@(context.Request.Body.As<string>(preserveContent: true).ToUpper())</set-body>',
    '<set-body template="liquid"><order><id>{{body.id}}</id><name>{{context.Variables["name"] | Upcase}}</name></order></set-body>',
  ],
  compile(body, build) {
    const write = bodyWriter(body, build);
    const isOfRequest = build.section === 'inbound' || build.section === 'backend';
    const step = isOfRequest ? requestStep(write) : responseStep(write);
    return write.readsBody ? buffered(step, readsOf(build)) : step;
  },
});

function requestStep(write: BodyWriter): SynchronousStep {
  return (context) => write(context.request, context);
}

function responseStep(write: BodyWriter): SynchronousStep {
  return (context) => {
    const before = context.response?.body;
    write(context.openResponse(), context);
    // Nobody will read what the backend still sends.
    before?.discard();
  };
}

type SynchronousStep = (context: PolicyContext) => void;

function buffered(step: SynchronousStep, reads: BodyReads): Step {
  return (context) => {
    const waiting = context.buffer(reads);
    return waiting ? waiting.then(() => step(context)) : step(context);
  };
}

/** A message as `set-body` changes it. */
export interface Message {
  readonly headers: HeaderMap;
  body: Body | null;
}

/** What a compiled `set-body` element does to a message. It throws a GatewayError. */
export interface BodyWriter {
  (message: Message, context: PolicyContext): void;
  /** Whether it reads the body that the message has, of which then all must be here. */
  readonly readsBody: boolean;
}

export function bodyWriter(element: BodyElement, build: BuildContext): BodyWriter {
  if (element.template === 'liquid') return liquidWriter(element, build);
  const { content } = element;
  const known = content.constant && contentOf(content.constant.value);
  const writer = known
    ? (message: Message) => write(message, known)
    : (message: Message, context: PolicyContext) => write(message, contentOf(content(context)));
  return Object.assign(writer, { readsBody: false });
}

function liquidWriter(
  { content, parseDate, xsiNil }: BodyElement,
  build: BuildContext,
): BodyWriter {
  const literal = content.constant;
  const isText = literal !== undefined && typeof literal.value === 'string';
  if (!isText) {
    // What a caller sends must not become a template.
    build.report({
      attribute: 'template',
      message: 'A Liquid template must not be an expression.',
      hint: 'Put the expression in a variable and write {{context.Variables["name"]}}.',
    });
  }
  const text = isText ? { ...literal, value: String(literal.value) } : { value: '' };
  const template = compileTemplate(text, { parseDate, xsiNil }, build);
  const writer = (message: Message, context: PolicyContext): void =>
    write(message, contentOf(template?.render(message, context) ?? ''));
  return Object.assign(writer, { readsBody: template?.readsBody ?? false });
}

interface Content {
  readonly bytes: Uint8Array;
  readonly isText: boolean;
}

function contentOf(value: unknown): Content {
  if (typeof value === 'string') return { bytes: new TextEncoder().encode(value), isText: true };
  if (value === null) return { bytes: new Uint8Array(0), isText: true };
  if (value instanceof NetArray && value.items instanceof Uint8Array) {
    // Later changes to the array must not reach a body that may be on its way.
    return { bytes: value.items.slice(), isText: false };
  }
  const args = ["'set-body' needs a string or a byte[]."];
  throw new GatewayError('ExpressionValueEvaluationFailure', { args });
}

function write(message: Message, { bytes, isText }: Content): void {
  message.body = Body.of(bytes);
  message.headers.delete('Transfer-Encoding');
  message.headers.set('Content-Length', String(bytes.length));
  // RFC 9110 §8.4: text is not compressed, whatever it was made from. Bytes may still be.
  if (isText) message.headers.delete('Content-Encoding');
}
