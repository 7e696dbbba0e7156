import { defineType, membersOf } from '../../declare/defineType.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { children, descendants, elementsIn } from '../../runtime/xml/walk.ts';
import { XContainer } from '../../runtime/xml/XContainer.ts';
import { addContent, insertContent, snapshot } from './content.ts';
import { edit, names } from './examples.ts';
import { elementSequence, namedElements, nodeSequence } from './sequences.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    XContainer: XContainer;
  }
}

const member = membersOf<XContainer>();

const sample = 'XElement.Parse("<a><b><c/></b>t<c>u</c></a>")';

/** https://learn.microsoft.com/dotnet/api/system.xml.linq.xcontainer */
export const LinqXContainer = defineType({
  name: 'System.Xml.Linq.XContainer',
  kind: 'class',
  base: 'XNode',
  represents: XContainer,
  members: [
    member(
      'XNode? FirstNode { get; }',
      ({ nodes }) => nodes.first,
      'XElement.Parse("<a>t<b/></a>").FirstNode.ToString() // "t"',
      'XElement.Parse("<a></a>").FirstNode // null',
    ),
    member(
      'XNode? LastNode { get; }',
      ({ nodes }) => nodes.last,
      'XElement.Parse("<a>t<b/></a>").LastNode.ToString() // "<b />"',
    ),
    member(
      'void Add(object? content)',
      (self, content, _types, environment) => addContent(self, content, environment),
      `${edit('<a>t</a>', 'e.Add(1); e.Add(new XElement("b")); e.Add(new XAttribute("c", 2));')} // "<a c=\\"2\\">t1<b /></a>"`,
      `${edit('<a/>', 'e.Add(new[] { 1, 2 }.Select(i => new XElement("i", i)));')} // "<a><i>1</i><i>2</i></a>"`,
      `${edit('<a/>', 'e.Add("");')} // "<a></a>"`,
      `${edit('<a/>', 'e.Add(new XDocument());')} // throws System.ArgumentException`,
    ),
    member(
      'void Add(params object[]? content)',
      (self, content, _types, environment) => addContent(self, content, environment),
      `${edit('<a/>', 'e.Add(1, null, new XComment("c"));')} // "<a>1<!--c--></a>"`,
    ),
    member(
      'void AddFirst(object? content)',
      (self, content, _types, environment) => insertContent(self, null, content, environment),
      `${edit('<a>t</a>', 'e.AddFirst(1); e.AddFirst(new XElement("b"));')} // "<a><b />1t</a>"`,
      `${edit('<a/>', 'e.AddFirst(new XAttribute("b", 1));')} // throws System.ArgumentException`,
    ),
    member(
      'void AddFirst(params object[]? content)',
      (self, content, _types, environment) => insertContent(self, null, content, environment),
      `${edit('<a>t</a>', 'e.AddFirst(1, 2, new XElement("b"));')} // "<a>12<b />t</a>"`,
    ),
    member(
      'IEnumerable<XNode> DescendantNodes()',
      (self, _types, environment) => nodeSequence(() => descendants(self, environment)),
      `${sample}.DescendantNodes().Count() // 5`,
    ),
    member(
      'IEnumerable<XElement> Descendants()',
      (self, _types, environment) => elementSequence(() => descendants(self, environment)),
      `${names(`${sample}.Descendants()`)} // "b,c,c"`,
    ),
    member(
      'IEnumerable<XElement> Descendants(XName? name)',
      (self, name, _types, environment) =>
        namedElements(name, () => descendants(self, environment)),
      `${names(`${sample}.Descendants("c")`)} // "c,c"`,
      `${sample}.Descendants("{u}c").Any() // false`,
    ),
    member(
      'XElement? Element(XName name)',
      (self, name, _types, environment) => {
        for (const element of elementsIn(children(self, environment), name)) return element;
        return null;
      },
      `${sample}.Element("c").Value // "u"`,
      `${sample}.Element("d") // null`,
    ),
    member(
      'IEnumerable<XElement> Elements()',
      (self, _types, environment) => elementSequence(() => children(self, environment)),
      `${names(`${sample}.Elements()`)} // "b,c"`,
    ),
    member(
      'IEnumerable<XElement> Elements(XName? name)',
      (self, name, _types, environment) => namedElements(name, () => children(self, environment)),
      `${sample}.Elements("c").Single().Value // "u"`,
    ),
    member(
      'IEnumerable<XNode> Nodes()',
      (self, _types, environment) => nodeSequence(() => children(self, environment)),
      `${sample}.Nodes().Count() // 3`,
    ),
    member(
      'void RemoveNodes()',
      (self, _types, environment) => self.removeNodes(environment),
      `${edit("<a b='1'>t<c/></a>", 'e.RemoveNodes();')} // "<a b=\\"1\\" />"`,
    ),
    member(
      'void ReplaceNodes(object? content)',
      (self, content, _types, environment) => replaceNodes(self, content, environment),
      `${edit("<a b='1'>t<c/></a>", 'e.ReplaceNodes(e.Elements());')} // "<a b=\\"1\\"><c /></a>"`,
    ),
    member(
      'void ReplaceNodes(params object[]? content)',
      (self, content, _types, environment) => replaceNodes(self, content, environment),
      `${edit('<a><c/></a>', 'e.ReplaceNodes(1, 2);')} // "<a>12</a>"`,
    ),
  ],
});

function replaceNodes(self: XContainer, content: unknown, environment: Environment): void {
  const items = snapshot(content, environment);
  self.removeNodes(environment);
  addContent(self, items, environment);
}
