/** Bits of `DateTimeStyles` (https://learn.microsoft.com/dotnet/api/system.globalization.datetimestyles). */
export const dateStyles = {
  allowLeadingWhite: 1,
  allowTrailingWhite: 2,
  allowInnerWhite: 4,
  noCurrentDateDefault: 8,
  adjustToUniversal: 16,
  assumeLocal: 32,
  assumeUniversal: 64,
  roundtripKind: 128,
} as const;
