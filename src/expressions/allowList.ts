import type { TypeDefinition } from './typeSystem/TypeDefinition.ts';

/**
 * The .NET types that Microsoft lets policy expressions use, and their members where the list names
 * them (https://learn.microsoft.com/azure/api-management/api-management-policy-expressions#CLRTypes).
 * Type parameters are left out; `Outer.Nested` is a nested type.
 */
interface AllowedNamespace {
  readonly namespace: string;
  /** Types with all their members. */
  readonly whole: string;
  /** Types with the members named; `new` is the constructors. */
  readonly partly?: Readonly<Record<string, string>>;
}

const namespaces: readonly AllowedNamespace[] = [
  {
    namespace: 'Newtonsoft.Json',
    whole: 'Formatting',
    partly: { JsonConvert: 'SerializeObject DeserializeObject' },
  },
  {
    namespace: 'Newtonsoft.Json.Linq',
    whole:
      'Extensions JArray JConstructor JContainer JObject JProperty JRaw JToken JTokenType JValue',
  },
  {
    namespace: 'System',
    whole:
      'Array BitConverter Boolean Byte Char Convert DateTimeOffset Decimal Double Exception Guid Int16 Int32 Int64 Math MidpointRounding Nullable Random SByte Single String StringComparer StringComparison StringSplitOptions TimeSpan TimeZone TimeZoneInfo TimeZoneInfo.AdjustmentRule TimeZoneInfo.TransitionTime Tuple UInt16 UInt32 UInt64 Uri UriPartial',
    partly: {
      DateTime:
        'new Add AddDays AddHours AddMilliseconds AddMinutes AddMonths AddSeconds AddTicks AddYears Date Day DayOfWeek DayOfYear DaysInMonth Hour IsDaylightSavingTime IsLeapYear MaxValue Millisecond Minute MinValue Month Now Parse Second Subtract Ticks TimeOfDay Today ToString UtcNow Year',
      DateTimeKind: 'Utc',
      Enum: 'Parse TryParse ToString',
    },
  },
  {
    namespace: 'System.Collections.Generic',
    whole:
      'Dictionary HashSet ICollection IDictionary IEnumerable IEnumerator IList IReadOnlyCollection IReadOnlyDictionary ISet KeyValuePair List Queue Stack',
  },
  { namespace: 'System.IO', whole: 'StringReader StringWriter' },
  { namespace: 'System.Linq', whole: 'Enumerable' },
  {
    namespace: 'System.Net',
    whole: 'WebUtility',
    partly: {
      IPAddress: 'AddressFamily Equals GetAddressBytes IsLoopback Parse TryParse ToString',
    },
  },
  {
    namespace: 'System.Security.Cryptography',
    whole:
      'AsymmetricAlgorithm CipherMode HashAlgorithm HashAlgorithmName HMAC HMACMD5 HMACSHA1 HMACSHA256 HMACSHA384 HMACSHA512 KeyedHashAlgorithm MD5 Oid PaddingMode RNGCryptoServiceProvider RSA RSAEncryptionPadding RSASignaturePadding SHA1 SHA1Managed SHA256 SHA256Managed SHA384 SHA384Managed SHA512 SHA512Managed SymmetricAlgorithm',
  },
  {
    namespace: 'System.Security.Cryptography.X509Certificates',
    whole:
      'PublicKey RSACertificateExtensions X509Certificate X509Certificate2 X509ContentType X509NameType',
    partly: { X500DistinguishedName: 'Name' },
  },
  { namespace: 'System.Text', whole: 'Encoding StringBuilder' },
  {
    namespace: 'System.Text.RegularExpressions',
    whole: 'RegexOptions',
    partly: {
      Capture: 'Index Length Value',
      CaptureCollection: 'Count this',
      Group: 'Captures Success',
      GroupCollection: 'Count this',
      Match: 'Empty Groups Result',
      Regex: 'new IsMatch Match Matches Replace Unescape Split',
    },
  },
  { namespace: 'System.Xml', whole: 'XmlNodeType' },
  {
    namespace: 'System.Xml.Linq',
    whole:
      'Extensions XAttribute XCData XComment XContainer XDeclaration XDocument XDocumentType XElement XName XNamespace XNode XNodeDocumentOrderComparer XNodeEqualityComparer XObject XProcessingInstruction XText',
  },
];

/** What the list takes out of types that it allows otherwise: full name of the type → members. */
export const excludedMembers: ReadonlyMap<string, readonly string[]> = new Map([
  ['System.Xml.Linq.XDocument', ['Load']],
  ['System.Security.Cryptography.SymmetricAlgorithm', ['Create()']],
]);

type Members = 'all' | ReadonlySet<string>;

/** Full name of a type → the names of its members. */
export const allowList: ReadonlyMap<string, Members> = new Map(namespaces.flatMap(entriesOf));

/** Whether a member of a type may be used: of types that are not on the list, it depends on them. */
export function isAllowed({ fullName }: TypeDefinition, member: string): boolean {
  const allowed = allowList.get(fullName);
  return allowed === undefined || allowed === 'all' || allowed.has(member);
}

function entriesOf({ namespace, whole, partly = {} }: AllowedNamespace): [string, Members][] {
  return [
    ...whole.split(' ').map((name): [string, Members] => [`${namespace}.${name}`, 'all']),
    ...Object.entries(partly).map(([name, members]): [string, Members] => [
      `${namespace}.${name}`,
      new Set(members.split(' ')),
    ]),
  ];
}
