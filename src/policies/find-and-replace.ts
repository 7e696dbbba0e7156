import { allScopes, allSections, definePolicy } from '../engine/declaration/definePolicy.ts';
import { text } from '../engine/declaration/valueKinds.ts';
import { GatewayError } from '../engine/errors.ts';
import { charsetIn } from '../expressions/context/bodyReaders.ts';
import { encodingNamed, utf8 } from '../lib/encoding/CharacterEncoding.ts';
import { changesBody } from './bodyChange.ts';

/** The element as it stands on its own and in a GraphQL resolver. */
export const findAndReplaceElement = {
  attributes: {
    from: text('What is searched for.', { required: true, expressions: true }),
    to: text('What stands in its place; nothing removes it.', {
      required: true,
      expressions: true,
    }),
  },
} as const;

export const findAndReplace = definePolicy({
  name: 'find-and-replace',
  doc: 'Replaces a text wherever it stands in the body of the request (inbound, backend) or of the response (outbound, on-error).',
  reference: 'https://learn.microsoft.com/azure/api-management/find-and-replace-policy',
  sections: allSections,
  scopes: allScopes,
  ...findAndReplaceElement,
  examples: [
    '<find-and-replace from="notebook" to="laptop" />',
    '<find-and-replace from="@(context.Request.Url.Host)" to="@(context.Request.OriginalUrl.Host)" />',
  ],
  compile({ from, to }, build) {
    if (from.constant?.value === '') {
      build.report({ attribute: 'from', message: "There is nothing to search for in 'from'." });
    }
    return changesBody(build, (bytes, { headers }, context) => {
      const searched = from(context);
      if (searched === '') throw nothingToSearch();
      const charset = charsetIn(headers.get('Content-Type'));
      const encoding = encodingNamed(charset) ?? utf8;
      const found = replaceAll(bytes, encoding.encode(searched), encoding.encode(to(context)));
      context.tracer?.explain({ message: 'The text was replaced.', times: found.times });
      return found.times === 0 ? undefined : found.bytes;
    });
  },
});

/** Bytes, so that what is no text, or not of the charset that it claims, stays what it is. */
function replaceAll(
  bytes: Uint8Array,
  searched: Uint8Array,
  replacement: Uint8Array,
): { readonly bytes: Uint8Array; readonly times: number } {
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const parts: Uint8Array[] = [];
  let end = 0;
  for (let at = body.indexOf(searched); at >= 0; at = body.indexOf(searched, end)) {
    parts.push(body.subarray(end, at), replacement);
    end = at + searched.length;
  }
  parts.push(body.subarray(end));
  return { bytes: Buffer.concat(parts), times: (parts.length - 1) / 2 };
}

function nothingToSearch(): GatewayError {
  const args = ["'from' of 'find-and-replace' must not be empty."];
  return new GatewayError('ExpressionValueEvaluationFailure', { args });
}
