/**
 * What expressions know beyond Microsoft's list, with the reason
 * (docs/decisions/0018-types-beyond-the-allow-list.md).
 */
import { contextTypes } from '../../src/expressions/context/index.ts';
import { netTypes } from '../../src/expressions/types/index.ts';
import type { Member } from '../../src/expressions/typeSystem/Member.ts';
import type { NetType } from '../../src/expressions/typeSystem/NetType.ts';
import type { TypeDefinition } from '../../src/expressions/typeSystem/TypeDefinition.ts';
import { allowList, isAllowed } from '../../src/expressions/allowList.ts';

const derivedFrom = (name: string): string =>
  `A class of its own for what the allowed '${name}' creates.`;

const xpath = 'Documents find by XPath what the allowed System.Xml.Linq holds.';

const oneOfExtensions =
  "A class of its own for what the allowed 'X509Certificate2.Extensions' holds.";

/** Types that no rule below admits, by full name. */
const listed: ReadonlyMap<string, string> = new Map([
  ['CryptographyExtensions', "The policy expressions page declares 'Encrypt' and 'Decrypt'."],
  ['System.Action', 'Part of the language: the type of a lambda without result.'],
  ['System.Collections.Generic.CollectionExtensions', 'Documents call GetValueOrDefault.'],
  ['System.Collections.Generic.Comparer', 'Makes what methods of allowed collections take.'],
  ['System.Collections.Generic.EqualityComparer', 'Makes what allowed collections take.'],
  ['System.DBNull', 'A value that the allowed System.Convert knows.'],
  ['System.Func', 'Part of the language: the type of a lambda with a result.'],
  ['System.Linq.Lookup', "What the allowed 'Enumerable.ToLookup' returns."],
  ['System.Numerics.BigInteger', 'What a large number of JSON is in Newtonsoft.Json.'],
  ['System.Security.Cryptography.Aes', derivedFrom('SymmetricAlgorithm')],
  ['System.Security.Cryptography.MD5CryptoServiceProvider', derivedFrom('MD5')],
  ['System.Security.Cryptography.MD5Managed', derivedFrom('MD5')],
  ['System.Security.Cryptography.RSACng', derivedFrom('RSA')],
  ['System.Security.Cryptography.SHA1CryptoServiceProvider', derivedFrom('SHA1')],
  ['System.Security.Cryptography.SHA256CryptoServiceProvider', derivedFrom('SHA256')],
  ['System.Security.Cryptography.SHA384CryptoServiceProvider', derivedFrom('SHA384')],
  ['System.Security.Cryptography.SHA512CryptoServiceProvider', derivedFrom('SHA512')],
  ['System.Security.Cryptography.OidCollection', 'What an X509EnhancedKeyUsageExtension holds.'],
  ['System.Security.Cryptography.X509Certificates.X509BasicConstraintsExtension', oneOfExtensions],
  ['System.Security.Cryptography.X509Certificates.X509EnhancedKeyUsageExtension', oneOfExtensions],
  ['System.Security.Cryptography.X509Certificates.X509KeyUsageExtension', oneOfExtensions],
  [
    'System.Security.Cryptography.X509Certificates.X509SubjectKeyIdentifierExtension',
    oneOfExtensions,
  ],
  [
    'System.Security.Cryptography.X509Certificates.X509KeyUsageFlags',
    'What an X509KeyUsageExtension holds.',
  ],
  [
    'System.Security.Cryptography.X509Certificates.X509SubjectKeyIdentifierHashAlgorithm',
    'How an X509SubjectKeyIdentifierExtension is made.',
  ],
  ['System.Text.ASCIIEncoding', derivedFrom('Encoding')],
  ['System.Text.Latin1Encoding', derivedFrom('Encoding')],
  ['System.Text.UTF32Encoding', derivedFrom('Encoding')],
  ['System.Text.UTF8Encoding', derivedFrom('Encoding')],
  ['System.Text.UnicodeEncoding', derivedFrom('Encoding')],
  ['System.ValueTuple', 'Part of the language: the type of (1, "one").'],
  ['System.Xml.IXmlNamespaceResolver', xpath],
  ['System.Xml.NameTable', xpath],
  ['System.Xml.XPath.Extensions', xpath],
  ['System.Xml.XPath.IXPathNavigable', xpath],
  ['System.Xml.XPath.XPathExpression', xpath],
  ['System.Xml.XPath.XPathItem', xpath],
  ['System.Xml.XPath.XPathNamespaceScope', xpath],
  ['System.Xml.XPath.XPathNavigator', xpath],
  ['System.Xml.XPath.XPathNodeIterator', xpath],
  ['System.Xml.XPath.XPathNodeType', xpath],
  ['System.Xml.XPath.XPathResultType', xpath],
  ['System.Xml.XPath.XmlCaseOrder', xpath],
  ['System.Xml.XPath.XmlDataType', xpath],
  ['System.Xml.XPath.XmlSortOrder', xpath],
  ['System.Xml.XmlNameTable', xpath],
  ['System.Xml.XmlNamespaceManager', xpath],
  ['System.Xml.XmlNamespaceScope', xpath],
  ['System.Xml.XmlNodeOrder', xpath],
  [
    'System.Web.HttpUtility',
    'It only encodes text, in the way of web forms that the allowed WebUtility lacks.',
  ],
]);

const whole = 'types are implemented whole, and these members reach nothing outside the call';

/** Members beyond those that the list names of a type, by full name of the type. */
const listedMembers: ReadonlyMap<string, string> = new Map([
  [
    'System.DateTime',
    'UnixEpoch Kind ToUniversalTime ToLocalTime SpecifyKind FromFileTimeUtc ToFileTimeUtc ToBinary FromBinary ToOADate FromOADate ToLongDateString ToShortDateString ToLongTimeString ToShortTimeString TryParse ParseExact TryParseExact CompareTo Equals Compare',
  ],
  ['System.DateTimeKind', 'Unspecified Local'],
  [
    'System.Enum',
    'GetNames GetValues GetName IsDefined ToObject Format GetUnderlyingType HasFlag CompareTo GetTypeCode',
  ],
  [
    'System.Net.IPAddress',
    'new Any Broadcast IPv6Any IPv6Loopback IPv6None Loopback None Address IsIPv4MappedToIPv6 IsIPv6LinkLocal IsIPv6Multicast IsIPv6SiteLocal IsIPv6Teredo IsIPv6UniqueLocal ScopeId MapToIPv4 MapToIPv6 HostToNetworkOrder NetworkToHostOrder',
  ],
  ['System.Text.RegularExpressions.CaptureCollection', 'IsReadOnly IsSynchronized SyncRoot CopyTo'],
  ['System.Text.RegularExpressions.Group', 'Name Synchronized'],
  [
    'System.Text.RegularExpressions.GroupCollection',
    'IsReadOnly IsSynchronized SyncRoot CopyTo ContainsKey TryGetValue Keys Values',
  ],
  ['System.Text.RegularExpressions.Match', 'NextMatch Synchronized'],
  [
    'System.Text.RegularExpressions.Regex',
    'InfiniteMatchTimeout CacheSize Options RightToLeft MatchTimeout GetGroupNames GetGroupNumbers GroupNameFromNumber GroupNumberFromName Escape Count',
  ],
]);

/** Why a type beyond the list is here; undefined when it is on the list, or nothing admits it. */
export function reasonForType(type: TypeDefinition): string | undefined {
  if (allowList.has(type.fullName)) return undefined;
  if (contextTypes.includes(type)) return 'Part of the context that the page declares.';
  if (isException(type)) return 'Allowed members throw it, and expressions may catch it.';
  const reason = listed.get(type.fullName);
  if (reason !== undefined) return reason;
  return named().has(type) ? 'A signature of an allowed type names it.' : undefined;
}

/** Why a member that the list leaves out is here; undefined when it does not, or nothing admits it. */
export function reasonForMember(type: TypeDefinition, name: string): string | undefined {
  if (isAllowed(type, name)) return undefined;
  const names = listedMembers.get(type.fullName)?.split(' ');
  return names?.includes(name) ? `The list names other members; ${whole}.` : undefined;
}

/** Names of what a type declares and the list could name; `new` is the constructors. */
export function memberNames({ members, declaration }: TypeDefinition): ReadonlySet<string> {
  return new Set([
    ...members.flatMap((member) => nameOf(member) ?? []),
    ...Object.keys(declaration.values ?? {}),
  ]);
}

/** Operators and conversions have no name that the list could mention. */
export function nameOf(member: Member): string | undefined {
  if (member.kind === 'constructor') return 'new';
  return member.kind === 'method' || member.kind === 'property' ? member.name : undefined;
}

function isException(type: TypeDefinition): boolean {
  return type.fullName !== 'System.Exception' && rootOf(type) === 'System.Exception';
}

/** The base class right below `object`. */
function rootOf(type: TypeDefinition): string {
  const { base } = type;
  return base && base.definition.fullName !== 'System.Object'
    ? rootOf(base.definition)
    : type.fullName;
}

let reached: ReadonlySet<TypeDefinition> | undefined;

/** Types that allowed types name in their bases and in the signatures of allowed members. */
function named(): ReadonlySet<TypeDefinition> {
  if (reached) return reached;
  const found = new Set(
    netTypes.definitions.filter(
      (type) => allowList.has(type.fullName) || contextTypes.includes(type),
    ),
  );
  // A set that grows while it is walked is walked to its end.
  for (const type of found) {
    for (const each of typesIn(type)) found.add(each);
  }
  return (reached = found);
}

function typesIn(type: TypeDefinition): TypeDefinition[] {
  const members = type.members.filter((member) => isAllowed(type, nameOf(member) ?? ''));
  return [
    type.base,
    ...type.interfaces,
    ...members.flatMap(signatureTypes),
    ...(type.invoke ? signatureTypes(type.invoke) : []),
  ].flatMap((each) => (each ? definitionsIn(each) : []));
}

function signatureTypes(member: Member): readonly NetType[] {
  const parameters = member.parameters.map(({ type }) => type);
  switch (member.kind) {
    case 'constructor':
      return parameters;
    case 'property':
      return [...parameters, member.type];
    case 'conversion':
      return [...parameters, member.to];
    default:
      return [...parameters, member.returns];
  }
}

function definitionsIn(type: NetType): TypeDefinition[] {
  if (type.kind === 'array') return definitionsIn(type.element);
  return type.kind === 'named' ? [type.definition, ...type.args.flatMap(definitionsIn)] : [];
}
