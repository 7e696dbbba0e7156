import { api } from '../../model/api.ts';
import { apiVersionSet } from '../../model/apiVersionSet.ts';
import { backend } from '../../model/backend.ts';
import { certificate } from '../../model/certificate.ts';
import { group } from '../../model/group.ts';
import { logger } from '../../model/logger.ts';
import { namedValue } from '../../model/namedValue.ts';
import type { Noun } from '../../model/noun.ts';
import { operation } from '../../model/operation.ts';
import { policyFragment } from '../../model/policyFragment.ts';
import { product } from '../../model/product.ts';
import { subscription } from '../../model/subscription.ts';
import { tag } from '../../model/tag.ts';
import { user } from '../../model/user.ts';

/** How a directory holds the resources of one noun: `{directory}/{id}/{information file}`. */
export interface Collection<T> {
  readonly noun: Noun<T>;
  /** What the tools of all generations call the directory. */
  readonly directories: readonly string[];
  /** What they call the file with the properties; the first is named in problems. */
  readonly information: readonly string[];
  /** What a file of overrides calls the collection. */
  readonly overrides: readonly string[];
  /** True when a directory without information file is no mistake: it declares nothing. */
  readonly mayLackInformation: boolean;
}

function collection<T>(
  noun: Noun<T>,
  names: Partial<Omit<Collection<T>, 'noun'>> = {},
): Collection<T> {
  return {
    noun,
    directories: [noun.collection, ...(names.directories ?? [])],
    information: [`${noun.singular}Information.json`, ...(names.information ?? [])],
    overrides: [noun.collection, ...(names.overrides ?? [])],
    mayLackInformation: names.mayLackInformation ?? false,
  };
}

/**
 * The names in every generation of Azure APIOps: the C# tool writes directories with a space, the
 * command line tool writes the names of ARM. Users and certificates, which neither extracts, follow
 * the same pattern.
 */
export const collections = {
  apis: collection(api),
  operations: collection(operation),
  apiVersionSets: collection(apiVersionSet, {
    directories: ['version sets', 'versionSets'],
    information: ['versionSetInformation.json', 'apiVersionSet.json'],
    overrides: ['versionSets'],
  }),
  products: collection(product),
  subscriptions: collection(subscription),
  backends: collection(backend),
  namedValues: collection(namedValue, { directories: ['named values'] }),
  policyFragments: collection(policyFragment, { directories: ['policy fragments'] }),
  certificates: collection(certificate),
  users: collection(user),
  groups: collection(group),
  loggers: collection(logger),
  // A tag's directory may hold nothing but what the tag is put on.
  tags: collection(tag, { mayLackInformation: true }),
};

/** Directories that tell a configuration from any other directory, besides those above. */
export const otherDirectories = [
  'diagnostics',
  'gateways',
  'workspaces',
  'schemas',
  'policyRestrictions',
  'documentations',
  'authorizationServers',
  'openidConnectProviders',
];
