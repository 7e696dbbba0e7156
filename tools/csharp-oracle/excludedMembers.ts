/** Members that two right implementations answer differently, and why. Matched on `Type.Member`. */
export const excludedMembers: readonly (readonly [member: RegExp, reason: string])[] = [
  [/\.GetHashCode$/, 'hash codes are nobody’s business'],
  [/(?:^|\.)(?:Random|RandomNumberGenerator)\./, 'random'],
  [/\.(?:NewGuid|CreateVersion7|Shuffle)$/, 'random'],
  [/\.(?:Now|UtcNow|Today)$/, 'the clock'],
  [
    /TimeZoneInfo\.(?:Local|HasIanaId|ClearCachedData|(?:Find|TryFind|TryConvert|Get)\w*(?:Id|Zones)|ConvertTimeBy\w+)$/,
    'the zones of the machine',
  ],
  [/TimeZone(?:Info)?\.(?:\w+Name|CurrentTimeZone)$/, 'the names of the machine’s zone'],
  [
    /TimeZoneInfo\.(?:ToSerializedString|GetAdjustmentRules)$/,
    'Mono rewrites rules as Unix has them',
  ],
  [/Cryptography\./, 'keys are random; hashes have vectors of their own'],
  [/CultureInfo\.(?:GetCultures|CurrentCulture|CurrentUICulture)$/, 'the machine'],
  [/\.(?:StackTrace|HelpLink|Source|TargetSite|Data|HResult)$/, 'the machine'],
  [/\.GetEncodings$/, 'the machine'],
  [/\.EnsureCapacity$|\.Capacity$|\.TrimExcess$/, 'how memory is cut up is free'],
  [/\.SyncRoot$/, 'an object without meaning'],
  [/String\.(?:Intern|IsInterned)$/, 'what is interned is the run time’s affair'],
  [/CollectionExtensions\./, 'Mono has none'],
];
