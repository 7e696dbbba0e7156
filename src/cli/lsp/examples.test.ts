import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SourceText } from '../../lib/source/SourceText.ts';
import { policies } from '../../policies/index.ts';
import { emptyWorkspace } from '../../server/readWorkspace.ts';
import { clientOf } from './Client.ts';
import { completion } from './completion.ts';
import { definition } from './definition.ts';
import { hover } from './hover.ts';
import { symbols } from './symbols.ts';

const client = clientOf(undefined);
const options = { workspace: emptyWorkspace, client };

test('every policy is offered in its sections and tells what it is', () => {
  for (const { name, sections } of policies) {
    for (const section of sections) {
      const text = `<policies><${section}><`;
      const items = completion(new SourceText('x', text), text.length, options);
      assert.ok(
        items.some(({ label }) => label === name),
        `${name} in ${section}`,
      );
    }
    const source = new SourceText('x', `<${name} />`);
    assert.ok(hover(source, 3, emptyWorkspace, client), name);
  }
});

test('any place of the examples of policies can be asked about, cut off or whole', () => {
  for (const { examples } of policies) {
    for (const [i, example] of examples.entries()) {
      const whole = new SourceText('x', `<policies><inbound>${example}`);
      for (let offset = 20 + i; offset < whole.text.length; offset += 83) {
        const cut = new SourceText('x', whole.text.slice(0, offset));
        for (const source of [whole, cut]) {
          completion(source, offset, options);
          hover(source, offset, emptyWorkspace, client);
          definition(source, offset, emptyWorkspace);
        }
        symbols(cut);
      }
    }
  }
});
