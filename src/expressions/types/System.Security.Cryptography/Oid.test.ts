import { holds } from '../../testing/table.ts';

const platform = 'throws System.PlatformNotSupportedException';

holds('a value and a name are set once, and again only to what they are', [
  ['new Oid("2.5.4.3") { Value = "2.5.4.3" }.FriendlyName', 'System.String CN'],
  ['new Oid("2.5.4.3") { Value = null }', platform],
  ['new Oid("2.5.4.3") { FriendlyName = "cn" }.FriendlyName', 'System.String cn'],
  [
    '{ var o = new Oid("2.5.4.3"); var n = o.FriendlyName; o.FriendlyName = "cn"; return o; }',
    platform,
  ],
  ['new Oid("1.2.3", "a") { FriendlyName = "b" }', platform],
  ['new Oid("1.2.3", "a") { FriendlyName = "a" }.FriendlyName', 'System.String a'],
  ['new Oid("1.2.3") { FriendlyName = "ours" }.FriendlyName', 'System.String ours'],
  ['new Oid { FriendlyName = "Client Authentication" }.Value', 'System.String 1.3.6.1.5.5.7.3.2'],
  ['new Oid { FriendlyName = "ours" }.Value', 'null'],
  ['{ var o = new Oid("1.2.3"); o.FriendlyName = o.FriendlyName; return o.FriendlyName; }', 'null'],
  [
    '{ var o = new Oid("1.2.3"); var n = o.FriendlyName; o.FriendlyName = "x"; return o; }',
    platform,
  ],
]);

holds('names are read in any case, and the withdrawn identifier of a name is not what it means', [
  ['new Oid("SERVER authentication").Value', 'System.String 1.3.6.1.5.5.7.3.1'],
  ['new Oid("nistp256").FriendlyName', 'System.String ECDSA_P256'],
  ['new Oid("st").FriendlyName', 'System.String S'],
  ['new Oid("2.5.29.7").FriendlyName', 'System.String Subject Alternative Name'],
  ['new Oid("Subject Alternative Name").Value', 'System.String 2.5.29.17'],
  ['new Oid("").Value', 'System.String '],
  ['new Oid("constructor").FriendlyName', 'null'],
]);

holds('a group has its own names, and what is not in it is refused', [
  [
    'Oid.FromFriendlyName("RSA", OidGroup.PublicKeyAlgorithm).Value',
    'System.String 1.2.840.113549.1.1.1',
  ],
  ['Oid.FromFriendlyName("rsa", OidGroup.All).FriendlyName', 'System.String rsa'],
  [
    'Oid.FromOidValue("2.5.4.3", OidGroup.HashAlgorithm)',
    'throws System.Security.Cryptography.CryptographicException',
  ],
  ['Oid.FromFriendlyName(null, OidGroup.All)', 'throws System.ArgumentNullException'],
  ['(int)OidGroup.KeyDerivationFunction', 'System.Int32 10'],
]);

holds('names that Windows gives to encoded data are shown, everything else as bytes', [
  ['new AsnEncodedData(new byte[0]).Format(true)', 'System.String '],
  [
    'new AsnEncodedData("2.5.29.17", new byte[] { 48, 6, 130, 1, 97, 130, 1, 98 }).Format(true)',
    'System.String DNS Name=a\nDNS Name=b\n',
  ],
  [
    'new AsnEncodedData("2.5.29.17", new byte[] { 48, 6, 135, 4, 127, 0, 0, 1 }).Format(false)',
    'System.String IP Address=127.0.0.1',
  ],
  [
    'new AsnEncodedData("2.5.29.17", new byte[] { 48, 2, 164, 0 }).Format(false)',
    'System.String 30 02 a4 00',
  ],
  ['new AsnEncodedData("2.5.29.17", new byte[] { 48 }).Format(false)', 'System.String 30'],
  [
    '{ var d = new AsnEncodedData(new byte[1]); d.RawData[0] = 7; return d.RawData[0]; }',
    'System.Byte 7',
  ],
  [
    '{ var b = new byte[1]; var d = new AsnEncodedData(b); b[0] = 7; return d.RawData[0]; }',
    'System.Byte 0',
  ],
]);
