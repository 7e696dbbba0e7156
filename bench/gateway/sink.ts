/** A backend that reads uploads to their end: at once, or slowly at /slow. */
import { createServer } from 'node:http';

const pauseMs = 50;

createServer((request, response) => {
  request.on('end', () => response.end('{"ok":true}'));
  if (!request.url?.endsWith('/slow')) {
    request.resume();
    return;
  }
  request.on('data', () => {
    request.pause();
    setTimeout(() => request.resume(), pauseMs);
  });
}).listen(Number(process.argv[2]), '127.0.0.1');
