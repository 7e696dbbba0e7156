/**
 * What can be wrong with an XPath expression, in the words of .NET
 * (https://learn.microsoft.com/dotnet/api/system.xml.xpath.xpathexception), by which people search.
 */
const problems = {
  invalidToken: "'{0}' has an invalid token.",
  invalidName: "'{0}' has an invalid qualified name.",
  unclosedString: 'This is an unclosed string.',
  nodeSetExpected: 'Expression must evaluate to a node-set.',
  argumentCount: "Function '{0}' in '{1}' has an invalid number of arguments.",
  argumentType: "The argument to function '{0}' in '{1}' cannot be converted to a node-set.",
  undefinedPrefix: "Namespace prefix '{0}' is not defined.",
  contextNeeded:
    'Namespace Manager or XsltContext needed. This query has a prefix, variable, or user-defined function.',
  unknownName: 'XsltContext is needed for this query because of an unknown function.',
  tooComplex: 'The xpath query is too complex.',
} as const;

export type XPathProblem = keyof typeof problems;

/** An expression that cannot be compiled: the only error that this library throws of itself. */
export class XPathError extends Error {
  readonly problem: XPathProblem;

  constructor(problem: XPathProblem, ...subjects: readonly string[]) {
    super(problems[problem].replaceAll(/\{(\d)\}/g, (_, index: string) => subjects[+index] ?? ''));
    this.name = 'XPathError';
    this.problem = problem;
  }
}
