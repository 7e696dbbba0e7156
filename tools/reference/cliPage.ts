import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Command } from 'commander';
import type { Argument, Option } from 'commander';
import { root } from '../imports.ts';
import { code, page, plain, table } from './markdown.ts';

const folder = join(root, 'src/cli/commands');

/** Commands with their arguments and options. */
export async function cliPage(): Promise<string> {
  const files = globSync('*.ts', { cwd: folder }).filter((file) => !file.endsWith('.test.ts'));
  const commands = await Promise.all(files.toSorted().map(commandIn));
  return page(
    '# Command line',
    table(
      ['Command', 'What it does'],
      commands.map((command) => [
        `[sallyport ${command.name()}](#sallyport-${command.name()})`,
        plain(command.description()),
      ]),
    ),
    ...commands.flatMap(commandParts),
  );
}

/** `commands/check.ts` exports `checkCommand()`. */
async function commandIn(file: string): Promise<Command> {
  const module: unknown = await import(join(folder, file));
  const name = `${basename(file, '.ts')}Command`;
  if (typeof module === 'object' && module !== null && name in module) {
    const make: unknown = module[name as keyof typeof module];
    const command: unknown = typeof make === 'function' ? make() : undefined;
    if (command instanceof Command) return command;
  }
  throw new Error(`src/cli/commands/${file} exports no function ${name}() that makes a command`);
}

function commandParts(command: Command): (string | undefined)[] {
  return [
    `## sallyport ${command.name()}`,
    `${capital(plain(command.description()))}.`,
    code(`sallyport ${command.name()} ${command.usage()}`),
    table(['Argument', 'What it is', 'Default'], command.registeredArguments.map(argumentRow)),
    table(['Option', 'What it does', 'Default'], command.options.map(optionRow)),
  ];
}

function argumentRow(argument: Argument): string[] {
  const { required, variadic, description, argChoices, defaultValue } = argument;
  const name = argument.name() + (variadic ? '...' : '');
  return [
    code(required ? `<${name}>` : `[${name}]`),
    plain(description) + choices(argChoices),
    shown(defaultValue),
  ];
}

function optionRow({ flags, description, argChoices, defaultValue, negate }: Option): string[] {
  return [code(flags), plain(description) + choices(argChoices), negate ? '' : shown(defaultValue)];
}

function choices(words: readonly string[] | undefined): string {
  return words === undefined ? '' : `: ${words.map(code).join(', ')}`;
}

function shown(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? code(`${value}`) : '';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
