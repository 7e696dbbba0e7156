import type { Case } from './Case.ts';
import { listed } from './listed.ts';

/** The C# line of each case is `firstLine + index`, so that errors of the compiler find their case. */
export interface Program {
  readonly text: string;
  readonly firstLine: number;
}

const usings = listed`
  System  System.Collections  System.Collections.Generic  System.Globalization  System.IO
  System.Linq  System.Net  System.Text  System.Text.RegularExpressions  System.Numerics
  System.Xml  System.Xml.Linq  System.Xml.XPath  Newtonsoft.Json  Newtonsoft.Json.Linq
`;

/** Prints one line of JSON for each case, from the case whose index is the argument on. */
export function writeProgram(cases: readonly Case[]): Program {
  const head = [...usings.map((name) => `using ${name};`), 'static class Cases {'];
  const methods = cases.map(
    ({ expression }, index) => `static object C${index}() { ${bodyOf(expression)} }`,
  );
  const list = cases.map((_, index) => `C${index}`);
  const text = [
    ...head,
    ...methods,
    `public static readonly Func<object>[] All = { ${list.join(', ')} };`,
    '}',
    main,
  ].join('\n');
  return { text, firstLine: head.length + 1 };
}

function bodyOf(expression: string): string {
  const code = expression.slice(2, -1).trim();
  return expression.startsWith('@{') ? code : `return ${code};`;
}

const main = String.raw`
static class Oracle {
  static void Main(string[] args) {
    var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
    for (var i = int.Parse(args[0]); i < Cases.All.Length; i++) {
      output.Write("{\"index\":" + i);
      output.Flush();
      output.WriteLine("," + Answer(Cases.All[i]) + "}");
      output.Flush();
    }
  }

  static string Answer(Func<object> run) {
    try {
      var value = run();
      if (value == null) return "\"type\":null,\"text\":\"\"";
      var type = TypeOf(value);
      if (type == null) return "\"refused\":\"opaque\"";
      var text = IsSequence(value)
        ? JsonConvert.SerializeObject(value)
        : string.Format(CultureInfo.InvariantCulture, "{0}", value);
      // Of structs Mono says the name with the assemblies, .NET without.
      if (text == value.GetType().FullName) text = type;
      return "\"type\":" + Quote(type) + ",\"text\":" + Quote(text);
    } catch (InvalidProgramException error) {
      return "\"refused\":" + Quote(error.Message);
    } catch (Exception error) {
      return "\"exception\":" + Quote(error.GetType().ToString());
    }
  }

  static bool IsSequence(object value) {
    return value is IEnumerable && !(value is string) && !(value is JToken);
  }

  /** What LINQ makes is of hidden classes: what counts is that it is a sequence. Null of others. */
  static string TypeOf(object value) {
    var type = value.GetType();
    if (type.IsVisible || type.IsArray) return type.ToString();
    foreach (var one in type.GetInterfaces()) {
      if (one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEnumerable<>)) return one.ToString();
    }
    return null;
  }

  static string Quote(string text) {
    var quoted = new StringBuilder("\"");
    foreach (var unit in text) {
      if (unit >= ' ' && unit <= '~' && unit != '"' && unit != '\\') quoted.Append(unit);
      else quoted.Append("\\u" + ((int)unit).ToString("x4"));
    }
    return quoted.Append('"').ToString();
  }
}
`;
