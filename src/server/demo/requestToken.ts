import { readFile } from 'node:fs/promises';
import { Body } from '../../lib/http/Body.ts';
import { SendError, strictTls } from '../../lib/http/exchange.ts';
import { HeaderMap } from '../../lib/http/HeaderMap.ts';
import { createClient } from '../../lib/http/http1/client.ts';
import type { DemoState } from './demoState.ts';

/** No token was given; `message` says why, in the words of the identity provider where it spoke. */
export class TokenError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'TokenError';
  }
}

const maxBytes = 1024 * 1024;

/** Gets an access token by client credentials (RFC 6749 §4.4). @throws TokenError */
export async function requestToken(state: DemoState, scope: string): Promise<string> {
  const client = createClient({ trustedCertificates: [await readFile(state.caFile, 'utf8')] });
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: state.clientId,
    client_secret: state.clientSecret,
    scope,
  });
  try {
    const answer = await client.send({
      method: 'POST',
      url: state.tokenUrl,
      headers: new HeaderMap([['Content-Type', 'application/x-www-form-urlencoded']]),
      body: Body.ofText(form.toString()),
      timeoutMs: 10_000,
      tls: strictTls,
    });
    const text = answer.body ? Buffer.from(await answer.body.buffer(maxBytes)).toString() : '';
    return tokenIn(answer.status, text);
  } catch (error) {
    if (error instanceof SendError) throw new TokenError('The identity provider does not answer.');
    throw error;
  } finally {
    await client.close();
  }
}

function tokenIn(status: number, text: string): string {
  const answer = JSON.parse(text) as { access_token?: unknown; error_description?: unknown };
  if (status === 200 && typeof answer.access_token === 'string') return answer.access_token;
  const description = answer.error_description;
  throw new TokenError(
    typeof description === 'string' ? description : `The identity provider answered ${status}.`,
  );
}
