import { truncateSync, writeFileSync } from 'node:fs';
import type { Duties, Setup } from './programs.ts';

const temporary = (folder: string): string =>
  ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join(' ');

/** nginx as a plain proxy, with its buffers at 64 KB, TLS 1.3 and HTTP/2. */
export function nginx(
  { folder, httpPort, httpsPort, origin, sink, tls }: Setup,
  { verifiesCallers = false }: Duties,
): readonly string[] {
  const callers = `ssl_client_certificate ${tls.caFile}; ssl_verify_client on;`;
  const upstream = (name: string, port: number): string =>
    `upstream ${name} { server 127.0.0.1:${port}; keepalive 64; keepalive_requests 1000000000; }`;
  return run(
    folder,
    `keepalive_requests 1000000000; client_max_body_size 10m;
  proxy_buffer_size 64k; proxy_buffers 8 64k; proxy_request_buffering off; client_body_buffer_size 64k;
  proxy_http_version 1.1; proxy_set_header Connection "";
  ${upstream('origin', origin)}
  ${upstream('sink', sink)}
  server {
    listen 127.0.0.1:${httpPort};
    listen 127.0.0.1:${httpsPort} ssl http2;
    ssl_certificate ${tls.certificateFile}; ssl_certificate_key ${tls.keyFile};
    ssl_protocols TLSv1.2 TLSv1.3; ${verifiesCallers ? callers : ''}
    location / { proxy_pass http://origin; }
    location /upload { proxy_pass http://sink; }
  }`,
  );
}

/** Of the answer at /long. */
const longBytes = 20_000_000;

/** nginx as the backend: a short answer everywhere, 100 KB at /large, 20 MB at /long. */
export function originServer(folder: string, port: number): readonly string[] {
  writeFileSync(`${folder}/large`, 'x'.repeat(100_000));
  writeFileSync(`${folder}/long`, '');
  truncateSync(`${folder}/long`, longBytes);
  return run(
    folder,
    `keepalive_requests 1000000000; default_type application/json;
  server {
    listen 127.0.0.1:${port};
    location / { return 200 '{"ok":true}'; }
    location = /large { root ${folder}; }
    location = /long { root ${folder}; }
  }`,
  );
}

function run(folder: string, http: string): readonly string[] {
  const config = `${folder}/nginx.conf`;
  writeFileSync(
    config,
    `daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log /dev/null;
user root; events { worker_connections 4096; }
http {
  access_log off; ${temporary(folder)}
  ${http}
}`,
  );
  return ['nginx', '-p', folder, '-c', config];
}
