import { api } from '../../src/model/api.ts';
import { backend } from '../../src/model/backend.ts';
import type { Noun } from '../../src/model/noun.ts';
import { operation } from '../../src/model/operation.ts';
import { product } from '../../src/model/product.ts';
import { noResources, originOf } from '../../src/model/resources.ts';
import type { Located, PolicyDocument, ServiceResources } from '../../src/model/resources.ts';
import { subscription } from '../../src/model/subscription.ts';
import { SourceText } from '../../src/lib/source/SourceText.ts';
import { resourcesOfCertificates } from './certificates.ts';
import type { CaseCertificates } from './certificates.ts';
import { readFields } from './readCase.ts';
import type { Case, CasePart } from './readCase.ts';

export const backendOrigin = 'http://backend.test';
export const primaryKey = 'primary-key';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
const sections = ['inbound', 'backend', 'outbound', 'on-error'];
const scopes = ['global', 'product', 'api', 'operation'];

/**
 * The service of a case: an API `echo` whose operations take every path, a product `starter` with a
 * subscription, and what the case adds. Policies stand at API scope unless their title names another.
 */
export function resourcesOf(
  file: string,
  { parts }: Case,
  certificates: CaseCertificates = new Map(),
): ServiceResources {
  const policy = (scope: string): { policy?: PolicyDocument } => {
    const document = documentOf(file, scope, parts);
    return document ? { policy: document } : {};
  };
  const template = parts.find(({ title }) => title === 'operation')?.text.trim();
  const type = parts.find(({ title }) => title === 'api type')?.text.trim() ?? 'http';
  const operations = template === undefined ? methods.map((method) => `${method} /*`) : [template];
  const keyed = parts.some(({ title, text }) => title === 'caller' && /^key:/m.test(text));
  return {
    ...noResources,
    ...policy('global'),
    apis: [
      {
        ...located(api, 'echo', {
          displayName: 'Echo',
          type,
          path: '',
          protocols: ['http', 'https'],
          serviceUrl: backendOrigin,
          subscriptionRequired: keyed,
        }),
        ...policy('api'),
        schemas: [],
        operations: operations.map((each) => ({
          ...located(
            operation,
            each.replaceAll(/[^a-zA-Z0-9]+/g, '-'),
            operationProperties(each, parts),
          ),
          ...policy('operation'),
        })),
      },
    ],
    products: [
      {
        ...located(product, 'starter', { displayName: 'Starter', state: 'published' }),
        ...policy('product'),
        apis: [{ id: 'echo', origin: originOf(file) }],
        groups: [],
      },
    ],
    subscriptions: [
      located(subscription, 'ada', {
        displayName: 'Ada',
        scope: '/products/starter',
        state: 'active',
        primaryKey,
        secondaryKey: 'secondary-key',
      }),
    ],
    namedValues: parts
      .filter(({ title }) => title === 'named values')
      .flatMap(readFields)
      .map(([displayName, value]) => ({
        id: displayName,
        properties: { displayName, value, secret: false, tags: [] },
        origin: originOf(file),
      })),
    policyFragments: named('fragment', parts).map(([id, part]) => ({
      id,
      properties: { format: 'rawxml' as const },
      origin: originOf(file),
      document: {
        source: new SourceText(`${file} fragment ${id}`, `<fragment>${part.text}</fragment>`),
        format: 'rawxml' as const,
      },
    })),
    backends: named('backend', parts)
      .filter(([id]) => !['answers', 'receives', 'is'].includes(id))
      .map(([id, part]) => located(backend, id, JSON.parse(part.text))),
    certificates: resourcesOfCertificates(certificates),
  };
}

function operationProperties(each: string, parts: readonly CasePart[]): unknown {
  const [method, urlTemplate] = each.split(' ');
  const responses = parts.find(({ title }) => title === 'responses')?.text ?? '[]';
  const names = [...(urlTemplate ?? '').matchAll(/\{\*?([^}]+)\}/g)].map((match) => match[1]);
  const templateParameters = names.map((name) => ({ name, type: 'string', required: true }));
  return { method, urlTemplate, templateParameters, responses: JSON.parse(responses) as unknown };
}

function named(kind: string, parts: readonly CasePart[]): [name: string, part: CasePart][] {
  return parts.flatMap((part): [string, CasePart][] => {
    const [word, name] = part.title.split(' ');
    return word === kind && name !== undefined ? [[name, part]] : [];
  });
}

function documentOf(
  file: string,
  scope: string,
  parts: readonly CasePart[],
): PolicyDocument | undefined {
  const whole = parts.find(
    ({ title }) => title === `${scope} policy` || (scope === 'api' && title === 'policy'),
  );
  if (whole) return { source: new SourceText(file, whole.text), format: 'rawxml' };
  const written = sections.flatMap((section) =>
    parts
      .filter(
        ({ title }) => title === `${scope} ${section}` || (scope === 'api' && title === section),
      )
      .map(({ text }) => `<${section}>\n${text}\n</${section}>`),
  );
  if (written.length === 0) return undefined;
  return {
    source: new SourceText(file, `<policies>\n${written.join('\n')}\n</policies>`),
    format: 'rawxml',
  };
}

function located<T>(noun: Noun<T>, id: string, properties: unknown): Located<T> {
  const read = noun.read(id, properties, (issue) => {
    throw new Error(`${noun.singular} ${id}: ${issue.code} at ${issue.path.join('.')}`);
  });
  if (read === undefined) throw new Error(`${noun.singular} ${id} is malformed`);
  return { id, properties: read, origin: originOf(id) };
}

const askedOfBackend = ['backend is shown', 'backend is asked over HTTP'];

export function isSetUp(title: string): boolean {
  const [first = '', second = ''] = title.split(' ');
  if (sections.includes(first) && second === '') return !(first === 'backend' && second !== '');
  if (scopes.includes(first) && (sections.includes(second) || second === 'policy')) return true;
  if (first === 'backend') return second !== 'receives' && !askedOfBackend.includes(title);
  return [
    'fragment',
    'named',
    'policy',
    'clock',
    'fetch',
    'operation',
    'responses',
    'api',
  ].includes(first);
}
