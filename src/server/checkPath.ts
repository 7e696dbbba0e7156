import { statSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadDirectory } from '../adapters/directory/loadDirectory.ts';
import type { LoadedDirectory } from '../adapters/directory/loadDirectory.ts';
import { MemoryOpenIdProviders } from '../adapters/memory/MemoryOpenIdProviders.ts';
import { checkDocument } from '../engine/snapshot/checkDocument.ts';
import { compileSnapshot } from '../engine/snapshot/compileSnapshot.ts';
import type { CompileOptions } from '../engine/snapshot/toolboxOf.ts';
import { netTypes } from '../expressions/types/index.ts';
import type { Diagnostic } from '../lib/source/Diagnostic.ts';
import { SourceText } from '../lib/source/SourceText.ts';
import type { PolicyDocument } from '../model/resources.ts';
import { policies } from '../policies/index.ts';
import { documentsOf, remarksOn } from './beyondAllowList.ts';

/** What was checked: every file that was read, with what is to be said of it. */
export type Findings = ReadonlyMap<string, readonly Diagnostic[]>;

/** A path that holds nothing to check. */
export class NothingToCheck extends Error {
  readonly reason: 'missing' | 'empty';

  constructor(reason: NothingToCheck['reason'], message: string) {
    super(message);
    this.name = 'NothingToCheck';
    this.reason = reason;
  }
}

export interface CheckPathOptions {
  /** What is not defined stands for something unknown. */
  readonly assumeReferences: boolean;
  /** Whether to tell what expressions name beyond Azure's list. */
  readonly strict: boolean;
}

type Options = CompileOptions & { readonly strict: boolean };

/**
 * Checks a policy file, a folder of them, or a configuration directory, without running anything
 * and without a network. @throws NothingToCheck
 */
export async function checkPath(
  path: string,
  { assumeReferences, strict }: CheckPathOptions,
): Promise<Findings> {
  const options = { ...optionsOf(assumeReferences), strict };
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new NothingToCheck('missing', `There is no file or directory '${path}'.`);
  if (!stats.isDirectory()) return new Map([[path, await checkFile(path, options)]]);
  const loaded = await loadDirectory(path, { assumeReferences });
  const isConfiguration = !loaded.diagnostics.some(({ code }) => code === 'APIM3005');
  return isConfiguration ? checkDirectory(path, loaded, options) : checkFolder(path, options);
}

/** Checks the text of one policy document, as `checkPath` checks a file. */
export function checkText(source: SourceText, assumeReferences: boolean): readonly Diagnostic[] {
  return checkDocument({ source, format: 'rawxml' }, optionsOf(assumeReferences));
}

function optionsOf(assumeReferences: boolean): CompileOptions {
  return {
    policies,
    types: netTypes,
    openIdProviders: new MemoryOpenIdProviders({ fetch: refuseToFetch, now: Date.now }),
    assumeReferences,
  };
}

function refuseToFetch(): Promise<never> {
  return Promise.reject(new Error('checking touches no network'));
}

async function checkFile(path: string, options: Options): Promise<readonly Diagnostic[]> {
  const source = new SourceText(path, await readFile(path, 'utf8'));
  const document: PolicyDocument = { source, format: 'rawxml' };
  return [...checkDocument(document, options), ...(options.strict ? remarksOn(document) : [])];
}

async function checkFolder(path: string, options: Options): Promise<Findings> {
  const files: string[] = [];
  for await (const file of glob('**/*.xml', { cwd: path })) files.push(join(path, file));
  if (files.length === 0) throw new NothingToCheck('empty', `'${path}' holds no policies.`);
  const findings = new Map<string, readonly Diagnostic[]>();
  for (const file of files.toSorted()) findings.set(file, await checkFile(file, options));
  return findings;
}

function checkDirectory(
  path: string,
  { resources, diagnostics }: LoadedDirectory,
  options: Options,
): Findings {
  const compiled = compileSnapshot(resources, { ...options, publishes: false });
  const remarks = options.strict ? documentsOf(resources).flatMap(remarksOn) : [];
  const all = [...diagnostics, ...compiled.diagnostics, ...remarks];
  if (all.length === 0) return new Map([[path, []]]);
  return new Map(Map.groupBy(all, ({ source }) => source.name));
}
