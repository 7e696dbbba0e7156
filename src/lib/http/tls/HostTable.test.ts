import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HostTable, hostOf } from './HostTable.ts';

const table = new HostTable(
  [
    ['api.contoso.com', 'exact'],
    ['*.Contoso.com', 'wildcard'],
  ],
  'others',
);

test('an exact name comes before a wildcard, and that before the certificate for all others', () => {
  assert.equal(table.find('api.contoso.com'), 'exact');
  assert.equal(table.find('portal.contoso.com'), 'wildcard');
  assert.equal(table.find('fabrikam.com'), 'others');
});

test('RFC 9525 §6.3: a wildcard stands for one label, whole', () => {
  for (const name of ['contoso.com', 'a.b.contoso.com', '.contoso.com', '', '*.contoso.com.evil'])
    assert.equal(table.find(name), 'others', name);
  assert.equal(table.find('*.contoso.com'), 'wildcard');
});

test('RFC 4343: neither case nor a final dot tells names apart', () => {
  assert.equal(table.find('API.Contoso.COM.'), 'exact');
});

test('a host is an authority without its port', () => {
  assert.deepEqual(
    ['a.example:443', 'a.example', 'a.example:', '[::1]:8443', '[::1]'].map(hostOf),
    ['a.example', 'a.example', 'a.example', '[::1]', '[::1]'],
  );
});
