import { defineType, membersOf } from '../../declare/defineType.ts';
import { ArgumentException } from '../../runtime/exceptions.ts';
import { JConstructor } from '../../runtime/json/JConstructor.ts';
import { addContent } from './content.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    JConstructor: JConstructor;
  }
}

const member = membersOf<JConstructor>();

/** https://www.newtonsoft.com/json/help/html/T_Newtonsoft_Json_Linq_JConstructor.htm */
export const NewtonsoftJConstructor = defineType({
  name: 'Newtonsoft.Json.Linq.JConstructor',
  kind: 'class',
  base: 'JContainer',
  represents: JConstructor,
  members: [
    member('JConstructor()', () => new JConstructor(), 'new JConstructor().Name // null'),
    member(
      'JConstructor(JConstructor other)',
      (other, _types, environment) => other.clone(environment),
      'new JConstructor(new JConstructor("Date", 0)).ToString(Formatting.None) // "new Date(0)"',
    ),
    member(
      'JConstructor(string name, params object[]? content)',
      (name, content, _types, environment) => constructorOf(name, content, environment),
      'new JConstructor("Date", 1, 2).ToString(Formatting.None) // "new Date(1,2)"',
    ),
    member(
      'JConstructor(string name, object? content)',
      (name, content, _types, environment) => constructorOf(name, content, environment),
      'new JConstructor("Date", 0).Count // 1',
    ),
    member(
      'JConstructor(string name)',
      named,
      'new JConstructor("Date").ToString(Formatting.None) // "new Date()"',
      'new JConstructor("") // throws System.ArgumentException',
    ),
    member(
      'string? Name { get; set; }',
      {
        get: (self) => self.name,
        set: (self, value) => {
          self.name = value;
        },
      },
      '((JConstructor)JToken.Parse("new Date(0)")).Name // "Date"',
    ),
  ],
});

/** @throws ArgumentException */
function named(name: string): JConstructor {
  if (name === '') throw new ArgumentException('Constructor name cannot be empty.', 'name');
  return new JConstructor(name);
}

function constructorOf(
  name: string,
  content: unknown,
  environment: Parameters<typeof addContent>[3],
): JConstructor {
  const constructor = named(name);
  addContent(constructor, 0, content, environment);
  return constructor;
}
