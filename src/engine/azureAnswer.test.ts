import assert from 'node:assert/strict';
import { test } from 'node:test';
import { netTypes } from '../expressions/types/index.ts';
import { OpenIdConfiguration } from '../lib/jwt/discovery.ts';
import { VerifiedTokens } from '../lib/jwt/verifiedTokens.ts';
import { SourceText } from '../lib/source/SourceText.ts';
import { azureAnswer } from './azureAnswer.ts';
import { definePolicy } from './declaration/definePolicy.ts';
import { many, once } from './declaration/element.ts';
import { oneOf, text } from './declaration/valueKinds.ts';
import { checkDocument } from './snapshot/checkDocument.ts';

const value = { content: text('A value.') } as const;

const setThing = definePolicy({
  name: 'set-thing',
  doc: 'Sets a thing.',
  reference: 'https://learn.microsoft.com/azure/api-management/set-thing-policy',
  sections: ['inbound'],
  scopes: ['api'],
  attributes: {
    name: text('Its name.', { required: true }),
    mode: oneOf(['override', 'skip'], 'How.', { default: 'override' }),
  },
  children: { first: once(value), value: many(value) },
  examples: ['<set-thing name="a"><first /></set-thing>'],
  compile: () => () => undefined,
});

const world = { fetch: () => Promise.reject(new Error('no network')), now: () => 0 };

function check(section: string, xml: string, strict = false): (string | undefined)[] {
  const source = new SourceText(
    'p',
    `<policies>\n  <${section}>\n${xml}\n  </${section}>\n</policies>`,
  );
  return checkDocument(
    { source, format: 'rawxml' },
    {
      policies: [setThing],
      types: netTypes,
      strict,
      openIdProviders: {
        verified: new VerifiedTokens(),
        now: () => 0,
        at: (url) => new OpenIdConfiguration(url, world),
      },
    },
  ).map((diagnostic) => azureAnswer(diagnostic) ?? diagnostic.code);
}

const at = "Error in element 'set-thing' on line 3, column 6: ";

test('attributes are answered where their element is', () => {
  assert.deepEqual(check('inbound', '    <set-thing name="a" nmae="b"><first /></set-thing>'), [
    `${at}The 'nmae' attribute is not declared.`,
  ]);
  assert.deepEqual(check('inbound', '    <set-thing><first /></set-thing>'), [
    `${at}The required attribute 'name' is missing.`,
  ]);
});

test('a policy in a section that is not its own is refused in the words of Azure', () => {
  assert.deepEqual(check('outbound', '    <set-thing name="a"><first /></set-thing>'), [
    `${at}Policy is not allowed in the specified section`,
  ]);
});

test('children are answered as the schema validator of .NET does', () => {
  assert.deepEqual(check('inbound', '    <set-thing name="a">text<first /></set-thing>'), [
    `${at}The element 'set-thing' cannot contain text.`,
  ]);
  assert.deepEqual(check('inbound', '    <set-thing name="a" />'), [
    `${at}The element 'set-thing' has incomplete content. List of possible elements expected: 'first'.`,
  ]);
  const child = (name: string, column: number): string =>
    `Error in element '${name}' on line 3, column ${column}: The element 'set-thing' has invalid child element '${name}'.`;
  assert.deepEqual(check('inbound', '    <set-thing name="a"><first /><other /></set-thing>'), [
    `${child('other', 35)} List of possible elements expected: 'first, value'.`,
  ]);
  assert.deepEqual(check('inbound', '    <set-thing name="a"><first /><first /></set-thing>'), [
    child('first', 35),
  ]);
  assert.deepEqual(check('inbound', '    <set-thing name="a"><value /><first /></set-thing>'), [
    child('first', 35),
  ]);
});

test('what Azure says of the rest is not known, and not made up', () => {
  assert.deepEqual(check('inbound', '    <other />'), ['APIM1001']);
});

test('strictly, words count only as the schema writes them', () => {
  const xml = '    <set-thing name="a" mode="Override"><first /></set-thing>';
  assert.deepEqual(check('inbound', xml), []);
  assert.deepEqual(check('inbound', xml, true), ['APIM1032']);
  assert.deepEqual(check('inbound', xml.replace('Override', 'override'), true), []);
});
