import { availableParallelism } from 'node:os';
import { Command, Option } from 'commander';
import { levels } from '../../server/accessLog.ts';
import { expressionLimitOption } from '../expressionLimit.ts';
import { lazily } from '../lazily.ts';
import { addressRanges, countUpTo, portNumber } from '../optionValues.ts';

const mostWorkers = 256;

export function startCommand(): Command {
  return new Command('start')
    .description('run a gateway on a configuration directory, and take up its changes')
    .argument('<directory>', 'configuration as Azure APIOps extracts it')
    .option('--overrides <file>', 'values for one environment: configuration.{env}.yaml of APIOps')
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--http-port <port>', 'port for http', portNumber, 8080)
    .option('--https-port <port>', 'port for https', portNumber, 8443)
    .option('--cert <file>', 'certificate for https, PEM or .pfx; by default one of a local CA')
    .option('--key <file>', 'PEM key that belongs to --cert, unless that holds it')
    .option(
      '--tls <file>',
      'YAML: certificates by host name, client certificates, versions, ciphers',
    )
    .option('--ca <file>', 'PEM certificates to trust beside the system’s')
    .addOption(
      new Option(
        '--allow-network <range>',
        'where computed addresses may lead beside the Internet, such as 10.0.0.0/8; repeatable',
      )
        .argParser(addressRanges)
        .default([], 'none'),
    )
    .option('--trace <file>', 'append the story of every call to this file, as JSON Lines')
    .addOption(
      new Option(
        '--log-level <level>',
        'calls that have a line: all, those not served, or failures',
      )
        .choices(levels)
        .default('info'),
    )
    .addOption(
      new Option('--workers <number>', 'threads that serve, each on the same ports')
        .argParser(countUpTo(mostWorkers))
        .default(Math.min(availableParallelism(), mostWorkers), 'one for each core'),
    )
    .option(
      '--max-calls <number>',
      'calls under way at a time; more are answered with 503 and Retry-After',
      countUpTo(10_000_000),
      10_000,
    )
    .option(
      '--max-connections <number>',
      'connections of callers at a time; more are closed as they come',
      countUpTo(10_000_000),
      20_000,
    )
    .addOption(expressionLimitOption())
    .option('--no-watch', 'do not take up changes of the directory')
    .action(lazily(async () => (await import('../actions/start.ts')).start));
}
