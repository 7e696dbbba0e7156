/** Types of Microsoft's list that expressions do not know yet, by full name. */
export const notYetDeclared: ReadonlySet<string> = new Set([
  'System.Security.Cryptography.Oid',
  'System.Security.Cryptography.X509Certificates.PublicKey',
  'System.TimeZone',
  'System.TimeZoneInfo.AdjustmentRule',
  'System.TimeZoneInfo.TransitionTime',
]);
