import type { BackendTarget } from '../engine/BackendTarget.ts';
import type { BuildContext } from '../engine/declaration/BuildContext.ts';
import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import { namesHost } from '../engine/declaration/namesHost.ts';
import { oneOf, text } from '../engine/declaration/valueKinds.ts';
import type { Value } from '../engine/declaration/Value.ts';
import { GatewayError } from '../engine/errors.ts';
import type { Step } from '../engine/run/Step.ts';
import { targetAt } from '../engine/snapshot/backendTargets.ts';

const later = { expressions: true, notYet: true } as const;

/** The element as it stands on its own and in a GraphQL resolver. */
export const backendServiceElement = {
  attributes: {
    'base-url': text('The address in front of the path; not with `backend-id`.', {
      expressions: true,
    }),
    'backend-id': text('The backend with its credentials; not with `base-url`.', {
      expressions: true,
    }),
    'sf-resolve-condition': text('Service Fabric: when to resolve the service again.', later),
    'sf-service-instance-name': text('Service Fabric: the instance of the service.', later),
    'sf-partition-key': text('Service Fabric: the key of the partition.', later),
    'sf-replica-type': oneOf(['primary', 'secondary'], 'Service Fabric: which replica.', later),
    'sf-listener-name': text('Service Fabric: the listener.', later),
    'dapr-app-id': text('Dapr: the application.', later),
    'dapr-method': text('Dapr: its method.', later),
    'dapr-namespace': text('Dapr: its namespace.', later),
  },
} as const;

export const setBackendService = definePolicy({
  name: 'set-backend-service',
  doc: 'Sends the request to another backend, with the path of the operation and the query as they are.',
  reference: 'https://learn.microsoft.com/azure/api-management/set-backend-service-policy',
  sections: ['inbound', 'backend'],
  scopes: allScopes,
  ...backendServiceElement,
  examples: [
    '<set-backend-service base-url="https://contoso.example/api/9.1" />',
    '<set-backend-service backend-id="orders" />',
    '<set-backend-service base-url="@("https://" + context.Request.MatchedParameters["region"] + ".contoso.example")" />',
  ],
  compile({ baseUrl, backendId }, build) {
    if (baseUrl && !backendId) return toAddress(baseUrl, build);
    if (backendId && !baseUrl) return toBackend(backendId, build);
    build.report({
      message: "'set-backend-service' needs either 'base-url' or 'backend-id'.",
      hint: baseUrl ? 'Remove one of them.' : 'Add one of them.',
    });
    return () => undefined;
  },
});

function toAddress(baseUrl: Value<string>, build: BuildContext): Step {
  const isNamed = namesHost(baseUrl);
  const at = (address: string): BackendTarget | undefined => {
    const target = addressed(address);
    return target && { ...target, hostIsConfigured: isNamed(address) };
  };
  const known = baseUrl.constant && at(baseUrl.constant.value);
  if (baseUrl.constant && !known) {
    const message = `'${baseUrl.constant.value}' is no address of a backend.`;
    build.report({
      attribute: 'base-url',
      message,
      hint: 'Write it with https://, http://, wss:// or ws:// and a host.',
    });
  }
  return (context) => {
    const target = known ?? at(baseUrl(context));
    if (!target) throw unusable('The address of the backend is malformed.');
    const chosenAt = context.target?.chosenAt;
    if (chosenAt && allScopes.indexOf(chosenAt) < allScopes.indexOf(build.scope)) {
      // The page, "Usage notes": a backend-id of a broader scope gives way to another backend-id alone.
      context.tracer?.explain({
        message: `The backend-id of the scope ${chosenAt} stands: base-url cannot override it.`,
      });
      return;
    }
    context.retarget(target);
    context.tracer?.explain({ message: `The backend is at ${target.baseUrl.authority}.` });
  };
}

function toBackend(backendId: Value<string>, build: BuildContext): Step {
  const chosenAt = build.scope;
  const id = backendId.constant?.value;
  const known = id === undefined ? undefined : { ...build.backend(id), chosenAt };
  return (context) => {
    const target = known ?? { ...found(backendId(context), build), chosenAt };
    context.retarget(target);
    context.tracer?.explain({ message: `The backend is '${target.id}'.` });
  };
}

function found(id: string, { findBackend }: BuildContext): BackendTarget {
  const target = findBackend(id);
  if (target === undefined) throw unusable(`There is no backend '${id}'.`);
  if (typeof target === 'string') throw unusable(`The backend '${id}' ${target}.`);
  return target;
}

/** A query of the address goes with every request. */
function addressed(address: string): BackendTarget | undefined {
  const target = targetAt(address.trim());
  if (!target || !/^(https?|wss?)$/.test(target.baseUrl.scheme)) return undefined;
  const { query } = target.baseUrl;
  const parameters = query
    .names()
    .flatMap((name) => query.values(name).map((value) => [name, value] as const));
  return { ...target, query: parameters };
}

function unusable(message: string): GatewayError {
  return new GatewayError('BackendConnectionFailure', { args: [message] });
}
