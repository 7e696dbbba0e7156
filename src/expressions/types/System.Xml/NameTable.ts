import { defineType, membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import type { Environment } from '../../runtime/Environment.ts';
import {
  ArgumentOutOfRangeException,
  IndexOutOfRangeException,
  NullReferenceException,
} from '../../runtime/exceptions.ts';
import type { NetArray } from '../../runtime/NetArray.ts';
import { newArray } from '../../runtime/newArray.ts';
import { textOfUnits } from '../../runtime/textOfUnits.ts';
import { NameTable } from '../../runtime/xml/xpath/NameTable.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    XmlNameTable: NameTable;
    NameTable: NameTable;
  }
}

const member = membersOf<NameTable>();

const letters = "new[] { 'a', 'b', 'c' }";

/** https://learn.microsoft.com/dotnet/api/system.xml.xmlnametable */
export const XmlXmlNameTable = defineType({
  name: 'System.Xml.XmlNameTable',
  kind: 'class',
  members: nameMembers('((XmlNameTable)new NameTable())'),
});

/** https://learn.microsoft.com/dotnet/api/system.xml.nametable */
export const XmlNameTable = defineType({
  name: 'System.Xml.NameTable',
  kind: 'class',
  base: 'XmlNameTable',
  represents: NameTable,
  members: [member('NameTable()', () => new NameTable(), 'new NameTable().Get("a") // null')],
});

function nameMembers(table: string): MemberDeclaration[] {
  const withName = `((Func<XmlNameTable>)(() => { XmlNameTable t = ${table}; t.Add("ab"); return t; }))()`;
  return [
    member(
      'string Add(string array)',
      (self, name, _types, environment) => self.add(name, environment),
      `${table}.Add("a") // "a"`,
      `${table}.Add(null) // throws System.ArgumentNullException`,
    ),
    member(
      'string Add(char[]? array, int offset, int length)',
      (self, units: NetArray | null, offset, length, _types, environment: Environment) => {
        const name = nameIn(units, offset, length);
        if (name === null) {
          throw new ArgumentOutOfRangeException('length', 'Length cannot be less than zero.');
        }
        return self.add(name, environment);
      },
      `${table}.Add(${letters}, 1, 2) // "bc"`,
      `${table}.Add(${letters}, 1, 3) // throws System.IndexOutOfRangeException`,
      `${table}.Add(${letters}, 1, -1) // throws System.ArgumentOutOfRangeException`,
    ),
    member(
      'string? Get(string array)',
      (self, name) => self.get(name),
      `${withName}.Get("ab") // "ab"`,
      `${withName}.Get("a") // null`,
      `${table}.Get("") // ""`,
    ),
    member(
      'string? Get(char[]? array, int offset, int length)',
      (self, units: NetArray | null, offset, length) => {
        const name = nameIn(units, offset, length);
        return name === null ? null : self.get(name);
      },
      `${withName}.Get(${letters}, 0, 2) // "ab"`,
      `${withName}.Get(${letters}, 1, 1) // null`,
      `${withName}.Get(${letters}, 0, -1) // null`,
    ),
  ];
}

/** Null when the length is negative. @throws IndexOutOfRangeException, NullReferenceException */
function nameIn(units: NetArray | null, offset: number, length: number): string | null {
  if (length === 0) return '';
  if (units === null) throw new NullReferenceException();
  if (offset < 0 || offset >= units.length || offset + length > units.length) {
    throw new IndexOutOfRangeException();
  }
  if (length < 0) return null;
  return textOfUnits(newArray(units.elementType, units.items.slice(offset, offset + length)));
}
