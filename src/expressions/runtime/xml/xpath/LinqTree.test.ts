import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { XPathException } from '../../exceptions.ts';
import { parseDocument } from '../readXml.ts';
import { environmentWith } from '../testing/environment.ts';
import { compileNetXPath, evaluateXPath } from './evaluateXPath.ts';
import { LinqTree } from './LinqTree.ts';
import type { LinqNode } from './LinqTree.ts';
import { NamespaceManager } from './NamespaceManager.ts';
import { NameTable } from './NameTable.ts';

const environment = environmentWith({ maxSteps: 10_000_000 });
const tree = new LinqTree(environment);
const preserveWhitespace = 1;

const namespaces = new NamespaceManager(new NameTable());
namespaces.add('d', 'urn:d', environment);
namespaces.add('p', 'urn:p', environment);

function fixture(file: string): string {
  const url = new URL(`../../../../lib/xpath/testing/${file}`, import.meta.url);
  return readFileSync(url, 'utf8').trimEnd();
}

const forms: Readonly<Record<string, (name: string, value: string) => string>> = {
  root: () => '/',
  element: (name) => `<${name}>`,
  attribute: (name, value) => `@${name}=${value}`,
  namespace: (name, value) => `xmlns:${name}=${value}`,
  text: (_name, value) => `'${value}'`,
  comment: (_name, value) => `<!--${value}-->`,
  'processing-instruction': (name, value) => `<?${name} ${value}?>`,
};

function shownNode(node: LinqNode): string {
  const prefix = tree.prefixOf(node);
  const localName = tree.localNameOf(node);
  const name = prefix === '' ? localName : `${prefix}:${localName}`;
  return forms[tree.kindOf(node)]!(name, tree.valueOf(node));
}

function shownValue(expression: string, node: LinqNode): string {
  try {
    const xpath = compileNetXPath(expression, namespaces, environment);
    const value = evaluateXPath(xpath, node, environment);
    return typeof value === 'object'
      ? `nodes ${value.map(shownNode).join(' ')}`
      : `${typeof value} ${value}`;
  } catch (error) {
    if (error instanceof XPathException) return `error ${error.message}`;
    throw error;
  }
}

test('XPath finds in trees of System.Xml.Linq what it finds in Mono', () => {
  const document = parseDocument(fixture('agreed.xml'), preserveWhitespace, environment);
  const differences = fixture('agreed.tsv')
    .split('\n')
    .flatMap((row) => {
      const [expression = '', expected] = row.split('\t');
      const given = shownValue(expression, document);
      return given === expected ? [] : [{ expression, given, expected }];
    });
  assert.deepEqual(differences, []);
});
