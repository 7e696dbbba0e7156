import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { root } from './imports.ts';

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(readFileSync(`${root}/package-lock.json`, 'utf8')) as {
  packages: Readonly<Record<string, LockedPackage>>;
};

// A lockfile that was written while a platform's package was missing from the registry installs
// here and nowhere else: npm ci refuses it (npm/cli#9846).
test('the lockfile holds every platform package that it asks for', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, wanted]) => {
        const found = resolve(path, name);
        return !found || (/^\d/.test(wanted) && found.version !== wanted);
      })
      .map(([name, wanted]) => `${path || 'the project'} needs ${name}@${wanted}`),
  );
  assert.deepEqual(missing, []);
});

test('the lockfile names no registry host', () => {
  const named = Object.entries(packages).filter(([, { resolved }]) => resolved?.startsWith('http'));
  assert.deepEqual(
    named.map(([path]) => path),
    [],
  );
});

test('no dependency runs a script when it is installed', () => {
  const scripts = Object.entries(packages).filter(([, entry]) => entry.hasInstallScript);
  assert.deepEqual(
    scripts.map(([path]) => path),
    [],
  );
});

/** What `require(name)` finds from a package: its own node_modules, then those above it. */
function resolve(from: string, name: string): LockedPackage | undefined {
  for (
    let folder = from;
    ;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))
  ) {
    const found = packages[`${folder ? `${folder}/` : ''}node_modules/${name}`];
    if (found || folder === '') return found;
  }
}
