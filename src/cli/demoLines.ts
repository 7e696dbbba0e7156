import type { RunningDemo } from '../server/demo/startDemo.ts';
import { paint } from './terminal.ts';

/** A call to try: what it shows, the status of its (last) answer, and the line to paste. */
interface Example {
  readonly shows: string;
  readonly status: number;
  readonly line: string;
}

/** What the demo prints: what runs where, what to trust, and lines that can be pasted. */
export function demoLines(demo: RunningDemo, command: string): string[] {
  const { ports, caFile, directory, metadataUrl } = demo;
  const where: [string, string][] = [
    ['gateway', `http://localhost:${ports.http}  https://localhost:${ports.https}`],
    ['identity', metadataUrl],
    ['orders', `http://localhost:${ports.orders}  a backend that checks tokens itself`],
    [
      'inventory',
      `http://localhost:${ports.inventory}  a backend that knows only Basic credentials`,
    ],
    ['trust', `${caFile}  the CA of the https addresses above`],
    ['policies', directory],
  ];
  return [
    paint('bold', 'Sallyport demo'),
    '',
    ...where.map(([name, text]) => `  ${paint('cyan', name.padEnd(10))} ${text}`),
    '',
    'Calls to try in another terminal (change a policy, and the change is live within a second):',
    '',
    ...examples(demo, command).flatMap(({ shows, status, line }) => [
      paint('dim', `# ${status}: ${shows}`),
      line,
      '',
    ]),
    'Ctrl-C stops everything.',
  ];
}

function examples({ ports, caFile, subscriptionKey }: RunningDemo, command: string): Example[] {
  const http = `http://localhost:${ports.http}`;
  const https = `https://localhost:${ports.https}`;
  const key = `-H 'Ocp-Apim-Subscription-Key: ${subscriptionKey}'`;
  const token = (audience: string): string =>
    `-H "Authorization: Bearer $(${command} token ${audience})"`;
  return [
    {
      shows: 'refused, no subscription key',
      status: 401,
      line: `curl -si ${http}/shop/orders/1001`,
    },
    {
      shows: 'refused, a key but no token',
      status: 401,
      line: `curl -si ${key} ${http}/shop/orders/1001`,
    },
    {
      shows: 'refused, a token for another audience',
      status: 401,
      line: `curl -si ${key} ${token('gateway')} ${http}/shop/orders/1001`,
    },
    {
      shows: 'refused, the caller’s address is blocked',
      status: 403,
      line: `curl -si ${key} ${token('orders')} ${http}/shop/orders/audit`,
    },
    {
      shows:
        'passes; scenario 1: the token goes through unchanged, and the backend checks it again',
      status: 200,
      line: `curl -si ${key} ${token('orders')} ${http}/shop/orders/1001`,
    },
    {
      shows:
        'passes; scenario 2: the token is for the gateway, which calls the backend with Basic credentials',
      status: 200,
      line: `curl -si ${key} ${token('gateway')} ${http}/inventory/items`,
    },
    {
      shows: 'passes; scenario 2: the gateway calls on with a token that it got in its own name',
      status: 200,
      line: `curl -si ${key} ${token('gateway')} ${http}/inventory/reorders`,
    },
    {
      shows: 'passes; the same over https',
      status: 200,
      line: `curl -si --cacert ${quoted(caFile)} ${key} ${token('orders')} ${https}/shop/orders/1002`,
    },
    {
      shows: 'refused at the fourth call, over the rate limit of 3 in 60 seconds',
      status: 429,
      line: `for call in 1 2 3 4; do curl -si ${key} ${token('orders')} ${http}/shop/orders; echo; done`,
    },
  ];
}

/** A path as a shell reads it. */
function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}
