import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SourceText } from '../source/SourceText.ts';
import { resolveNamespaces, xmlNamespace, xmlnsNamespace } from './namespaces.ts';
import { parseXml } from './parse.ts';

/** The expanded names of a text, in its order, as `{namespace}local`. */
function namesOf(text: string): string[] {
  const { document, problems } = parseXml(new SourceText('test.xml', text));
  assert.deepEqual(problems, []);
  assert.ok(document !== undefined);
  const namespaces = resolveNamespaces(document);
  assert.deepEqual(namespaces.problems, []);
  return [...namespaces.names.values()].map(({ namespace, local }) => `{${namespace}}${local}`);
}

test('a prefix stands for its namespace, in the scope of its declaration', () => {
  assert.deepEqual(namesOf('<p:a xmlns:p="1"><p:b xmlns:p="2"/><p:c p:x=""/></p:a>'), [
    '{1}a',
    `{${xmlnsNamespace}}p`,
    '{2}b',
    `{${xmlnsNamespace}}p`,
    '{1}c',
    '{1}x',
  ]);
});

test('the default namespace holds for elements, not for attributes, and can be taken back', () => {
  assert.deepEqual(namesOf('<a xmlns="1"><b x=""/><c xmlns=""/><d/></a>'), [
    '{1}a',
    `{${xmlnsNamespace}}xmlns`,
    '{1}b',
    '{}x',
    '{}c',
    `{${xmlnsNamespace}}xmlns`,
    '{1}d',
  ]);
});

test('the prefix xml is always declared, and may be declared as what it is', () => {
  assert.deepEqual(namesOf('<a xml:lang=""/>'), ['{}a', `{${xmlNamespace}}lang`]);
  assert.equal(namesOf(`<a xmlns:xml="${xmlNamespace}"/>`).length, 2);
});

test('equal local names under different namespaces are different attributes', () => {
  assert.equal(namesOf('<a xmlns:p="1" xmlns:q="2" x="" p:x="" q:x=""/>').length, 6);
});

test('names keep the prefix they were written with', () => {
  const { document } = parseXml(new SourceText('test.xml', '<p:a xmlns:p="1"/>'));
  assert.ok(document?.root !== undefined);
  const name = resolveNamespaces(document).names.get(document.root);
  assert.deepEqual(name, { prefix: 'p', local: 'a', namespace: '1' });
});

test('a name whose prefix is not declared is reported and has no expanded name', () => {
  const { document } = parseXml(new SourceText('test.xml', '<a><p:b/><q:c/></a>'));
  assert.ok(document?.root !== undefined);
  const { names, problems } = resolveNamespaces(document);
  assert.deepEqual([...names.keys()], [document.root]);
  assert.deepEqual(
    problems.map(({ message }) => message),
    ["The prefix 'p' is not declared.", "The prefix 'q' is not declared."],
  );
});
