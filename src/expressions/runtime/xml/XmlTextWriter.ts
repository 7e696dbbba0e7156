/**
 * Writes markup as .NET's XmlWriter does with the settings of XNode.ToString: two spaces a level,
 * no indentation where text stands among elements, line breaks of texts made the platform's.
 */
import { ArgumentException } from '../exceptions.ts';
import { newLine } from '../newLine.ts';
import type { Allowance } from './OwedWork.ts';
import { describeCharacter } from './XName.ts';

const textEscapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const attributeEscapes: Readonly<Record<string, string>> = {
  ...textEscapes,
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};

export class XmlTextWriter {
  text = '';
  readonly #isIndented: boolean;
  readonly #work: Pick<Allowance, 'allowLength'>;
  /** Text stands here, so that white space would become part of it. */
  #isMixed = false;
  readonly #outer: boolean[] = [];
  readonly #isFragment: boolean;

  /** A fragment may have text beside its elements. */
  constructor(isIndented: boolean, work: Pick<Allowance, 'allowLength'>, isFragment = false) {
    this.#isIndented = isIndented;
    this.#work = work;
    this.#isFragment = isFragment;
  }

  declaration(encoding: string, standalone: string | null): void {
    const last = standalone === null ? '' : ` standalone="${standalone}"`;
    this.#put(`<?xml version="1.0" encoding="${encoding}"${last}?>`);
  }

  startElement(name: string): void {
    this.#indent();
    this.#outer.push(this.#isMixed);
    this.#put(`<${name}`);
  }

  attribute(name: string, value: string): void {
    checkCharacters(value);
    const escaped = value.replace(/[&<>"\t\n\r]/g, (character) => attributeEscapes[character]!);
    this.#put(` ${name}="${escaped}"`);
  }

  endStartTag(): void {
    // The root element of a document takes no notice of what stands around it.
    if (this.#outer.length === 1 && !this.#isFragment) this.#isMixed = false;
    this.#put('>');
  }

  /** Ends an element that has no content, in place of its start tag. */
  endEmptyElement(): void {
    this.#isMixed = this.#outer.pop() ?? false;
    this.#put(' />');
  }

  endElement(name: string, hasNodes: boolean): void {
    const isMixed = this.#isMixed;
    const outer = this.#outer.pop() ?? false;
    if (hasNodes && !isMixed) this.#indent();
    this.#isMixed = outer;
    this.#put(`</${name}>`);
  }

  string(text: string): void {
    this.#isMixed = true;
    checkCharacters(text);
    this.#put(withOwnLines(text.replace(/[&<>]/g, (character) => textEscapes[character]!)));
  }

  cdata(text: string): void {
    this.#isMixed = true;
    checkCharacters(text);
    this.#put(`<![CDATA[${withOwnLines(text.replaceAll(']]>', ']]]]><![CDATA[>'))}]]>`);
  }

  comment(text: string): void {
    this.#indent();
    checkCharacters(text);
    this.#put(`<!--${withOwnLines(text.replace(/-(?=-|$)/g, '- '))}-->`);
  }

  processingInstruction(target: string, data: string): void {
    this.#indent();
    checkCharacters(data);
    const rest = data === '' ? '' : ` ${withOwnLines(data.replaceAll('?>', '? >'))}`;
    this.#put(`<?${target}${rest}?>`);
  }

  documentType(
    name: string,
    publicId: string | null,
    systemId: string | null,
    internalSubset: string | null,
  ): void {
    if (publicId !== null && !/^[-\w '()+,./:=?;!*#@$%\r\n]*$/.test(publicId))
      throw new ArgumentException('The public identifier has an invalid character.', 'pubid');
    this.#indent();
    let ids = ' ';
    if (publicId !== null) ids = ` PUBLIC "${publicId}" "${systemId ?? ''}"`;
    else if (systemId !== null) ids = ` SYSTEM "${systemId}"`;
    this.#put(`<!DOCTYPE ${name}${ids}${internalSubset === null ? '' : `[${internalSubset}]`}>`);
  }

  /** A new line, unless text stands here or nothing was written before. */
  #indent(): void {
    if (!this.#isIndented || this.#isMixed || this.text === '') return;
    const spaces = 2 * this.#outer.length;
    this.#work.allowLength(this.text.length + spaces);
    this.#put(newLine + ' '.repeat(spaces));
  }

  #put(part: string): void {
    this.#work.allowLength(this.text.length + part.length);
    this.text += part;
  }
}

function withOwnLines(text: string): string {
  return text.replace(/\r\n?|\n/g, newLine);
}

/** What XML cannot hold is not written. @throws ArgumentException */
function checkCharacters(text: string): void {
  // By code points, so that halves of surrogate pairs are found where they stand alone.
  const at = text.search(/[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/u);
  if (at < 0) return;
  const { shown, hexadecimal } = describeCharacter(text, at);
  throw new ArgumentException(
    `'${shown}', hexadecimal value ${hexadecimal}, is an invalid character.`,
  );
}
