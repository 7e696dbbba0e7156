import { Command } from 'commander';
import { lazily } from '../lazily.ts';
import { portNumber } from '../optionValues.ts';

export function demoCommand(): Command {
  return new Command('demo')
    .description('run a gateway, an identity provider and two backends, and print calls to try')
    .option('--http-port <port>', 'gateway, http', portNumber, 8080)
    .option('--https-port <port>', 'gateway, https', portNumber, 8443)
    .option('--identity-port <port>', 'identity provider, https', portNumber, 8444)
    .option('--orders-port <port>', 'orders backend', portNumber, 8081)
    .option('--inventory-port <port>', 'inventory backend', portNumber, 8082)
    .option('--trace <file>', 'append the story of every call to this file, as JSON Lines')
    .action(lazily(async () => (await import('../actions/demo.ts')).demo));
}
