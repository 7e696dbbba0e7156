import { defineType, membersOf } from '../../declare/defineType.ts';
import { enumeratorOf } from '../../runtime/collections/enumeratorOf.ts';
import { NodeIterator } from '../../runtime/xml/xpath/NodeIterator.ts';
import { objectType } from '../System.Collections/objectType.ts';
import { navigator } from './examples.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    XPathNodeIterator: NodeIterator;
  }
}

const member = membersOf<NodeIterator>();

const letters = `${navigator('<a><b>1</b><b>2</b></a>')}.Select("b")`;

/** https://learn.microsoft.com/dotnet/api/system.xml.xpath.xpathnodeiterator */
export const XPathXPathNodeIterator = defineType({
  name: 'System.Xml.XPath.XPathNodeIterator',
  kind: 'class',
  implements: ['ICloneable', 'System.Collections.IEnumerable'],
  represents: NodeIterator,
  members: [
    member(
      'XPathNodeIterator Clone()',
      (self) => self.clone(),
      iterating(`var c = i.Clone(); i.MoveNext(); return c.CurrentPosition;`, '0'),
    ),
    member('int Count { get; }', (self) => self.count, `${letters}.Count // 2`),
    member(
      'XPathNavigator? Current { get; }',
      (self) => self.current,
      iterating('i.MoveNext(); return i.Current.Value;', '"1"'),
      iterating('return i.Current.Name;', '"a"'),
    ),
    member(
      'int CurrentPosition { get; }',
      (self) => self.position,
      iterating('while (i.MoveNext()) { } return i.CurrentPosition;', '2'),
    ),
    member(
      'bool MoveNext()',
      (self, _types, environment) => {
        environment.spend();
        return self.moveNext();
      },
      `${letters}.MoveNext() // true`,
      `${navigator('<a/>')}.Select("b").MoveNext() // false`,
    ),
    member(
      'System.Collections.IEnumerator GetEnumerator()',
      (self) => enumeratorOf(self, objectType(), true),
      `string.Join(",", ${letters}.Cast<XPathNavigator>().Select(n => n.Value)) // "1,2"`,
      `${letters}.GetEnumerator().MoveNext() // true`,
    ),
  ],
});

/** What becomes of the iterator `i` over two elements. */
function iterating(statements: string, value: string): string {
  return `((Func<object>)(() => { var i = ${letters}; ${statements} }))() // ${value}`;
}
