import { NetException } from '../../src/expressions/runtime/exceptions.ts';
import {
  defaultLimits,
  Environment,
  LimitExceeded,
} from '../../src/expressions/runtime/Environment.ts';
import { parseDocument } from '../../src/expressions/runtime/xml/readXml.ts';
import {
  compileNetXPath,
  evaluateXPath,
} from '../../src/expressions/runtime/xml/xpath/evaluateXPath.ts';
import { NamespaceManager } from '../../src/expressions/runtime/xml/xpath/NamespaceManager.ts';
import { NameTable } from '../../src/expressions/runtime/xml/xpath/NameTable.ts';
import { mutate } from './mutate.ts';
import type { Target } from './target.ts';

const seeds: readonly string[] = [
  "/s:Envelope/s:Body/*[local-name() = 'order']//line[@qty > 1][last()]/@sku",
  "(//a | //b[. = 'x'])[position() mod 2 = 1]/ancestor-or-self::node()[2]",
  "count(//@*[starts-with(name(), 's:')]) * -1 div 2.5 - sum(//a/@n) and not(text() or 'y' != \"z\")",
  "substring-after(translate(normalize-space(//b[1]), 'abc', 'AB'), concat(string(1 div 0), '-'))",
  "//a[following-sibling::*[1]/self::b]/preceding::comment() | //processing-instruction('p')/..",
  "id('a b') | //namespace::node()[lang('en')] | descendant-or-self::text()/following::*",
];

const pieces: readonly string[] =
  '/ // . .. @ * ( ) [ ] , | + - = != < > <= >= :: : $ # \' " a b s:a s:* child:: self:: ancestor:: preceding:: following:: namespace:: count( string( number( last() position() id( text() node() comment() and or div mod [1] [a] (( )) //*//* 1e9 0.5 é 名 \u0000 \uD800'.split(
    ' ',
  );

const xml =
  '<a n="1" xmlns:s="urn:s" xml:lang="en"><!--c--><b s:n="2">x<![CDATA[y]]><a/></b><?p q?><s:a><b/>z<b xmlns="urn:s"><a n="3"/></b></s:a></a>';

/** Any text is an expression that has a value, that is refused, or that runs out of its allowance. */
export const xpath: Target = {
  name: 'xpath',
  generate: (random) => mutate(random.pick(seeds), pieces, random),
  run(text) {
    const world = { now: () => 0, randomBytes: (count: number) => new Uint8Array(count) };
    const environment = new Environment(world, { ...defaultLimits, maxSteps: 50_000 });
    const namespaces = new NamespaceManager(new NameTable());
    namespaces.add('s', 'urn:s', environment);
    try {
      const document = parseDocument(xml, 0, environment);
      evaluateXPath(compileNetXPath(text, namespaces, environment), document, environment);
    } catch (error) {
      if (!(error instanceof NetException || error instanceof LimitExceeded)) throw error;
    }
  },
};
