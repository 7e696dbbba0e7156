/** Members of JToken that change the tree it stands in. */
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { InvalidOperationException } from '../../runtime/exceptions.ts';
import type { JContainer } from '../../runtime/json/JContainer.ts';
import { JValue } from '../../runtime/json/JValue.ts';
import type { JToken } from '../../runtime/json/JToken.ts';
import { addContent } from './content.ts';

const member = membersOf<JToken>();

export const tokenEditMembers: readonly MemberDeclaration[] = [
  member(
    'void Remove()',
    (self, _types, environment) => {
      const parent = parentOf(self);
      environment.spend(1 + (parent.count >> 4));
      parent.removeToken(self);
    },
    `${edit('[1, 2]', 't[0].Remove()')} // "[2]"`,
    `${edit('{ a: 1 }', 't[\\"a\\"].Parent.Remove()').replaceAll('\\"', '"')} // "{}"`,
    'JToken.Parse("{ a: 1 }")["a"].Remove() // throws Newtonsoft.Json.JsonException',
    'JToken.Parse("1").Remove() // throws System.InvalidOperationException',
  ),
  member(
    'void Replace(JToken? value)',
    (self, value, _types, environment) =>
      parentOf(self).replaceAt(self.index, value ?? JValue.ofNull(), environment),
    `${edit('[1, 2]', 't[0].Replace(3)')} // "[3,2]"`,
    'JToken.Parse("1").Replace(2) // throws System.InvalidOperationException',
  ),
  member(
    'void AddAfterSelf(object? content)',
    (self, content, _types, environment) =>
      addContent(parentOf(self), self.index + 1, content, environment),
    `${edit('[1, 2]', 't[0].AddAfterSelf(3)')} // "[1,3,2]"`,
  ),
  member(
    'void AddBeforeSelf(object? content)',
    (self, content, _types, environment) =>
      addContent(parentOf(self), self.index, content, environment),
    `${edit('[1, 2]', 't[0].AddBeforeSelf(new[] { 3, 4 })')} // "[3,4,1,2]"`,
  ),
];

function edit(json: string, statement: string): string {
  return `((Func<string>)(() => { var t = JToken.Parse("${json}"); ${statement}; return t.ToString(Formatting.None); }))()`;
}

function parentOf({ parent }: JToken): JContainer {
  if (!parent) throw new InvalidOperationException('The parent is missing.');
  return parent;
}
