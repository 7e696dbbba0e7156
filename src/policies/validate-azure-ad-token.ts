import type { BuildContext } from '../engine/declaration/BuildContext.ts';
import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import { optional, some } from '../engine/declaration/element.ts';
import { text } from '../engine/declaration/valueKinds.ts';
import type { Value } from '../engine/declaration/Value.ts';
import { GatewayError } from '../engine/errors.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';
import type { TokenRules } from '../lib/jwt/rules.ts';
import { TokenVerifier } from '../lib/jwt/TokenVerifier.ts';
import { decryptionKeysElement, decryptionKeysOf } from './decryptionKeys.ts';
import type { DecryptionKeysOfPolicy } from './decryptionKeys.ts';
import { endpointOf, tenantOf } from './entraTenant.ts';
import type { EntraTenant } from './entraTenant.ts';
import { warnOfPlainHttp } from './metadataAddress.ts';
import { findBearerTokenAt, placeAttributes } from './tokenPlace.ts';
import { audiencesElement, requiredClaimsElement, tokenRulesOf } from './tokenRules.ts';
import { outcomeAttributes, tokenStep } from './tokenStep.ts';

const applicationIds = (doc: string) =>
  optional({
    children: { 'application-id': some({ content: text(doc, { required: true }) }) },
  });

export const validateAzureAdToken = definePolicy({
  name: 'validate-azure-ad-token',
  doc: 'Refuses calls without a valid token of Microsoft Entra ID: tenant, client application, audience and claims.',
  reference: 'https://learn.microsoft.com/azure/api-management/validate-azure-ad-token-policy',
  sections: ['inbound'],
  scopes: allScopes,
  attributes: {
    'tenant-id': text(
      'The tenant: its id, domain or address; `organizations` for any organization, `common` for personal accounts too.',
      { required: true, expressions: true },
    ),
    ...placeAttributes,
    // On no page; Azure's schema has it.
    'require-scheme': text('The scheme that must stand before the token in a header.', {
      default: 'Bearer',
      expressions: true,
    }),
    'authentication-endpoint': text(
      'The Entra endpoint of a national cloud, such as `login.microsoftonline.us`.',
    ),
    ...outcomeAttributes,
  },
  // Azure's schema lets the elements stand in any order.
  anyOrder: true,
  children: {
    'backend-application-ids': applicationIds(
      'An application that tokens may be for: an audience, also after `api://`.',
    ),
    'client-application-ids': applicationIds('An application that may call (`azp` or `appid`).'),
    audiences: audiencesElement,
    'required-claims': requiredClaimsElement,
    'decryption-keys': decryptionKeysElement,
  },
  examples: [
    '<validate-azure-ad-token tenant-id="contoso.onmicrosoft.com"><client-application-ids><application-id>00001111-aaaa-2222-bbbb-3333cccc4444</application-id></client-application-ids></validate-azure-ad-token>',
    '<validate-azure-ad-token tenant-id="organizations" header-name="x-token" output-token-variable-name="jwt"><audiences><audience>api://orders</audience></audiences><required-claims><claim name="roles" match="any"><value>Orders.Read</value></claim></required-claims></validate-azure-ad-token>',
  ],
  compile(policy, build) {
    const find = findBearerTokenAt(policy, build);
    const tenantIn = tenants(policy, build);
    const decryption = decryptionKeysOf(policy.decryptionKeys?.key ?? [], build);
    const verifierOf = verifiersWith(decryption, build);
    const [ofAll, ofOrganizations] = [true, false].map((allowsPersonalAccounts) =>
      tokenRulesOf(policy, completed(policy, allowsPersonalAccounts)),
    );
    warn(policy, build);
    return tokenStep(
      policy,
      {
        find,
        verify(token, context) {
          const tenant = tenantIn(context);
          const rulesOf = tenant.allowsPersonalAccounts ? ofAll! : ofOrganizations!;
          return verifierOf(tenant, context).verify(token, rulesOf(context));
        },
      },
      build,
    );
  },
});

interface Applications {
  readonly applicationId: readonly string[];
}

interface Applicable {
  readonly backendApplicationIds: Applications | undefined;
  readonly clientApplicationIds: Applications | undefined;
}

/** The rules of the elements with those that only Entra's tokens have. */
function completed(
  { backendApplicationIds, clientApplicationIds }: Applicable,
  allowsPersonalAccounts: boolean,
): (rules: TokenRules) => TokenRules {
  // Entra writes the id of the backend's application into `aud`, in v1.0 often as api://<id>.
  const backends = idsOf(backendApplicationIds)?.flatMap((id) => [id, `api://${id}`]) ?? [];
  return (rules) => ({
    ...rules,
    audiences:
      rules.audiences || backends.length > 0
        ? [...(rules.audiences ?? []), ...backends]
        : undefined,
    entra: { allowsPersonalAccounts },
    clients: idsOf(clientApplicationIds),
  });
}

function idsOf(applications: Applications | undefined): readonly string[] | undefined {
  return applications?.applicationId.map((id) => id.trim());
}

interface Tenancy {
  readonly tenantId: Value<string>;
  readonly authenticationEndpoint: string | undefined;
}

/** The tenant for each call; a request that tells none fails. */
function tenants(
  { tenantId, authenticationEndpoint }: Tenancy,
  build: BuildContext,
): (context: PolicyContext) => EntraTenant {
  const endpoint =
    authenticationEndpoint === undefined ? undefined : endpointOf(authenticationEndpoint);
  if (authenticationEndpoint !== undefined && endpoint === undefined) {
    build.report({
      attribute: 'authentication-endpoint',
      message: `'${authenticationEndpoint}' is no endpoint of Microsoft Entra.`,
      hint: 'That of the public cloud is login.microsoftonline.com.',
    });
  }
  if (endpoint !== undefined) warnOfPlainHttp(endpoint, build);
  const given = tenantId.constant?.value;
  const tenant = given === undefined ? undefined : tenantOf(given, endpoint);
  if (given !== undefined && !tenant) {
    build.report({
      attribute: 'tenant-id',
      message: `'${given}' is no tenant.`,
      hint: "It is an id, a domain, an address, 'organizations' or 'common'.",
    });
  }
  if (tenant) return () => tenant;
  return (context) => {
    const found = tenantOf(tenantId(context), endpoint);
    if (found) return found;
    const args = ["The value of 'tenant-id' is no tenant."];
    throw new GatewayError('ExpressionValueEvaluationFailure', { args });
  };
}

/** One verifier for each tenant, unless a key is only known with a request. */
function verifiersWith(
  decryption: DecryptionKeysOfPolicy,
  { openIdProviders }: BuildContext,
): (tenant: EntraTenant, context: PolicyContext) => TokenVerifier {
  const { verified, now } = openIdProviders;
  let last: { readonly tenant: EntraTenant; readonly verifier: TokenVerifier } | undefined;
  return (tenant, context) => {
    if (typeof decryption !== 'function' && last?.tenant === tenant) return last.verifier;
    const decryptionKeys = typeof decryption === 'function' ? decryption(context) : decryption;
    const sources = [openIdProviders.at(tenant.metadataUrl)];
    const verifier = new TokenVerifier({ sources, decryptionKeys, now, verified });
    last = { tenant, verifier };
    return verifier;
  };
}

/** What is allowed, and hardly what its author wants. */
function warn(policy: Applicable & { readonly audiences: unknown }, build: BuildContext): void {
  const { audiences, backendApplicationIds, clientApplicationIds } = policy;
  if (audiences ?? backendApplicationIds ?? clientApplicationIds) return;
  build.report({
    severity: 'warning',
    message: 'Tokens of the tenant are accepted whichever application they are for.',
    hint: 'Add <client-application-ids> or <audiences>.',
  });
}
