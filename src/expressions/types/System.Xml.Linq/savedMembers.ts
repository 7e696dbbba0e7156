/** `Load` and `Save` as far as they concern texts: readers and writers of strings. */
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { InvalidOperationException } from '../../runtime/exceptions.ts';
import type { TextSink } from '../../runtime/TextSink.ts';
import type { XDocument } from '../../runtime/xml/XDocument.ts';
import type { XElement } from '../../runtime/xml/XElement.ts';
import { isDocument } from '../../runtime/xml/kindsOfNodes.ts';
import { saveOptions, savedText } from '../../runtime/xml/writeNode.ts';

type Saved = XDocument | XElement;

/** The only writers there are write strings. */
const encoding = 'utf-16';

export function saveMembers(type: 'XDocument' | 'XElement'): readonly MemberDeclaration[] {
  return [
    {
      signature: 'void Save(TextWriter textWriter)',
      implementation: (self: Saved, writer: TextSink, _types: unknown, environment: Environment) =>
        save(self, writer, saveOptions.None, environment),
      examples: [
        `${saved(type, '<a><b/></a>', '')} // "<?xml version=\\"1.0\\" encoding=\\"utf-16\\"?>\\n<a>\\n  <b />\\n</a>"`,
      ],
    },
    {
      signature: 'void Save(TextWriter textWriter, SaveOptions options)',
      implementation: (
        self: Saved,
        writer: TextSink,
        options: number,
        _types: unknown,
        environment: Environment,
      ) => save(self, writer, options, environment),
      examples: [
        `${saved(type, '<a><b/></a>', ', SaveOptions.DisableFormatting')} // "<?xml version=\\"1.0\\" encoding=\\"utf-16\\"?><a><b /></a>"`,
      ],
    },
  ];
}

/** @throws InvalidOperationException of a document without element */
function save(self: Saved, writer: TextSink, options: number, environment: Environment): void {
  if (isDocument(self) && !self.rootElement) {
    throw new InvalidOperationException(
      'Token EndDocument in state Document would result in an invalid XML document.',
    );
  }
  const standalone = isDocument(self) ? (self.declaration?.standalone ?? null) : null;
  const known = standalone === 'yes' || standalone === 'no' ? standalone : null;
  writer.write(savedText(self, options, encoding, known), environment);
}

function saved(type: string, xml: string, options: string): string {
  return `((Func<string>)(() => { var w = new StringWriter(); ${type}.Parse("${xml}").Save(w${options}); return w.ToString(); }))()`;
}
