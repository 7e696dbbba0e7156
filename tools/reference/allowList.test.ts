import assert from 'node:assert/strict';
import { test } from 'node:test';
import { netTypes } from '../../src/expressions/types/index.ts';
import { allowList, excludedMembers, isAllowed } from '../../src/expressions/allowList.ts';
import { memberNames, reasonForMember, reasonForType } from './extensions.ts';

const declared = new Set(netTypes.definitions.map(({ fullName }) => fullName));

test('every type of Microsoft’s list is declared', () => {
  assert.deepEqual(
    [...allowList.keys()].filter((name) => !declared.has(name)),
    [],
  );
});

test('every member that Microsoft’s list names is declared', () => {
  const missing = [...allowList].flatMap(([name, members]) => {
    const definition = netTypes.definitions.find((each) => each.fullName === name);
    if (!definition || members === 'all') return [];
    // Every object has Equals and ToString.
    const names = new Set(['Equals', 'ToString', ...memberNames(definition)]);
    return [...members].filter((each) => !names.has(each)).map((each) => `${name}.${each}`);
  });
  assert.deepEqual(missing, []);
});

test('every type beyond Microsoft’s list is here for a reason that extensions.ts gives', () => {
  const unexplained = netTypes.definitions
    .filter((type) => !allowList.has(type.fullName) && reasonForType(type) === undefined)
    .map(({ fullName }) => fullName);
  assert.deepEqual(unexplained, []);
});

test('every member beyond those that the list names is here for a reason that extensions.ts gives', () => {
  const unexplained = netTypes.definitions.flatMap((type) =>
    [...memberNames(type)]
      .filter((name) => !isAllowed(type, name) && reasonForMember(type, name) === undefined)
      .map((name) => `${type.fullName}.${name}`),
  );
  assert.deepEqual(unexplained, []);
});

test('what the list takes out of a type is not here', () => {
  const found = netTypes.definitions.flatMap(({ fullName, members }) =>
    (excludedMembers.get(fullName) ?? []).filter((excluded) =>
      members.some((member) =>
        excluded.endsWith('()')
          ? `${member.name}()` === excluded && member.parameters.length === 0
          : member.name === excluded,
      ),
    ),
  );
  assert.deepEqual(found, []);
});
