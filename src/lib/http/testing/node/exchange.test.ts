import { exchangeContract } from '../../exchange.contract.ts';
import { createClient } from './client.ts';
import { listen } from './server.ts';

exchangeContract({ listen, createClient });
