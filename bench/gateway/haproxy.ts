import { writeFileSync } from 'node:fs';
import { publicPem, subscriptionKey } from './credentials.ts';
import type { Duties, Setup } from './programs.ts';

/** HAProxy with HTTP/2. */
export function haproxy(setup: Setup, duties: Duties): readonly string[] {
  const { folder, httpPort, httpsPort, origin, sink, tls } = setup;
  const { isSecured = false, verifiesCallers = false, threads = 1 } = duties;
  const callers = verifiesCallers ? ` ca-file ${tls.caFile} verify required` : '';
  writeFileSync(`${folder}/public.pem`, publicPem);
  writeFileSync(
    `${folder}/haproxy.cfg`,
    `global
  nbthread ${threads}
defaults
  mode http
  timeout client 60s
  timeout server 60s
  timeout connect 5s
  http-reuse always
frontend front
  bind 127.0.0.1:${httpPort}
  bind 127.0.0.1:${httpsPort} ssl crt ${tls.bothFile} alpn h2,http/1.1${callers}
${isSecured ? rules(`${folder}/public.pem`) : ''}
  use_backend sink if { path_beg /upload }
  default_backend origin
backend origin
  server origin 127.0.0.1:${origin}
backend sink
  server sink 127.0.0.1:${sink}
`,
  );
  return ['haproxy', '-f', `${folder}/haproxy.cfg`];
}

function rules(keyFile: string): string {
  return `  http-request deny deny_status 401 unless { req.hdr(Ocp-Apim-Subscription-Key) -m str ${subscriptionKey} }
  http-request set-var(txn.bearer) http_auth_bearer
  http-request set-var(txn.alg) var(txn.bearer),jwt_header_query('$.alg')
  http-request set-var(txn.iss) var(txn.bearer),jwt_payload_query('$.iss')
  http-request set-var(txn.aud) var(txn.bearer),jwt_payload_query('$.aud')
  http-request set-var(txn.exp) var(txn.bearer),jwt_payload_query('$.exp','int')
  http-request set-var(txn.now) date
  http-request deny deny_status 401 unless { var(txn.alg) -m str RS256 }
  http-request deny deny_status 401 if { var(txn.exp),sub(txn.now) -m int lt 0 }
  http-request deny deny_status 401 unless { var(txn.iss) -m str https://issuer.example/ }
  http-request deny deny_status 401 unless { var(txn.aud) -m str api://bench }
  http-request deny deny_status 401 unless { var(txn.bearer),jwt_verify(txn.alg,"${keyFile}") -m int 1 }
  http-request set-header x-caller %[var(txn.bearer),jwt_payload_query('$.sub')]`;
}
