import { text } from './valueKinds.ts';

/**
 * Attributes that every policy may have
 * (https://learn.microsoft.com/azure/api-management/api-management-error-handling-policies).
 */
export const generalAttributes = {
  id: text('Names this policy in `context.LastError.PolicyId`.'),
};
