import { checkText } from '../../src/server/checkPath.ts';
import { SourceText } from '../../src/lib/source/SourceText.ts';
import { assertInside } from './spans.ts';
import type { Target } from './target.ts';

const length = 100_000;

/** What is repeated: each of them begins, ends or separates something somewhere. */
const repeated: readonly string[] = [
  ' ',
  'a',
  '1',
  '(',
  '[',
  '}',
  '.',
  '/',
  '\\',
  '-',
  '%',
  '?',
  '\n',
  '&amp;',
  '&lt;',
  'a,',
  'a ',
  '$x',
  '= ',
  '=>',
  '??',
  '@(',
  '{{',
  '//',
  '/*',
  'elseif (',
];

const places: readonly ((text: string) => string)[] = [
  (text) => `<set-body>${text}</set-body>`,
  (text) => `<set-body>@${text}x</set-body>`,
  (text) => `<set-body>@{ ${text} }</set-body>`,
  (text) => `<set-body>@("${text}")</set-body>`,
  (text) => `<set-body template="liquid">{{ ${text} }}</set-body>`,
  (text) => `<set-body ${text}>1</set-body>`,
  (text) => `<set-variable name="${text}" value="1"/>`,
  (text) => `<set-variable name="a" value="${text}"/>`,
  (text) => `<set-variable name="a" value="@(${text})"/>`,
  (text) => `<set-variable name="a" value="@(${text}"/>`,
  (text) => `<set-backend-service base-url="${text}"/>`,
  (text) =>
    `<set-header name="${text}" exists-action="override"><value>${text}</value></set-header>`,
  (text) => `<rewrite-uri template="/${text}"/>`,
  (text) => `<choose>${text}</choose>`,
  (text) => `<ip-filter action="allow"><address>${text}</address></ip-filter>`,
  (text) => `<${text}/>`,
  (text) => `<!-- ${text}`,
  (text) => text,
];

/**
 * A document whose length is in one place, however senseless, is checked in a time that grows with
 * its length alone.
 */
export const longDocuments: Target = {
  name: 'check of long documents',
  slice: 24,
  generate(random) {
    const piece = random.pick(repeated);
    const text = piece.repeat(Math.ceil(length / piece.length));
    return `<policies><inbound>${random.pick(places)(text)}</inbound></policies>`;
  },
  run(text) {
    assertInside(checkText(new SourceText('long.xml', text), true), text);
  },
};
