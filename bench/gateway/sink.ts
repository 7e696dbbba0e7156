/** A backend that reads uploads to their end. */
import { createServer } from 'node:http';

createServer((request, response) => {
  request.resume().on('end', () => response.end('{"ok":true}'));
}).listen(Number(process.argv[2]), '127.0.0.1');
