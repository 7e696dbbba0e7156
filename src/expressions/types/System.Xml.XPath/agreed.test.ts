/** C# that uses XPath, with what this implementation and Mono 6.8 both make of it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { SourceText } from '../../../lib/source/SourceText.ts';
import { compileExpression } from '../../evaluate.ts';
import { NetException } from '../../runtime/exceptions.ts';
import { netTypes } from '../index.ts';
import { stillEnvironment } from '../testing/callMember.ts';

/** Shows values of XPath. */
const prelude = `
  Func<object, string> showOne = o =>
    o == null ? "null"
    : o is XAttribute ? "@" + ((XAttribute)o).Name + "=" + ((XAttribute)o).Value
    : o is XText ? "text:" + ((XText)o).Value
    : o is XElement ? ((XElement)o).ToString(SaveOptions.DisableFormatting)
    : o is XComment ? "comment:" + ((XComment)o).Value
    : o is XProcessingInstruction ? "pi:" + ((XProcessingInstruction)o).Target
    : o is XDocument ? "document"
    : o is bool ? "bool " + o
    : o is double ? "double " + ((double)o).ToString("R")
    : "string " + o;
  Func<object, string> Show = o =>
    o is System.Collections.IEnumerable && !(o is string) && !(o is XElement)
      ? "[" + string.Join(" | ", ((System.Collections.IEnumerable)o).Cast<object>().Select(showOne)) + "]"
      : showOne(o);
`;

function outcomeOf(code: string): string {
  const source = new SourceText('case', prelude + code);
  const { expression, diagnostics } = compileExpression(source, 'statements', {
    registry: netTypes,
  });
  if (!expression) return diagnostics.map((each) => `${each.code} ${each.message}`).join(' ');
  try {
    const text = expression.evaluate(null, stillEnvironment());
    return typeof text === 'string' ? text : 'null';
  } catch (error) {
    if (error instanceof NetException) return `throws ${error.typeName}: ${error.message}`;
    throw error;
  }
}

test('XPath in expressions gives what it gives in Mono', () => {
  const file = new URL('testing/agreed.tsv', import.meta.url);
  const rows = readFileSync(file, 'utf8').trimEnd().split('\n');
  const differences = rows.flatMap((row) => {
    const [code = '', expected] = row.split('\t');
    const given = outcomeOf(code).replaceAll('\r', '\\r').replaceAll('\n', '\\n');
    return given === expected ? [] : [{ code, given, expected }];
  });
  assert.deepEqual(differences, []);
});
