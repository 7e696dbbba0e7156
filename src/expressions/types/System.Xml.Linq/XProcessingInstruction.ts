import { defineType, membersOf } from '../../declare/defineType.ts';
import { XProcessingInstruction } from '../../runtime/xml/XProcessingInstruction.ts';
import { givenValue } from './givenValue.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    XProcessingInstruction: XProcessingInstruction;
  }
}

const member = membersOf<XProcessingInstruction>();

/** https://learn.microsoft.com/dotnet/api/system.xml.linq.xprocessinginstruction */
export const LinqXProcessingInstruction = defineType({
  name: 'System.Xml.Linq.XProcessingInstruction',
  kind: 'class',
  base: 'XNode',
  represents: XProcessingInstruction,
  members: [
    member(
      'XProcessingInstruction(string target, string data)',
      (target, data) => new XProcessingInstruction(target, data),
      'new XProcessingInstruction("a", "b c").ToString() // "<?a b c?>"',
      'new XProcessingInstruction("xml", "") // throws System.ArgumentException',
    ),
    member(
      'XProcessingInstruction(XProcessingInstruction other)',
      (other) => other.copy(),
      'new XProcessingInstruction(new XProcessingInstruction("a", "")).ToString() // "<?a?>"',
    ),
    member(
      'string Data { get; set; }',
      {
        get: ({ data }) => data,
        set(self, value) {
          self.data = givenValue(value);
        },
      },
      'new XProcessingInstruction("a", "b") { Data = "c" }.Data // "c"',
    ),
    member(
      'string Target { get; set; }',
      {
        get: ({ target }) => target,
        set(self, value) {
          self.target = givenValue(value);
        },
      },
      'new XProcessingInstruction("a", "b") { Target = "c" }.Target // "c"',
      'new XProcessingInstruction("a", "b") { Target = "c d" } // throws System.Xml.XmlException',
    ),
  ],
});
