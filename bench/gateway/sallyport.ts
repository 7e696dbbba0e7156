import { X509Certificate } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { e, n, subscriptionKey } from './credentials.ts';
import type { Duties, Setup, TlsFiles } from './programs.ts';

const main = join(import.meta.dirname, '..', '..', 'bin', 'sallyport.cjs');

/** Writes a configuration and gives the command that runs it. */
export function sallyport(setup: Setup, duties: Duties): readonly string[] {
  const { isSecured = false, verifiesCallers = false, threads = 1 } = duties;
  const { folder, origin, sink, httpPort, httpsPort, tls } = setup;
  api(setup, 'bench', { path: '', serviceUrl: `http://127.0.0.1:${origin}`, isSecured });
  api(setup, 'sink', { path: 'upload', serviceUrl: `http://127.0.0.1:${sink}`, isSecured: false });
  if (isSecured) secure(folder);
  if (verifiesCallers) writeFileSync(`${folder}/apis/bench/policy.xml`, onlyCaller(tls));
  const ports = ['--http-port', String(httpPort), '--https-port', String(httpsPort)];
  // The others write no line for each call, and ask nobody for a certificate whom they do not verify.
  const lines = ['--log-level', isSecured ? 'info' : 'warn'];
  const how = ['--no-watch', '--workers', String(threads)];
  const settings = ['--tls', tlsSettings(folder, tls, verifiesCallers)];
  return [process.execPath, main, 'start', folder, ...ports, ...settings, ...lines, ...how];
}

function tlsSettings(folder: string, tls: TlsFiles, verifiesCallers: boolean): string {
  const file = `${folder}/tls.yaml`;
  const host = {
    hostName: '127.0.0.1',
    certificate: tls.certificateFile,
    key: tls.keyFile,
    negotiateClientCertificate: verifiesCallers,
  };
  // JSON is YAML, too.
  writeFileSync(file, JSON.stringify({ hostnameConfigurations: [host] }));
  return file;
}

interface Api {
  readonly path: string;
  readonly serviceUrl: string;
  readonly isSecured: boolean;
}

function api({ folder }: Setup, id: string, { path, serviceUrl, isSecured }: Api): void {
  write(`${folder}/apis/${id}/apiInformation.json`, {
    displayName: id,
    path,
    protocols: ['http', 'https'],
    serviceUrl,
    subscriptionRequired: isSecured,
  });
  for (const method of ['GET', 'POST']) {
    write(`${folder}/apis/${id}/operations/${method}/operationInformation.json`, {
      displayName: method,
      method,
      urlTemplate: '/*',
    });
  }
}

function secure(folder: string): void {
  writeFileSync(`${folder}/apis/bench/policy.xml`, policy);
  write(`${folder}/subscriptions/bench/subscriptionInformation.json`, {
    displayName: 'Bench',
    scope: '/apis/bench',
    state: 'active',
    primaryKey: subscriptionKey,
  });
}

function write(path: string, properties: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify({ properties }));
}

/** TLS proves that the caller has the key; which certificate it must be, the policy says. */
function onlyCaller({ clientCertificateFile }: TlsFiles): string {
  const { fingerprint } = new X509Certificate(readFileSync(clientCertificateFile));
  return `<policies>
  <inbound>
    <base />
    <choose>
      <when condition="@(context.Request.Certificate == null || context.Request.Certificate.Thumbprint != "${fingerprint.replaceAll(':', '')}")">
        <return-response><set-status code="403" reason="Forbidden" /></return-response>
      </when>
    </choose>
  </inbound>
</policies>`;
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
