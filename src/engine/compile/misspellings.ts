/** Elements that people write for another, seen in real documents; found by no edit distance. */
export const misspellings: Readonly<Record<string, string>> = {
  'validate-token': 'validate-jwt',
  'jwt-validate': 'validate-jwt',
  'ip-restriction': 'ip-filter',
  'rate-limiting': 'rate-limit',
  'authentication-oauth2': 'authentication-managed-identity',
  'set-url': 'rewrite-uri',
  'rewrite-url': 'rewrite-uri',
  if: 'choose',
  'remove-header': 'set-header',
  'delete-header': 'set-header',
  'set-backend': 'set-backend-service',
  'import-fragment': 'include-fragment',
  'log-to-event-hub': 'log-to-eventhub',
  'set-response-body': 'set-body',
};

/** What people write as a policy that has no policy of its own, and how it is done. */
export const otherWays: Readonly<Record<string, string>> = {
  'circuit-breaker': "A circuit breaker belongs to the backend that 'set-backend-service' names.",
  redirect: "Write 'return-response' with the status 302 and the header Location.",
  foreach: 'Policies know no loops; an expression does.',
  log: "Write 'trace', or 'log-to-eventhub' for what is to be kept.",
};
