/** Members of XNode that change the tree it stands in. */
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import type { Environment } from '../../runtime/Environment.ts';
import type { XNode } from '../../runtime/xml/XNode.ts';
import { insertContent } from './content.ts';
import { edit } from './examples.ts';

const member = membersOf<XNode>();

export const nodeEditMembers: readonly MemberDeclaration[] = [
  member(
    'void AddAfterSelf(object? content)',
    (self, content, _types, environment) => addAfterSelf(self, content, environment),
    `${edit('<a><b/>t</a>', 'e.FirstNode.AddAfterSelf(1);')} // "<a><b />1t</a>"`,
    'new XElement("a").AddAfterSelf(1) // throws System.InvalidOperationException',
  ),
  member(
    'void AddAfterSelf(params object[]? content)',
    (self, content, _types, environment) => addAfterSelf(self, content, environment),
    `${edit('<a><b/></a>', 'e.FirstNode.AddAfterSelf(1, new XElement("c"));')} // "<a><b />1<c /></a>"`,
  ),
  member(
    'void AddBeforeSelf(object? content)',
    (self, content, _types, environment) => addBeforeSelf(self, content, environment),
    `${edit('<a>t<b/></a>', 'e.LastNode.AddBeforeSelf(1);')} // "<a>t1<b /></a>"`,
  ),
  member(
    'void AddBeforeSelf(params object[]? content)',
    (self, content, _types, environment) => addBeforeSelf(self, content, environment),
    `${edit('<a><b/></a>', 'e.FirstNode.AddBeforeSelf("x", new XElement("c"));')} // "<a>x<c /><b /></a>"`,
    `${edit('<a><b/></a>', 'e.FirstNode.AddBeforeSelf(1, new XAttribute("c", 1));')} // throws System.ArgumentException`,
  ),
  member(
    'void Remove()',
    (self) => self.remove(),
    `${edit('<a><b/>t</a>', 'e.FirstNode.Remove();')} // "<a>t</a>"`,
    `${edit('<a><b/></a>', 'e.FirstNode.Remove();')} // "<a />"`,
    'new XElement("a").Remove() // throws System.InvalidOperationException',
  ),
  member(
    'void ReplaceWith(object? content)',
    (self, content, _types, environment) => replaceWith(self, content, environment),
    `${edit('<a><b/>t</a>', 'e.FirstNode.ReplaceWith(new XElement("c"));')} // "<a><c />t</a>"`,
  ),
  member(
    'void ReplaceWith(params object[]? content)',
    (self, content, _types, environment) => replaceWith(self, content, environment),
    `${edit('<a><b/></a>', 'e.FirstNode.ReplaceWith(1, new XElement("c"), 2);')} // "<a>1<c />2</a>"`,
  ),
];

function addAfterSelf(self: XNode, content: unknown, environment: Environment): void {
  insertContent(self.requireContainer(), self, content, environment);
}

function addBeforeSelf(self: XNode, content: unknown, environment: Environment): void {
  insertContent(self.requireContainer(), self.previous, content, environment);
}

function replaceWith(self: XNode, content: unknown, environment: Environment): void {
  const container = self.requireContainer();
  const { previous } = self;
  self.remove();
  insertContent(container, previous, content, environment);
}
