import type { Diagnostic } from '../../lib/source/Diagnostic.ts';
import type { SourceText, Span } from '../../lib/source/SourceText.ts';

/**
 * What the scanner and the parser can find wrong. CS numbers and words are those of Microsoft's C# compiler;
 * `{0}` and `{1}` stand for details.
 */
export const messages = {
  CS0026:
    "Keyword 'this' is not valid in a static property, static method, or static field initializer",
  CS0106: "The modifier '{0}' is not valid for this item",
  CS0193: 'The * or -> operator must be applied to a pointer',
  CS0201:
    'Only assignment, call, increment, decrement, await, and new object expressions can be used as a statement',
  CS0214: 'Pointers and fixed size buffers may only be used in an unsafe context',
  CS0227: 'Unsafe code may only appear if compiling with /unsafe',
  CS0443: 'Syntax error; value expected',
  CS0594: "Floating-point constant is outside the range of type '{0}'",
  CS0650:
    "Bad array declarator: To declare a managed array the rank specifier precedes the variable's identifier. To declare a fixed size buffer field, use the fixed keyword before the field type.",
  CS0746:
    'Invalid anonymous type member declarator. Anonymous type members must be declared with a member assignment, simple name or member access.',
  CS0747: 'Invalid initializer member declarator',
  CS0748:
    'Inconsistent lambda parameter usage; parameter types must be all explicit or all implicit',
  CS1001: 'Identifier expected',
  CS1002: '; expected',
  CS1003: "Syntax error, '{0}' expected",
  CS1004: "Duplicate '{0}' modifier",
  CS1009: 'Unrecognized escape sequence',
  CS1010: 'Newline in constant',
  CS1011: 'Empty character literal',
  CS1012: 'Too many characters in character literal',
  CS1013: 'Invalid number',
  CS1017: 'Catch clauses cannot follow the general catch clause of a try statement',
  CS1021: 'Integral constant is too large',
  CS1022: 'Type or namespace definition, or end-of-file expected',
  CS1023: 'Embedded statement cannot be a declaration or labeled statement',
  CS1026: ') expected',
  CS1031: 'Type expected',
  CS1035: "End-of-file found, '*/' expected",
  CS1039: 'Unterminated string literal',
  CS1056: "Unexpected character '{0}'",
  CS1511: "Keyword 'base' is not available in a static method",
  CS1513: '} expected',
  CS1514: '{ expected',
  CS1515: "'in' expected",
  CS1524: 'Expected catch or finally',
  CS1525: "Invalid expression term '{0}'",
  CS1526: 'A new expression requires (), [], or {} after type',
  CS1535: 'Operators cannot be overloaded here.',
  CS1586: 'Array creation must have array size or array initializer',
  CS1733: 'Expected expression',
  CS1741: 'A ref or out parameter cannot have a default value',
  CS4032: "'await' is not available in policy expressions.",
  CS7065: 'A default value is not possible for a parameter of a lambda.',
  CS7014: 'Attributes are not valid in this context.',
  CS8078: 'An expression is too long or complex to compile',
  CS8076: "Missing close delimiter '}' for interpolated expression started with '{'.",
  CS8086: "A '}' character must be escaped (by doubling) in an interpolated string.",
  CS8087: "A '{' character may only be escaped by doubling '{{' in an interpolated string.",
  CS8088: 'A format specifier may not contain trailing whitespace.',
  CS8089: 'Empty format specifier.',
  CS8361:
    "A conditional expression cannot be used directly in a string interpolation because the ':' ends the interpolation. Parenthesize the conditional expression.",
  CS8370: '{0} needs C# {1}; policy expressions are C# 7.3.',
  CS8641: "'else' cannot start a statement.",
  APIM2101: '{0} is not available in policy expressions.',
  APIM2102:
    'A line that starts with # (a preprocessor directive) is not possible in an expression.',
} as const;

export type SyntaxErrorCode = keyof typeof messages;

/** More than these help nobody, and keep a hostile text from filling the memory. */
const maxErrors = 50;

/** Collects what is wrong with one text. */
export class SyntaxErrors {
  readonly source: SourceText;
  readonly #found: Diagnostic[] = [];
  #closed = false;

  constructor(source: SourceText) {
    this.source = source;
  }

  /** `details` fill the placeholders of the code's message. */
  report(code: SyntaxErrorCode, span: Span, details: readonly string[] = [], hint?: string): void {
    if (this.#closed || this.#found.length >= maxErrors) return;
    const message = messages[code].replace(
      /\{([01])\}/g,
      (_, index) => details[Number(index)] ?? '',
    );
    this.#found.push({ code, severity: 'error', message, hint, source: this.source, span });
  }

  /** How many were reported so far; grows when something was found wrong. */
  get count(): number {
    return this.#found.length;
  }

  /** Where they are, in the order of their reports. */
  spans(): Span[] {
    return this.#found.map(({ span }) => span);
  }

  /** Ignores what is reported from now on: the rest would only follow from what was said. */
  close(): void {
    this.#closed = true;
  }

  /** The diagnostics in the order of the text. */
  inOrder(): Diagnostic[] {
    return this.#found.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  }
}
