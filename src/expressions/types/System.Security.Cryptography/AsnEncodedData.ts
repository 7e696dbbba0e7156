import { defineType, membersOf } from '../../declare/defineType.ts';
import { EncodedData } from '../../runtime/cryptography/EncodedData.ts';
import { ObjectIdentifier } from '../../runtime/cryptography/ObjectIdentifier.ts';
import { ArgumentNullException } from '../../runtime/exceptions.ts';
import type { NetArray } from '../../runtime/NetArray.ts';
import { newArray } from '../../runtime/newArray.ts';
import type { TypeDefinition } from '../../typeSystem/TypeDefinition.ts';
import { bytesIn } from './bytes.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    AsnEncodedData: EncodedData;
  }
}

const member = membersOf<EncodedData>();

/** https://learn.microsoft.com/dotnet/api/system.security.cryptography.asnencodeddata */
export const AsnEncodedData: TypeDefinition = defineType({
  name: 'System.Security.Cryptography.AsnEncodedData',
  kind: 'class',
  represents: EncodedData,
  members: [
    member(
      'AsnEncodedData(byte[] rawData)',
      (rawData) => new EncodedData(null, Uint8Array.from(bytesIn(rawData))),
      'new AsnEncodedData(new byte[] { 5, 0 }).Oid == null // true',
    ),
    member(
      'AsnEncodedData(AsnEncodedData asnEncodedData)',
      (other) => other.copy(),
      'new AsnEncodedData(new AsnEncodedData("1.2.3", new byte[] { 5, 0 })).Oid.Value // "1.2.3"',
    ),
    member(
      'AsnEncodedData(Oid? oid, byte[] rawData)',
      (oid, rawData) => new EncodedData(oid, Uint8Array.from(bytesIn(rawData))),
      'new AsnEncodedData(new Oid("RSA"), new byte[] { 5, 0 }).Oid.FriendlyName // "RSA"',
    ),
    member(
      'AsnEncodedData(string oid, byte[] rawData)',
      (oid, rawData) =>
        new EncodedData(ObjectIdentifier.of(oid), Uint8Array.from(bytesIn(rawData))),
      'new AsnEncodedData("1.2.3", new byte[] { 5, 0 }).RawData.Length // 2',
    ),
    member(
      'Oid? Oid { get; set; }',
      {
        get: ({ oid }) => oid,
        set: (self, oid) => {
          self.oid = oid;
        },
      },
      'new AsnEncodedData("CN", new byte[0]).Oid.Value // "2.5.4.3"',
      'new AsnEncodedData("CN", new byte[0]) { Oid = null }.Oid == null // true',
    ),
    member(
      'byte[] RawData { get; set; }',
      {
        // The array itself, as .NET gives it: what is changed in it is changed here.
        get: ({ bytes }) => newArray(AsnEncodedData.registry.named('System.Byte'), bytes),
        set: (self, value: NetArray | null) => {
          if (value === null) throw new ArgumentNullException('value');
          self.bytes = Uint8Array.from(bytesIn(value));
        },
      },
      'new AsnEncodedData(new byte[] { 5, 0 }).RawData[0] // (byte)5',
      'new AsnEncodedData(new byte[] { 5, 0 }) { RawData = new byte[1] }.RawData.Length // 1',
      'new AsnEncodedData(new byte[1]) { RawData = null } // throws System.ArgumentNullException',
    ),
    member(
      'void CopyFrom(AsnEncodedData asnEncodedData)',
      (self, other) => {
        self.oid = other.oid;
        self.bytes = Uint8Array.from(other.bytes);
      },
      '((Func<int>)(() => { var d = new AsnEncodedData(new byte[1]); d.CopyFrom(new AsnEncodedData(new byte[3])); return d.RawData.Length; }))() // 3',
    ),
    member(
      'string Format(bool multiLine)',
      (self, multiLine, _types, environment) => {
        environment.allowLength(self.bytes.length * 3);
        return self.format(multiLine);
      },
      'new AsnEncodedData("1.2.3", new byte[] { 5, 255 }).Format(true) // "05 ff"',
      'new AsnEncodedData("2.5.29.17", new byte[] { 48, 3, 130, 1, 97 }).Format(false) // "DNS Name=a"',
    ),
  ],
});
