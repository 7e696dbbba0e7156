import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import { boolean, text } from '../engine/declaration/valueKinds.ts';
import { GatewayError } from '../engine/errors.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';
import { RewriteTemplate } from '../engine/run/RewriteTemplate.ts';
import { Query } from '../lib/http/Query.ts';

export const rewriteUri = definePolicy({
  name: 'rewrite-uri',
  doc: "Replaces the path and the query of the request to the backend; the backend's own address stays in front.",
  reference: 'https://learn.microsoft.com/azure/api-management/rewrite-uri-policy',
  sections: ['inbound'],
  scopes: allScopes,
  attributes: {
    template: text(
      "The new path, with a query if need be. `{name}` stands for a parameter of the operation's URL template.",
      { required: true, expressions: true },
    ),
    'copy-unmatched-params': boolean(
      "Whether query parameters that the operation's URL template does not name are kept.",
      { default: true, expressions: true },
    ),
  },
  examples: [
    '<rewrite-uri template="/v2/orders/{id}?detail=full" copy-unmatched-params="false" />',
    '<rewrite-uri template="@("/tenants/" + context.Subscription.Id + "/orders/{id}")" />',
  ],
  compile({ template, copyUnmatchedParams }, build) {
    const known = template.constant && new RewriteTemplate(template.constant.value);
    if (known?.problem) build.report({ attribute: 'template', ...known.problem });
    return (context) => {
      const read = known ?? new RewriteTemplate(template(context));
      const { path, query } = read.fill((name) => parameter(name, context));
      if (path === undefined) {
        // A value that the caller sent must not lead out of the place that the template has for it.
        throw new GatewayError('BadRequest', {
          args: ['The path of the request cannot be rewritten with these values.'],
        });
      }
      const unmatched = copyUnmatchedParams(context) ? unmatchedIn(context, query) : '';
      context.rewritePath(path);
      context.request.url.query = new Query([query, unmatched].filter((each) => each).join('&'));
      context.tracer?.explain({
        message: `The path for the backend is ${context.request.url.path}.`,
      });
    };
  },
});

function parameter(wanted: string, context: PolicyContext): string {
  const { matchedParameters } = context.request;
  for (const [name, value] of matchedParameters) {
    if (name.toLowerCase() === wanted.toLowerCase()) return encode(name, value, context);
  }
  throw new GatewayError('ExpressionValueEvaluationFailure', {
    message: `The URL template of the operation has no parameter '${wanted}'.`,
  });
}

/** Only `{*rest}` takes slashes that part segments; in every other value a slash is data. */
function encode(name: string, value: string, { operation }: PolicyContext): string {
  const isRest = operation?.urlTemplate.includes(`{*${name}}`) ?? false;
  const parts = isRest ? value.split('/') : [value];
  return parts.map((part) => encodeURIComponent(part.toWellFormed())).join('/');
}

/**
 * Query parameters that neither the operation's URL template matched (they are spent) nor the new
 * template sets: what an author fixed, a caller cannot say otherwise.
 */
function unmatchedIn({ request, spentQueryParameters }: PolicyContext, set: string): string {
  const query = request.url.query.copy();
  for (const name of [...spentQueryParameters, ...new Query(set).names()]) query.delete(name);
  return query.toString();
}
