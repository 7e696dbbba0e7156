import type { Diagnostic } from '../source/Diagnostic.ts';
import type { SourceText, Span } from '../source/SourceText.ts';

/**
 * Everything that can be wrong with an XML text: what is wrong, and what to do about it. `{0}`,
 * `{1}` … are filled in. All are errors, for XML 1.0 §1.2 calls every one of them fatal.
 */
export const xmlProblems = {
  // Limits.
  XML1001: [
    'The text has {0} UTF-16 units; at most {1} are read.',
    'Split the document, or raise the limit.',
  ],
  XML1002: ['Elements stand more than {0} deep in one another.', 'Nest them less.'],
  XML1003: ['The document has more than {0} nodes and attributes.', 'Split the document.'],
  XML1004: ["'{0}' has more than {1} attributes.", 'Use child elements instead.'],
  XML1005: ['There are more than {0} problems.', 'Mend those above first; the rest was not read.'],

  // Characters and references: §2.2, §2.4, §4.1.
  XML1101: ['XML cannot hold the character {0}.', 'Remove it; no reference can stand for it.'],
  XML1102: [
    "'&' begins a reference, but no reference follows.",
    'Write &amp; for the character &.',
  ],
  XML1103: [
    "The entity '{0}' is not known.",
    'XML knows &lt; &gt; &amp; &quot; and &apos;; write any other character itself, or as &#…;.',
  ],
  XML1104: ["'{0}' is not a well-formed character reference.", 'Write it like &#65; or &#x41;.'],
  XML1105: ["'{0}' refers to a character that XML cannot hold.", 'Remove it.'],
  XML1106: ["'<' stands in text but begins no tag.", 'Write &lt; for the character <.'],
  XML1107: [
    "'<' stands in the value of '{0}'.",
    'Write &lt; for the character <, or close the value with its quote.',
  ],
  XML1108: ["']]>' stands in text but ends no CDATA section.", 'Write ]]&gt; instead.'],

  // Tags: §3.1.
  XML1201: ["The tag of '{0}' has no '>'.", "Close it with '>' before the next '<'."],
  XML1202: [
    "'{0}' has no place in the tag of '{1}'.",
    'After the name a start tag holds only attributes, name="value", and an end tag nothing.',
  ],
  XML1203: ["The attribute '{0}' has no value.", 'Write {0}="…".'],
  XML1204: [
    "The value of '{0}' is not quoted.",
    'Put it between straight quotes: " or \' on both sides.',
  ],
  XML1205: ["The value of '{0}' has no closing quote.", 'Close it with {1}.'],
  XML1206: [
    'There is no white space in front of {0}.',
    'Put a space between attributes; write a " within a value as &quot;.',
  ],
  XML1207: [
    "'{0}' has the attribute '{1}' twice; the first is on line {2}.",
    'Remove one of the two.',
  ],
  XML1208: [
    "'{0}', opened on line {1}, is still open where '</{2}>' stands.",
    'Put </{0}> in front of it, or write <{0}/> if it has no content.',
  ],
  XML1209: ["'{0}' has no end tag.", 'Close it with </{0}>, or write <{0}/> if it has no content.'],
  XML1210: [
    "'</{0}>' does not end '{1}', opened on line {2}.",
    'Names must match letter by letter, case included: write </{1}>.',
  ],
  XML1211: ["'</{0}>' ends nothing: no '{0}' is open here.", 'Remove it, or open <{0}> before it.'],
  XML1212: ['An end tag has no name.', 'Write </name>, without white space in front of the name.'],
  XML1213: [
    '{0} is no white space in XML, though it looks like it.',
    'Put an ordinary space in its place.',
  ],

  // Other markup: §2.5 to §2.8.
  XML1301: ['The comment has no end.', 'Close it with -->.'],
  XML1302: ["'--' stands within a comment.", 'Write it with a space between, or leave it out.'],
  XML1303: ['The CDATA section has no end.', 'Close it with ]]>.'],
  XML1304: ['The processing instruction has no end.', 'Close it with ?>.'],
  XML1305: ['The processing instruction has no name.', 'Write <?name …?>.'],
  XML1306: [
    'There is no white space after the name of the processing instruction.',
    'Write <?{0} …?>.',
  ],
  XML1307: [
    'An XML declaration can only stand at the very start.',
    'Move it there, with nothing in front of it, or remove it.',
  ],
  XML1308: [
    'The XML declaration is not well formed.',
    'Write <?xml version="1.0" encoding="utf-8"?>.',
  ],
  XML1309: [
    "'<!' begins no comment and no CDATA section here.",
    'A comment begins with <!-- (two hyphens, no dash); for the character < write &lt;.',
  ],
  XML1310: ['A document type declaration is not accepted.', 'Remove <!DOCTYPE …>.'],
  XML1311: [
    'A document type declaration can only stand once, before the first element.',
    'Move it there, or remove it.',
  ],
  XML1312: [
    'The document type declaration is not well formed.',
    'Write <!DOCTYPE name>, or remove it.',
  ],

  // The document: §2.1.
  XML1401: ['The document has no element.', 'Put everything within one element.'],
  XML1402: [
    "'{0}' stands outside the root element '{1}'.",
    'A document has one element that holds all others; move this one into it.',
  ],
  XML1403: [
    'There is text outside the root element.',
    'Move it into the root element, or remove it.',
  ],

  // Namespaces in XML 1.0.
  XML1501: ["The prefix '{0}' is not declared.", 'Declare it with xmlns:{0}="…".'],
  XML1502: ["'{0}' is not a name with at most one prefix.", 'Write name, or prefix:name.'],
  XML1503: [
    "'{0}' and '{1}' are the same attribute: both prefixes stand for one namespace.",
    'Remove one of the two.',
  ],
  XML1504: [
    "The prefix '{0}' cannot be declared so: it is reserved, or the namespace is.",
    'Choose another prefix and another namespace.',
  ],
  XML1505: ["The prefix '{0}' is declared with an empty namespace.", 'Give it a namespace.'],
  XML1506: ["The element '{0}' has the prefix xmlns.", 'Only declarations of namespaces have it.'],
  XML1507: [
    "The name of the processing instruction '{0}' has a colon.",
    'Such names have no prefix: write it without the colon.',
  ],
} as const satisfies Record<`XML${number}`, readonly [message: string, hint: string]>;

export type XmlProblem = keyof typeof xmlProblems;

/** The diagnostic of `code` at `span`, its places filled with `values`; long values are cut. */
export function xmlProblem(
  code: XmlProblem,
  source: SourceText,
  span: Span,
  values: readonly (string | number)[] = [],
): Diagnostic {
  const fill = (words: string): string =>
    words.replace(/\{(\d)\}/g, (_, index: string) => shorten(String(values[Number(index)])));
  const [message, hint] = xmlProblems[code];
  return { code, severity: 'error', message: fill(message), hint: fill(hint), source, span };
}

function shorten(value: string): string {
  return value.length > 60 ? `${value.slice(0, 59).toWellFormed()}…` : value;
}
