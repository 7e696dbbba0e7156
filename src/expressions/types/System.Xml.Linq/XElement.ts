import { defineType, membersOf } from '../../declare/defineType.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { cloneNode } from '../../runtime/xml/cloneNode.ts';
import { elementText } from '../../runtime/xml/elementText.ts';
import { loadOptions, parseElement } from '../../runtime/xml/readXml.ts';
import { XElement } from '../../runtime/xml/XElement.ts';
import type { XName } from '../../runtime/xml/XName.ts';
import { addContent } from './content.ts';
import { conversionMembers } from './conversionMembers.ts';
import { elementAttributeMembers } from './elementAttributeMembers.ts';
import { elementContentMembers } from './elementContentMembers.ts';
import { saveMembers } from './savedMembers.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    XElement: XElement;
  }
}

const member = membersOf<XElement>();

/**
 * https://learn.microsoft.com/dotnet/api/system.xml.linq.xelement. `Load` and `Save` are there for
 * readers and writers of strings; files and streams are out of reach of expressions.
 */
export const LinqXElement = defineType({
  name: 'System.Xml.Linq.XElement',
  kind: 'class',
  base: 'XContainer',
  represents: XElement,
  members: [
    member(
      'XElement(XName name)',
      (name) => new XElement(name),
      'new XElement("a").ToString() // "<a />"',
      'new XElement("{u}a").ToString() // "<a xmlns=\\"u\\" />"',
    ),
    member(
      'XElement(XElement other)',
      (other, _types, environment) => cloneNode(other, environment),
      'new XElement(XElement.Parse("<a b=\'1\'>t</a>")).ToString() // "<a b=\\"1\\">t</a>"',
    ),
    member(
      'XElement(XName name, object? content)',
      (name, content, _types, environment) => create(name, content, environment),
      'new XElement("a", "t").ToString() // "<a>t</a>"',
      'new XElement("a", new[] { 1.5, -0.25 }).ToString() // "<a>1.5-0.25</a>"',
      'new XElement("a", "").ToString() // "<a></a>"',
      'new XElement("a", null).ToString() // "<a />"',
    ),
    member(
      'XElement(XName name, params object[]? content)',
      (name, content, _types, environment) => create(name, content, environment),
      'new XElement("a", new XAttribute("b", 1), new XElement("c", true), "t").ToString() // "<a b=\\"1\\">\\n  <c>true</c>t</a>"',
      'new XElement("a", new XAttribute("b", 1), new XAttribute("b", 2)) // throws System.InvalidOperationException',
    ),
    ...elementContentMembers,
    ...elementAttributeMembers,
    member(
      'static XElement Parse(string text)',
      (text, _types, environment) => parseElement(text, loadOptions.None, environment),
      'XElement.Parse("<a> <b/> </a>").ToString() // "<a>\\n  <b />\\n</a>"',
      'XElement.Parse("<a>&lt;&#65;</a>").Value // "<A"',
      'XElement.Parse("<a>") // throws System.Xml.XmlException',
      'XElement.Parse("") // throws System.Xml.XmlException',
      'XElement.Parse("<!DOCTYPE a [<!ENTITY b \'c\'>]><a>&b;</a>") // throws System.Xml.XmlException',
    ),
    member(
      'static XElement Parse(string text, LoadOptions options)',
      (text, options, _types, environment) => parseElement(text, options, environment),
      'XElement.Parse("<a> <b/> </a>", LoadOptions.PreserveWhitespace).ToString() // "<a> <b /> </a>"',
    ),
    member(
      'static XElement Load(TextReader textReader)',
      (reader, _types, environment) =>
        parseElement(reader.readToEnd(), loadOptions.None, environment),
      'XElement.Load(new StringReader("<a/>")).Name.LocalName // "a"',
    ),
    member(
      'static XElement Load(TextReader textReader, LoadOptions options)',
      (reader, options, _types, environment) =>
        parseElement(reader.readToEnd(), options, environment),
      'XElement.Load(new StringReader("<a> </a>"), LoadOptions.PreserveWhitespace).Value // " "',
    ),
    ...saveMembers('XElement'),
    ...conversionMembers<XElement>({
      type: 'XElement',
      parameter: 'element',
      textOf: elementText,
    }),
  ],
});

function create(name: XName, content: unknown, environment: Environment): XElement {
  const element = new XElement(name);
  addContent(element, content, environment);
  return element;
}
