import { defineType, membersOf } from '../../declare/defineType.ts';
import { XDocumentType } from '../../runtime/xml/XDocumentType.ts';
import { givenValue } from './givenValue.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    XDocumentType: XDocumentType;
  }
}

const member = membersOf<XDocumentType>();

/** https://learn.microsoft.com/dotnet/api/system.xml.linq.xdocumenttype */
export const LinqXDocumentType = defineType({
  name: 'System.Xml.Linq.XDocumentType',
  kind: 'class',
  base: 'XNode',
  represents: XDocumentType,
  members: [
    member(
      'XDocumentType(string name, string? publicId, string? systemId, string? internalSubset)',
      (name, publicId, systemId, internalSubset) =>
        new XDocumentType(name, { publicId, systemId, internalSubset }),
      'new XDocumentType("a", "p", "s", null).ToString() // "<!DOCTYPE a PUBLIC \\"p\\" \\"s\\">"',
      'new XDocumentType("a b", null, null, null) // throws System.Xml.XmlException',
    ),
    member(
      'XDocumentType(XDocumentType other)',
      (other) => other.copy(),
      'new XDocumentType(new XDocumentType("a", null, null, "")).ToString() // "<!DOCTYPE a []>"',
    ),
    member(
      'string? InternalSubset { get; set; }',
      {
        get: ({ internalSubset }) => internalSubset,
        set(self, value) {
          self.internalSubset = value;
        },
      },
      'XDocument.Parse("<!DOCTYPE a [<!ENTITY b \'c\'>]><a/>").DocumentType.InternalSubset // "<!ENTITY b \'c\'>"',
    ),
    member(
      'string Name { get; set; }',
      {
        get: ({ name }) => name,
        set(self, value) {
          self.name = givenValue(value);
        },
      },
      'XDocument.Parse("<!DOCTYPE a><a/>").DocumentType.Name // "a"',
    ),
    member(
      'string? PublicId { get; set; }',
      {
        get: ({ publicId }) => publicId,
        set(self, value) {
          self.publicId = value;
        },
      },
      'XDocument.Parse("<!DOCTYPE a PUBLIC \'p\' \'s\'><a/>").DocumentType.PublicId // "p"',
    ),
    member(
      'string? SystemId { get; set; }',
      {
        get: ({ systemId }) => systemId,
        set(self, value) {
          self.systemId = value;
        },
      },
      'XDocument.Parse("<!DOCTYPE a SYSTEM \'s\'><a/>").DocumentType.SystemId // "s"',
    ),
  ],
});
