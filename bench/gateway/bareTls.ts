/** TLS by node:tls with next to nothing around it: answers whatever it reads, and closes. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:tls';

const [httpsPort, certificateFile, keyFile] = process.argv.slice(2);
const answer = 'HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 11\r\n\r\n{"ok":true}';

createServer({ cert: readFileSync(certificateFile!), key: readFileSync(keyFile!) }, (socket) => {
  socket.on('error', () => undefined);
  socket.once('data', () => socket.end(answer));
}).listen(Number(httpsPort), '127.0.0.1');
