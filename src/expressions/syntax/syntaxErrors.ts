import type { Diagnostic } from '../../lib/source/Diagnostic.ts';
import type { SourceText, Span } from '../../lib/source/SourceText.ts';

/**
 * What the scanner and the parser can find wrong. CS numbers are those of Microsoft's C# compiler;
 * `{0}` and `{1}` stand for details.
 */
export const messages = {
  CS0026: "'this' means nothing in a policy expression.",
  CS0106: "The modifier '{0}' is not valid here.",
  CS0193: "'*' and '->' need a pointer, which policy expressions do not have.",
  CS0201:
    'Only an assignment, call, increment, decrement or new object can stand as a statement of its own.',
  CS0214: 'Pointers and unsafe code are not available in policy expressions.',
  CS0227: 'Unsafe code is not available in policy expressions.',
  CS0443: 'A value is expected between the brackets.',
  CS0594: "The floating-point constant is outside the range of '{0}'.",
  CS0650: "The brackets of an array belong to its type: write '{0}[] {1}'.",
  CS0746: 'A member of an anonymous object needs a name.',
  CS0747: "A member of an object initializer is written 'Name = value'.",
  CS0748: 'Either all parameters of a lambda have a type or none has.',
  CS1001: 'A name is expected.',
  CS1002: "';' expected.",
  CS1003: "'{0}' expected.",
  CS1004: "Duplicate '{0}'.",
  CS1009: "Unrecognized escape sequence '{0}'.",
  CS1010: 'The closing {0} is missing on this line.',
  CS1011: 'A character literal cannot be empty.',
  CS1012: 'A character literal holds one character only.',
  CS1013: "'{0}' is not a number.",
  CS1017: 'A catch clause without a type must be the last one.',
  CS1021: 'The integer constant is too large.',
  CS1022: "There is no open '{' that this '}' could close.",
  CS1023: 'A declaration or label needs a block of its own here.',
  CS1026: "')' expected.",
  CS1031: 'A type is expected.',
  CS1035: "The comment is not closed: '*/' expected.",
  CS1039: 'The verbatim string is not closed.',
  CS1056: "Unexpected character '{0}'.",
  CS1511: "'base' means nothing in a policy expression.",
  CS1513: "'}' expected.",
  CS1514: "'{' expected.",
  CS1515: "'in' expected.",
  CS1524: "'catch' or 'finally' expected.",
  CS1525: "Invalid expression term '{0}'.",
  CS1526: "After 'new' and a type, (), [] or {} is expected.",
  CS1535: 'Operators cannot be overloaded here.',
  CS1586: 'An array needs its size or its elements.',
  CS1733: 'An expression is expected.',
  CS1741: 'A ref or out parameter cannot have a default value.',
  CS4032: "'await' is not available in policy expressions.",
  CS7065: 'A default value is not possible for a parameter of a lambda.',
  CS7014: 'Attributes are not possible here.',
  CS8078: 'The code is nested too deeply.',
  CS8076: "The hole that starts with '{' is not closed by '}'.",
  CS8086: "In an interpolated string a '}' is written '}}'.",
  CS8087: "In the format of an interpolation a '{' is written '{{'.",
  CS8088: 'The format of an interpolation cannot end with a space.',
  CS8089: 'The format after the colon is missing.',
  CS8361:
    "A ?: in a hole of an interpolated string needs parentheses, because ':' starts the format.",
  CS8370: '{0} needs C# {1}; policy expressions are C# 7.3.',
  CS8641: "'else' without an 'if' before it.",
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
