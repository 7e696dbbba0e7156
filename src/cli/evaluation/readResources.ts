/** What a call is about, from JSON: the API, its operation, the product, the subscription, the user. */
import type { HostContext, HostGroup } from '../../expressions/context/host.ts';
import { Url } from '../../lib/http/Url.ts';
import { Complaint } from '../Complaint.ts';
import { booleanOr, integerOr, isAbsent, listOr, objectOr, textOr } from './shapes.ts';
import type { JsonObject } from './shapes.ts';

/** What the reader of a part asks of its JSON, by name. @throws Complaint */
interface Part {
  text(name: string, otherwise?: string): string;
  textOrNull(name: string): string | null;
  integerOrNull(name: string): number | null;
  flag(name: string, otherwise: boolean): boolean;
  list(name: string): readonly unknown[];
  part(name: string): Part;
}

type Resources = 'api' | 'operation' | 'product' | 'subscription' | 'user' | 'lastError';

const readers: { readonly [Name in Resources]: (part: Part) => HostContext[Name] } = {
  api: (api) => {
    const serviceUrl = api.textOrNull('serviceUrl');
    const keys = api.part('subscriptionKeyParameterNames');
    return {
      ...named(api),
      path: api.text('path'),
      revision: api.text('revision', '1'),
      version: api.textOrNull('version'),
      isCurrentRevision: api.flag('isCurrentRevision', true),
      protocols: texts(api.list('protocols'), 'api.protocols', ['https']),
      serviceUrl: serviceUrl === null ? null : readUrl(serviceUrl),
      subscriptionKeyParameterNames: {
        header: keys.text('header', 'Ocp-Apim-Subscription-Key'),
        query: keys.text('query', 'subscription-key'),
      },
    };
  },
  operation: (operation) => ({
    ...named(operation),
    method: operation.text('method'),
    urlTemplate: operation.text('urlTemplate'),
  }),
  product: (product) => ({
    ...named(product),
    approvalRequired: product.flag('approvalRequired', false),
    subscriptionRequired: product.flag('subscriptionRequired', false),
    subscriptionsLimit: product.integerOrNull('subscriptionsLimit'),
    state: stateOf(product.text('state', 'Published')),
    groups: product.list('groups').map((group) => readGroup(group, 'product.groups')),
  }),
  subscription: (subscription) => ({
    ...named(subscription),
    key: subscription.text('key'),
    primaryKey: subscription.text('primaryKey'),
    secondaryKey: subscription.text('secondaryKey'),
    createdDate: subscription.textOrNull('createdDate'),
    startDate: subscription.textOrNull('startDate'),
    endDate: subscription.textOrNull('endDate'),
  }),
  user: (user) => ({
    id: user.text('id'),
    email: user.text('email'),
    firstName: user.text('firstName'),
    lastName: user.text('lastName'),
    note: user.textOrNull('note'),
    registrationDate: user.textOrNull('registrationDate'),
    groups: user.list('groups').map((group) => readGroup(group, 'user.groups')),
    identities: user.list('identities').map((json) => {
      const identity = partOf(objectOr(json, {}, 'user.identities'), 'user.identities');
      return { id: identity.text('id'), provider: identity.text('provider') };
    }),
  }),
  lastError: (error) => ({
    source: error.text('source'),
    reason: error.textOrNull('reason'),
    message: error.text('message'),
    scope: error.textOrNull('scope'),
    section: error.textOrNull('section'),
    path: error.textOrNull('path'),
    policyId: error.textOrNull('policyId'),
  }),
};

/** What stands under `name`; null when nothing does. @throws Complaint */
export function readResource<Name extends Resources>(
  all: JsonObject,
  name: Name,
): HostContext[Name] {
  const json = all[name];
  if (isAbsent(json)) return null as HostContext[Name];
  return readers[name](partOf(objectOr(json, {}, name), name));
}

/** @throws Complaint */
export function readUrl(text: string): Url {
  const url = Url.parse(text);
  if (url) return url;
  throw new Complaint(`The context's '${text}' is no absolute URL.`);
}

function partOf(json: JsonObject, where: string): Part {
  const at = (name: string): string => `${where}.${name}`;
  return {
    text: (name, otherwise = '') => textOr(json[name], otherwise, at(name)),
    textOrNull: (name) => textOr(json[name], null, at(name)),
    integerOrNull: (name) => integerOr(json[name], null, at(name)),
    flag: (name, otherwise) => booleanOr(json[name], otherwise, at(name)),
    list: (name) => listOr(json[name], at(name)),
    part: (name) => partOf(objectOr(json[name], {}, at(name)), at(name)),
  };
}

function named(part: Part): { id: string; name: string } {
  return { id: part.text('id'), name: part.text('name') };
}

function readGroup(json: unknown, where: string): HostGroup {
  return named(partOf(objectOr(json, {}, where), where));
}

function texts(
  list: readonly unknown[],
  where: string,
  otherwise: readonly string[],
): readonly string[] {
  return list.length === 0 ? otherwise : list.map((each) => textOr(each, '', where));
}

function stateOf(text: string): 'NotPublished' | 'Published' {
  if (text === 'Published' || text === 'NotPublished') return text;
  throw new Complaint("The context's 'product.state' must be Published or NotPublished.");
}
