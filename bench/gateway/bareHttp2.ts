/** HTTP/2 by node:http2 with next to nothing around it: answers, or passes calls on by node:http. */
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createSecureServer } from 'node:http2';
import type { ServerHttp2Stream } from 'node:http2';

const [does, httpsPort, certificateFile, keyFile, origin] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true });

function answer(stream: ServerHttp2Stream): void {
  stream.respond({ ':status': 200, 'content-type': 'application/json', 'content-length': 11 });
  stream.end('{"ok":true}');
}

function proxy(stream: ServerHttp2Stream, path: string): void {
  request({ agent, path, host: '127.0.0.1', port: Number(origin) }, (response) => {
    const { statusCode, headers } = response;
    stream.respond({
      ':status': statusCode,
      'content-type': headers['content-type'],
      'content-length': headers['content-length'],
    });
    response.pipe(stream);
  }).end();
}

createSecureServer({ cert: readFileSync(certificateFile!), key: readFileSync(keyFile!) })
  .on('stream', (stream: ServerHttp2Stream, headers) => {
    stream.on('error', () => undefined);
    if (does === 'answers') answer(stream);
    else proxy(stream, headers[':path']!);
  })
  .listen(Number(httpsPort), '127.0.0.1');
