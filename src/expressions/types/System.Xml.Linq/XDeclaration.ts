import { defineType, membersOf } from '../../declare/defineType.ts';
import { XDeclaration } from '../../runtime/xml/XDeclaration.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    XDeclaration: XDeclaration;
  }
}

const member = membersOf<XDeclaration>();

/** https://learn.microsoft.com/dotnet/api/system.xml.linq.xdeclaration */
export const LinqXDeclaration = defineType({
  name: 'System.Xml.Linq.XDeclaration',
  kind: 'class',
  represents: XDeclaration,
  behaviour: { text: ({ text }: XDeclaration) => text },
  members: [
    member(
      'XDeclaration(string? version, string? encoding, string? standalone)',
      (version, encoding, standalone) => new XDeclaration(version, encoding, standalone),
      'new XDeclaration("1.0", "utf-8", null).ToString() // "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?>"',
    ),
    member(
      'XDeclaration(XDeclaration other)',
      (other) => other.copy(),
      'new XDeclaration(new XDeclaration("1.0", null, null)).Version // "1.0"',
    ),
    member(
      'string? Encoding { get; set; }',
      {
        get: ({ encoding }) => encoding,
        set(self, value) {
          self.encoding = value;
        },
      },
      'XDocument.Parse("<?xml version=\'1.0\' encoding=\'utf-8\'?><a/>").Declaration.Encoding // "utf-8"',
    ),
    member(
      'string? Standalone { get; set; }',
      {
        get: ({ standalone }) => standalone,
        set(self, value) {
          self.standalone = value;
        },
      },
      'new XDeclaration("1.0", null, "no") { Standalone = "yes" }.Standalone // "yes"',
    ),
    member(
      'string? Version { get; set; }',
      {
        get: ({ version }) => version,
        set(self, value) {
          self.version = value;
        },
      },
      'new XDeclaration("1.0", null, null) { Version = "1.1" }.Version // "1.1"',
    ),
  ],
});
