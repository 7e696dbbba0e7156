import { allScopes, allSections, definePolicy } from '../engine/declaration/definePolicy.ts';
import { many, optional } from '../engine/declaration/element.ts';
import { oneOf, text } from '../engine/declaration/valueKinds.ts';
import type { Value } from '../engine/declaration/Value.ts';

export const trace = definePolicy({
  name: 'trace',
  doc: 'Adds a message of its own to the trace of the request.',
  reference: 'https://learn.microsoft.com/azure/api-management/trace-policy',
  // The page leaves on-error out, and Microsoft's samples trace failures there.
  sections: allSections,
  scopes: allScopes,
  attributes: {
    // The page asks for a literal; Microsoft's samples name the API with an expression.
    source: text('Who speaks.', { required: true, expressions: true }),
    severity: oneOf(['verbose', 'information', 'error'], 'How much it matters.', {
      default: 'verbose',
    }),
  },
  // Azure's schema lets the elements stand in any order.
  anyOrder: true,
  children: {
    message: optional({ content: text('The message.', { required: true, expressions: true }) }),
    metadata: many({
      attributes: {
        name: text('The name of a property.', { required: true, expressions: true }),
        value: text('Its value.', { required: true, expressions: true }),
      },
    }),
  },
  content: text('The message, as policies had it before there was `message`.', {
    expressions: true,
  }),
  examples: [
    '<trace source="orders" severity="information"><message>@("Method: " + context.Request.Method)</message><metadata name="api" value="orders" /></trace>',
    '<trace source="orders">A call came in.</trace>',
  ],
  compile({ source, severity, message, metadata, content }, build) {
    const isBlank = !content || content.constant?.value.trim() === '';
    const text: Value<string> | undefined = message ?? (isBlank ? undefined : content);
    if (!text) {
      build.report({ message: "'trace' needs a 'message'.", hint: 'Add <message>…</message>.' });
    }
    if (message && !isBlank) {
      build.report({ message: "'trace' must not hold text beside its 'message'." });
    }
    // Values are found whether or not somebody listens: tracing a request must not change it.
    return (context) => {
      const data = {
        message: text?.(context).trim() ?? '',
        source: source(context),
        severity,
        metadata: Object.fromEntries(
          metadata.map(({ name, value }) => [name(context), value(context)]),
        ),
      };
      context.tracer?.explain(data);
    };
  },
});
