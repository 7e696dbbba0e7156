// The main module of oidc-provider prints a warning on import unless `process.release.lts` is set,
// which it is not on a current release of Node. Its parts print nothing.
export { Provider } from 'oidc-provider/lib/provider.js';
export * as errors from 'oidc-provider/lib/helpers/errors.js';
export * as interactionPolicy from 'oidc-provider/lib/helpers/interaction_policy/index.js';
