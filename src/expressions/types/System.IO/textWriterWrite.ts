/** What a TextWriter writes, with and without the end of a line. */
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { compositeFormat } from '../../runtime/compositeFormat.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { ArgumentException, ArgumentOutOfRangeException } from '../../runtime/exceptions.ts';
import type { NetArray } from '../../runtime/NetArray.ts';
import type { TextSink } from '../../runtime/TextSink.ts';
import { textOfUnits } from '../../runtime/textOfUnits.ts';
import { toText } from '../../runtime/toText.ts';
import { printedKinds } from '../System.Text/printedKinds.ts';

/** An example: statements about a writer `w`, and what it has written then. */
export function example(statements: string, result: string): string {
  const body = `var w = new StringWriter(); ${statements} return w.ToString();`;
  return `((Func<string>)(() => { ${body} }))() // ${result}`;
}

/** How a kind of arguments becomes text. */
interface Written {
  readonly parameters: string;
  /** Arguments as C# and what they print. */
  readonly sample: readonly [args: string, printed: string];
  readonly print: (self: TextSink, environment: Environment, ...args: never[]) => string;
}

const kinds: readonly Written[] = [
  ...printedKinds.map(({ keyword, text, literal, printed }): Written => ({
    parameters: `${keyword} value`,
    sample: [literal, printed],
    print: (_self, _environment, value: unknown) => text(value),
  })),
  {
    parameters: 'string? value',
    sample: ['"ab"', 'ab'],
    print: (_self, _environment, value: string | null) => value ?? '',
  },
  {
    parameters: 'object? value',
    sample: ['(object)1.5', '1.5'],
    print: ({ culture }, _environment, value: unknown) => toText(value, null, culture),
  },
  {
    parameters: 'char[]? buffer',
    sample: ["new[] { 'a', 'b' }", 'ab'],
    print: (_self, _environment, buffer: NetArray | null) => textOfUnits(buffer),
  },
  {
    parameters: 'char[] buffer, int index, int count',
    sample: ["new[] { 'a', 'b' }, 1, 1", 'b'],
    print: (_self, _environment, buffer: NetArray, index: number, count: number) =>
      part(buffer, index, count),
  },
  {
    parameters: 'string format, object? arg0',
    sample: ['"{0:D2}", 1', '01'],
    print: formatted,
  },
  {
    parameters: 'string format, object? arg0, object? arg1',
    sample: ['"{0}{1}", 1, 2', '12'],
    print: formatted,
  },
  {
    parameters: 'string format, object? arg0, object? arg1, object? arg2',
    sample: ['"{0}{1}{2}", 1, 2, 3', '123'],
    print: formatted,
  },
  {
    parameters: 'string format, params object[] arg',
    sample: ['"{0}{1}{2}{3}", 1, 2, 3, 4', '1234'],
    print: (self, environment, format: string, { items }: NetArray) =>
      formatted(self, environment, format, ...items),
  },
];

export function writeMembers(name: 'Write' | 'WriteLine'): readonly MemberDeclaration[] {
  const end = name === 'WriteLine' ? ';' : '';
  return kinds.map(({ parameters, sample: [args, printed], print }) => ({
    signature: `void ${name}(${parameters})`,
    implementation(self: TextSink, ...rest: unknown[]) {
      const environment = rest.at(-1) as Environment;
      const text = print(self, environment, ...(rest.slice(0, -2) as never[]));
      self.write(name === 'WriteLine' ? text + self.newLine : text, environment);
    },
    examples: [example(`w.NewLine = ";"; w.${name}(${args});`, `"${printed}${end}"`)],
  }));
}

function formatted(
  { culture }: TextSink,
  environment: Environment,
  format: string,
  ...args: unknown[]
): string {
  return compositeFormat(format, args, culture, environment);
}

/** @throws ArgumentException, ArgumentOutOfRangeException */
function part(buffer: NetArray, index: number, count: number): string {
  if (index < 0) throw new ArgumentOutOfRangeException('index');
  if (count < 0) throw new ArgumentOutOfRangeException('count');
  if (buffer.length - index < count) {
    throw new ArgumentException(
      'Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.',
    );
  }
  return textOfUnits(buffer).slice(index, index + count);
}
