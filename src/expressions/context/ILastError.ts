import { defineType, membersOf } from '../declare/defineType.ts';
import type { HostLastError } from './host.ts';

const member = membersOf<HostLastError>();

/** `context.LastError`; null unless something failed */
export const ILastError = defineType({
  name: 'ILastError',
  kind: 'interface',
  members: [
    member(
      'string Source { get; }',
      (self) => self.source,
      'context.LastError.Source // "validate-jwt"',
    ),
    member(
      'string? Reason { get; }',
      (self) => self.reason,
      'context.LastError.Reason // "TokenNotPresent"',
    ),
    member(
      'string Message { get; }',
      (self) => self.message,
      'context.LastError.Message // "JWT not present."',
    ),
    member('string? Scope { get; }', (self) => self.scope, 'context.LastError.Scope // "api"'),
    member(
      'string? Section { get; }',
      (self) => self.section,
      'context.LastError.Section // "inbound"',
    ),
    member(
      'string? Path { get; }',
      (self) => self.path,
      'context.LastError.Path // "validate-jwt[1]"',
    ),
    member(
      'string? PolicyId { get; }',
      (self) => self.policyId,
      'context.LastError.PolicyId == null // true',
    ),
  ],
});
