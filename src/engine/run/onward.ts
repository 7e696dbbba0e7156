/** What goes on from a call to other servers, and how it fails there. */
import { asked } from '../../lib/http/fieldName.ts';
import { SendError } from '../../lib/http/exchange.ts';
import type { HeaderMap } from '../../lib/http/HeaderMap.ts';
import { endToEnd } from '../../lib/http/hopByHop.ts';
import { GatewayError } from '../errors.ts';
import type { PolicyContext, PolicyRequest } from './PolicyContext.ts';

/**
 * The headers of the request that may go on. Host is the name by which the caller knows the gateway,
 * and another server has its own (RFC 9110 §7.2), unless a policy says otherwise.
 */
export function onwardHeaders({ headers }: Pick<PolicyRequest, 'headers'>): HeaderMap {
  const onward = endToEnd(headers);
  if (!headers.wasSet(asked.host)) onward.delete(asked.host);
  return onward;
}

/** What a failure to send is called in `context.LastError`; what is no such failure, as it is. */
export function sendFailure(error: unknown, { signal }: Pick<PolicyContext, 'signal'>): unknown {
  if (signal.aborted) {
    const args = ['The caller went away before it was answered.'];
    return new GatewayError('ClientConnectionFailure', { args, cause: error });
  }
  if (!(error instanceof SendError)) return error;
  const reason = error.kind === 'timeout' ? 'Timeout' : 'BackendConnectionFailure';
  return new GatewayError(reason, { args: [error.message], cause: error });
}
