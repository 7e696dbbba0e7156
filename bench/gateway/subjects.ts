import { createPublicKey, createSign, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A gateway that is measured. */
export interface Subject {
  readonly name: string;
  /** Rows are compared within a task. */
  readonly task: 'plain proxy' | 'key + RS256 token + policies';
  /** The Debian package that it needs; undefined for ourselves. */
  readonly needs: string | undefined;
  /** Writes the configuration and gives the command. */
  prepare(folder: string, port: number, origin: number): readonly string[];
  /** Path to call. */
  readonly path: string;
}

export const subscriptionKey = 'bench-key-0123456789';
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
const { n, e } = createPublicKey(publicPem).export({ format: 'jwk' });

/** Distinct valid tokens, signed with RS256. */
export function tokens(count: number): string[] {
  const encode = (value: unknown): string =>
    Buffer.from(JSON.stringify(value)).toString('base64url');
  return Array.from({ length: count }, (_, index) => {
    const payload = {
      iss: 'https://issuer.example/',
      aud: 'api://bench',
      sub: `caller-${index}`,
      roles: ['Orders.Read.All'],
      exp: Math.floor(Date.now() / 1000) + 7200,
      filler: 'x'.repeat(300),
    };
    const signed = `${encode({ alg: 'RS256', typ: 'JWT', kid: 'bench' })}.${encode(payload)}`;
    return `${signed}.${createSign('sha256').update(signed).sign(privateKey, 'base64url')}`;
  });
}

const sallyport = join(import.meta.dirname, '..', '..', 'bin', 'sallyport.cjs');

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function ourDirectory(folder: string, origin: number, policy: string | undefined): void {
  const api = {
    displayName: 'Bench',
    path: '',
    protocols: ['http'],
    serviceUrl: `http://127.0.0.1:${origin}`,
    subscriptionRequired: policy !== undefined,
  };
  const operation = { displayName: 'Any', method: 'GET', urlTemplate: '/*' };
  write(`${folder}/apis/bench/apiInformation.json`, JSON.stringify({ properties: api }));
  write(
    `${folder}/apis/bench/operations/any/operationInformation.json`,
    JSON.stringify({ properties: operation }),
  );
  if (policy === undefined) return;
  write(`${folder}/apis/bench/policy.xml`, policy);
  const subscription = {
    displayName: 'Bench',
    scope: '/apis/bench',
    state: 'active',
    primaryKey: subscriptionKey,
  };
  write(
    `${folder}/subscriptions/bench/subscriptionInformation.json`,
    JSON.stringify({ properties: subscription }),
  );
}

const policy = `<policies>
  <inbound>
    <base />
    <validate-jwt header-name="Authorization" output-token-variable-name="token">
      <issuer-signing-keys><key id="bench" n="${n}" e="${e}" /></issuer-signing-keys>
      <audiences><audience>api://bench</audience></audiences>
      <issuers><issuer>https://issuer.example/</issuer></issuers>
    </validate-jwt>
    <choose>
      <when condition="@(context.Request.Headers.GetValueOrDefault("x-tier", "silver") == "gold")">
        <set-header name="x-gold" exists-action="override"><value>true</value></set-header>
      </when>
    </choose>
    <set-header name="x-caller" exists-action="override">
      <value>@(((Jwt)context.Variables["token"]).Subject)</value>
    </set-header>
  </inbound>
</policies>`;

function ourCommand(folder: string, port: number): string[] {
  const ports = ['--http-port', String(port), '--https-port', '0'];
  return [process.execPath, sallyport, 'start', folder, ...ports, '--no-watch'];
}

function nginx(folder: string, port: number, origin: number): string[] {
  write(
    `${folder}/nginx.conf`,
    `daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log /dev/null;
events { worker_connections 1024; }
http {
  access_log off;
  client_body_temp_path ${folder}/b; proxy_temp_path ${folder}/p; fastcgi_temp_path ${folder}/f;
  uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
  keepalive_requests 1000000000;
  upstream origin { server 127.0.0.1:${origin}; keepalive 64; keepalive_requests 1000000000; }
  server {
    listen 127.0.0.1:${port};
    location / { proxy_http_version 1.1; proxy_set_header Connection ""; proxy_pass http://origin; }
  }
}`,
  );
  return ['nginx', '-p', folder, '-c', `${folder}/nginx.conf`];
}

function haproxy(folder: string, port: number, origin: number, rules: string): string[] {
  write(`${folder}/public.pem`, publicPem);
  write(
    `${folder}/haproxy.cfg`,
    `global
  nbthread 1
defaults
  mode http
  timeout client 60s
  timeout server 60s
  timeout connect 5s
  http-reuse always
frontend front
  bind 127.0.0.1:${port}
${rules.replaceAll('PEM', `${folder}/public.pem`)}
  default_backend origin
backend origin
  server origin 127.0.0.1:${origin}
`,
  );
  return ['haproxy', '-f', `${folder}/haproxy.cfg`];
}

const jwtRules = `  http-request deny deny_status 401 unless { req.hdr(Ocp-Apim-Subscription-Key) -m str ${subscriptionKey} }
  http-request set-var(txn.bearer) http_auth_bearer
  http-request set-var(txn.alg) var(txn.bearer),jwt_header_query('$.alg')
  http-request set-var(txn.iss) var(txn.bearer),jwt_payload_query('$.iss')
  http-request set-var(txn.aud) var(txn.bearer),jwt_payload_query('$.aud')
  http-request set-var(txn.exp) var(txn.bearer),jwt_payload_query('$.exp','int')
  http-request deny deny_status 401 unless { var(txn.alg) -m str RS256 }
  http-request deny deny_status 401 unless { var(txn.iss) -m str https://issuer.example/ }
  http-request deny deny_status 401 unless { var(txn.aud) -m str api://bench }
  http-request deny deny_status 401 unless { var(txn.bearer),jwt_verify(txn.alg,"PEM") -m int 1 }
  http-request set-header x-caller %[var(txn.bearer),jwt_payload_query('$.sub')]`;

const plain = 'plain proxy';
const secured = 'key + RS256 token + policies';

export const subjects: readonly Subject[] = [
  {
    name: 'sallyport',
    task: plain,
    needs: undefined,
    path: '/',
    prepare(folder, port, origin) {
      ourDirectory(folder, origin, undefined);
      return ourCommand(folder, port);
    },
  },
  { name: 'nginx', task: plain, needs: 'nginx', path: '/', prepare: nginx },
  {
    name: 'haproxy',
    task: plain,
    needs: 'haproxy',
    path: '/',
    prepare: (folder, port, origin) => haproxy(folder, port, origin, ''),
  },
  {
    name: 'sallyport',
    task: secured,
    needs: undefined,
    path: '/',
    prepare(folder, port, origin) {
      ourDirectory(folder, origin, policy);
      return ourCommand(folder, port);
    },
  },
  {
    name: 'haproxy jwt_verify',
    task: secured,
    needs: 'haproxy',
    path: '/',
    prepare: (folder, port, origin) => haproxy(folder, port, origin, jwtRules),
  },
];
