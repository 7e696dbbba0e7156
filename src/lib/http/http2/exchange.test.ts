import { createClient } from '../client.ts';
import { exchangeContract } from '../exchange.contract.ts';
import { listen } from '../server.ts';
import { testTls } from '../testing/testTls.ts';

const tls = await testTls();

exchangeContract({
  listen: (host, port, options) => listen(host, port, { ...options, tls }),
  createClient,
  httpVersion: '2',
});
