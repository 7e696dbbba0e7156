/**
 * Keys that are only known with a request: Microsoft's lab shows
 * `<key>@((string)context.Variables["…"])</key>` (https://github.com/Azure/apim-lab, module 7).
 */
import type { Value } from '../engine/declaration/Value.ts';
import { GatewayError } from '../engine/errors.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';

/**
 * Makes something of texts that expressions give. The last is kept, so that tokens that its keys
 * have verified stay verified while the texts do not change.
 */
export function whileSame<Made>(
  values: readonly Value<string>[],
  make: (texts: readonly string[]) => Made,
): (context: PolicyContext) => Made {
  let last: { readonly joined: string; readonly made: Made } | undefined;
  return (context) => {
    const texts = values.map((value) => value(context));
    const joined = JSON.stringify(texts);
    if (last?.joined !== joined) last = { joined, made: make(texts) };
    return last.made;
  };
}

/** @throws GatewayError */
export function keyOfRequest<Key>(
  purpose: 'signing' | 'decryption',
  result:
    | { readonly ok: true; readonly key: Key }
    | { readonly ok: false; readonly problem: string },
): Key {
  if (result.ok) return result.key;
  const args = [`A ${purpose} key cannot be used. ${result.problem}`];
  throw new GatewayError('ExpressionValueEvaluationFailure', { args });
}
