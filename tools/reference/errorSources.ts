import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { policies } from '../../src/policies/index.ts';
import { importsUnder, root } from '../imports.ts';

/**
 * What `context.LastError.Source` can be for each reason, read from the code that raises it: policies
 * with what they import of their own room and of `lib/jwt`, and the built-in steps of the gateway. What
 * the engine raises has the policy at work for its source.
 */
export function errorSources(reasons: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const texts = textsOf();
  const imports = Map.groupBy(
    ['src/policies', 'src/lib/jwt'].flatMap((folder) => importsUnder(folder)),
    ({ file }) => file,
  );
  const raised = policies.map(({ name }) => {
    const files = reachable(`src/policies/${name}.ts`, imports);
    return { name, text: files.map((file) => texts(file)).join('\n') };
  });
  const steps = [...builtInSteps(texts), engine(texts)];
  return new Map(
    reasons.map((reason) => {
      const mentions = ({ text }: { text: string }): boolean => text.includes(`'${reason}'`);
      const found = [...steps, ...raised].filter(mentions).map(({ name }) => name);
      return [reason, [...new Set(found)]];
    }),
  );
}

type Texts = (file: string) => string;

function textsOf(): Texts {
  const known = new Map<string, string>();
  return (file) => {
    const text = known.get(file) ?? readFileSync(join(root, file), 'utf8');
    known.set(file, text);
    return text;
  };
}

function reachable(
  file: string,
  imports: ReadonlyMap<string, readonly { readonly target: string }[]>,
): string[] {
  const found = new Set([file]);
  for (const each of found) {
    for (const { target } of imports.get(each) ?? []) {
      if (/^src\/(policies|lib\/jwt)\//.test(target) && basename(target) !== 'index.ts') {
        found.add(target);
      }
    }
  }
  return [...found];
}

function engine(texts: Texts): { name: string; text: string } {
  const files = globSync('src/engine/{compile,run}/**/*.ts', { cwd: root });
  const text = files.filter((file) => !file.endsWith('.test.ts')).map(texts);
  return { name: 'the policy at work', text: text.join('\n') };
}

/** Files of the gateway that name the step they are: `source: 'configuration'`. */
function builtInSteps(texts: Texts): { name: string; text: string }[] {
  const files = new Set(importsUnder('src/gateway').map(({ file }) => file));
  return [...files].flatMap((file) => {
    const [, name] = /\bsource: '([^']+)'/.exec(texts(file)) ?? [];
    return name === undefined || file.endsWith('.test.ts') ? [] : [{ name, text: texts(file) }];
  });
}
