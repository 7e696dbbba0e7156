import { defineType, membersOf } from '../../declare/defineType.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { cloneNode } from '../../runtime/xml/cloneNode.ts';
import { loadOptions, parseDocument } from '../../runtime/xml/readXml.ts';
import type { XDeclaration } from '../../runtime/xml/XDeclaration.ts';
import { XDocument } from '../../runtime/xml/XDocument.ts';
import { addContent } from './content.ts';
import { saveMembers } from './savedMembers.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    XDocument: XDocument;
  }
}

const member = membersOf<XDocument>();

/**
 * https://learn.microsoft.com/dotnet/api/system.xml.linq.xdocument. The gateway's allow list keeps
 * `Load` out; `Save` is there for writers of strings.
 */
export const LinqXDocument = defineType({
  name: 'System.Xml.Linq.XDocument',
  kind: 'class',
  base: 'XContainer',
  represents: XDocument,
  members: [
    member('XDocument()', () => new XDocument(), 'new XDocument().ToString() // ""'),
    member(
      'XDocument(params object[]? content)',
      (content, _types, environment) => create(null, content, environment),
      'new XDocument(new XComment("a"), new XElement("b")).ToString() // "<!--a-->\\n<b />"',
      'new XDocument("a") // throws System.ArgumentException',
      'new XDocument(new XElement("a"), new XElement("b")) // throws System.InvalidOperationException',
    ),
    member(
      'XDocument(XDeclaration? declaration, params object[]? content)',
      (declaration, content, _types, environment) => create(declaration, content, environment),
      'new XDocument(new XDeclaration("1.0", "utf-8", null), new XElement("a")).ToString() // "<a />"',
    ),
    member(
      'XDocument(XDocument other)',
      (other, _types, environment) => cloneNode(other, environment),
      'new XDocument(XDocument.Parse("<a><b/></a>")).Root.Elements().Count() // 1',
    ),
    member(
      'XDeclaration? Declaration { get; set; }',
      {
        get: ({ declaration }) => declaration,
        set(self, value) {
          self.declaration = value;
        },
      },
      'XDocument.Parse("<?xml version=\'1.0\'?><a/>").Declaration.Version // "1.0"',
      'XDocument.Parse("<a/>").Declaration // null',
    ),
    member(
      'XDocumentType? DocumentType { get; }',
      ({ documentType }) => documentType,
      'XDocument.Parse("<!DOCTYPE a><a/>").DocumentType.ToString() // "<!DOCTYPE a []>"',
      'XDocument.Parse("<a/>").DocumentType // null',
    ),
    member(
      'XElement? Root { get; }',
      ({ rootElement }) => rootElement,
      'XDocument.Parse("<!--a--><b/>").Root.Name.LocalName // "b"',
      'new XDocument().Root // null',
    ),
    member(
      'static XDocument Parse(string text)',
      (text, _types, environment) => parseDocument(text, loadOptions.None, environment),
      'XDocument.Parse("<?xml version=\'1.0\'?> <a> <b/> </a>").ToString() // "<a>\\n  <b />\\n</a>"',
      'XDocument.Parse("{}") // throws System.Xml.XmlException',
    ),
    member(
      'static XDocument Parse(string text, LoadOptions options)',
      (text, options, _types, environment) => parseDocument(text, options, environment),
      'XDocument.Parse("<a> <b/> </a>", LoadOptions.PreserveWhitespace).ToString() // "<a> <b /> </a>"',
    ),
    ...saveMembers('XDocument'),
  ],
});

function create(
  declaration: XDeclaration | null,
  content: unknown,
  environment: Environment,
): XDocument {
  const document = new XDocument();
  document.declaration = declaration;
  addContent(document, content, environment);
  return document;
}
