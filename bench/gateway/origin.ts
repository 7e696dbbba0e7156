/** The backend of the benchmark where nginx is not installed: the same short answer to every request. */
import { createServer } from 'node:http';

const body = Buffer.from('{"ok":true}');

createServer((_request, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.length });
  response.end(body);
}).listen(Number(process.argv[2]), '127.0.0.1');
