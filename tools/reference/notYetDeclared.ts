/** Types of Microsoft's list that expressions do not know yet, by full name. */
export const notYetDeclared: ReadonlySet<string> = new Set([
  'System.TimeZone',
  'System.TimeZoneInfo.AdjustmentRule',
  'System.TimeZoneInfo.TransitionTime',
]);
