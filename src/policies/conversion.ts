/** When `xml-to-json` and `json-to-xml` convert a body, which both say in the same way. */
import type { Value } from '../engine/declaration/Value.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';
import { accepts, isJson, isXml } from './mediaTypes.ts';
import type { Message } from './set-body.ts';

const formats = { JSON: isJson, XML: isXml } as const;

interface Conditions {
  readonly apply: Value<string>;
  readonly considerAcceptHeader: Value<boolean>;
}

/** Tells of a message whether it is to be converted; it is not looked into for that. */
export function convertsFrom(
  source: keyof typeof formats,
  { apply, considerAcceptHeader }: Conditions,
): (message: Message, context: PolicyContext) => boolean {
  const target = source === 'JSON' ? 'XML' : 'JSON';
  return ({ headers }, context) => {
    const { request, tracer } = context;
    if (apply(context) !== 'always' && !formats[source](headers.get('Content-Type') ?? '')) {
      tracer?.explain({ message: `The body is not ${source}.` });
      return false;
    }
    if (!considerAcceptHeader(context)) return true;
    if (accepts(request.headers.values('Accept'), formats[target])) return true;
    tracer?.explain({ message: `The caller does not ask for ${target}.` });
    return false;
  };
}
