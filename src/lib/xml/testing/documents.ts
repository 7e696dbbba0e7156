import fc from '../../testing/properties.ts';

const names = fc.constantFrom('a', 'b', 'set-header', 'x:y', 'É', '_1', '\u{10400}k', 'a.b·c');
const space = fc.constantFrom(' ', '\n', '\t ', '\r\n', '\r');
const optionalSpace = fc.oneof({ weight: 3, arbitrary: fc.constant('') }, space);
const references = fc.constantFrom(
  '&lt;',
  '&amp;',
  '&quot;',
  '&#65;',
  '&#x1F600;',
  '&#13;',
  '&#9;',
);
const words = fc.constantFrom(
  'text',
  ' ',
  '\n',
  '\r\n',
  '\r',
  '\t',
  ']]',
  '>',
  '@(',
  '{{n}}',
  '😀',
  '–',
);

const joined = (part: fc.Arbitrary<string>, maxLength: number): fc.Arbitrary<string> =>
  fc.array(part, { maxLength }).map((parts) => parts.join(''));

// No brackets in front of a `>`, be it in this text or in the text behind it.
const noSectionEnd = (text: string): string => text.replaceAll(/\]+(?=>|$)/g, '');
const text = joined(fc.oneof(words, references, fc.constant('\'"')), 5).map(noSectionEnd);
const cdata = joined(fc.oneof(words, fc.constantFrom('<b>', '&', '--')), 4);
const comment = joined(fc.oneof(words, fc.constantFrom('<b>', '&', '-x')), 4);

const attribute = fc
  .tuple(space, names, optionalSpace, optionalSpace, fc.constantFrom('"', "'"), text)
  .map(([before, name, left, right, quote, value]) => {
    const other = quote === '"' ? "'" : '"';
    const written = `${before}${name}${left}=${right}${quote}${value.replaceAll(quote, other)}${quote}`;
    return { name, written };
  });

const attributes = fc
  .uniqueArray(attribute, { maxLength: 3, selector: ({ name }) => name })
  .map((all) => all.map(({ written }) => written).join(''));

const misc = fc.oneof(
  comment.map((value) => `<!--${value}-->`),
  fc.tuple(names, cdata).map(([name, value]) => `<?${name} ${value}?>`),
);

const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
  element: fc.oneof(
    { depthSize: 'small' },
    fc
      .tuple(names, attributes, optionalSpace)
      .map(([name, inner, end]) => `<${name}${inner}${end}/>`),
    fc
      .tuple(names, attributes, optionalSpace, tie('content'), optionalSpace)
      .map(
        ([name, inner, end, content, last]) => `<${name}${inner}${end}>${content}</${name}${last}>`,
      ),
  ),
  content: joined(
    fc.oneof(
      { depthSize: 'small' },
      text,
      misc,
      cdata.map((value) => `<![CDATA[${value.replaceAll(/\]+>/g, '>')}]]>`),
      tie('element'),
    ),
    4,
  ),
}));

const declaration = fc.constantFrom(
  '',
  '<?xml version="1.0"?>',
  "<?xml version='1.1' encoding=\"utf-8\" standalone = 'yes' ?>\n",
);

/** Documents that are well formed by XML 1.0, with much of what makes reading them hard. */
export const wellFormed: fc.Arbitrary<string> = fc
  .tuple(declaration, joined(fc.oneof(misc, space), 2), element, joined(fc.oneof(misc, space), 2))
  .map((parts) => parts.join(''));

// prettier-ignore
const fragments = fc.constantFrom(
  '<', '>', '&', '"', "'", '=', '/', '</', '/>', '<!--', '-->', '--', '<![CDATA[', ']]>', '<?', '?>', '<!DOCTYPE a',
  '[', ']', '<!', '<a', '</a>', '<a b="', '&amp;', '&#', '&#x0;', ';', '@(', ')', ' ', '\n', '\0', '\ud800', '\ufeff', 'x:',
);

/** Well-formed documents with a few places overwritten, cut out or filled in: mostly malformed. */
export const mutated: fc.Arbitrary<string> = fc
  .tuple(
    wellFormed,
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 3 }), fragments), { minLength: 1, maxLength: 4 }),
  )
  .map(([whole, changes]) =>
    changes.reduce((changed, [place, length, inserted]) => {
      const at = place % (changed.length + 1);
      return changed.slice(0, at) + inserted + changed.slice(at + length);
    }, whole),
  );

/** Any code point, surrogates that stand alone included; half of them ASCII. */
const character = fc
  .oneof(fc.nat({ max: 0x7f }), fc.nat({ max: 0x10ffff }))
  .map((codePoint) => String.fromCodePoint(codePoint));

/** Characters in no order. */
export const noise: fc.Arbitrary<string> = joined(character, 20);

/** Pieces of markup in no order. */
export const scraps: fc.Arbitrary<string> = joined(fc.oneof(fragments, text, character), 30);
