import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ById, resolveReference, resolveScope, revisionOf } from './references.ts';

const service =
  '/subscriptions/0000/resourceGroups/rg/providers/Microsoft.ApiManagement/service/apim';

test('a reference is a name, a path below the service, or a full ARM id in any case', () => {
  assert.equal(resolveReference('orders', 'apis'), 'orders');
  assert.equal(resolveReference('/apis/orders;rev=2', 'apis'), 'orders;rev=2');
  assert.equal(resolveReference(`${service}/apis/orders`, 'apis'), 'orders');
  assert.equal(resolveReference(`${service.toLowerCase()}/APIS/orders`, 'apis'), 'orders');
  assert.equal(
    resolveReference(`https://management.azure.com${service}/apis/orders`, 'apis'),
    'orders',
  );
});

test('a reference to something else is none', () => {
  assert.equal(resolveReference('/products/gold', 'apis'), undefined);
  assert.equal(resolveReference('/apis/orders/operations/get', 'apis'), undefined);
  assert.equal(resolveReference('/workspaces/w/apis/orders', 'apis'), undefined);
  assert.equal(resolveReference('', 'apis'), undefined);
});

test('a scope opens a product, an API, all APIs, or the whole service by its full id only', () => {
  assert.deepEqual(resolveScope('/products/gold'), { kind: 'product', productId: 'gold' });
  assert.deepEqual(resolveScope(`${service}/apis/orders`), { kind: 'api', apiId: 'orders' });
  assert.deepEqual(resolveScope('/apis'), { kind: 'allApis' });
  assert.deepEqual(resolveScope(`${service}/apis/`), { kind: 'allApis' });
  assert.deepEqual(resolveScope(`${service}/`), { kind: 'service' });
});

test('a scope that names nothing or something unknown opens nothing', () => {
  for (const scope of ['', '/', ' ', '/products', '/products/', '/users/x', '/apis/a/b', 'gold']) {
    assert.equal(resolveScope(scope), undefined, `'${scope}'`);
  }
  assert.equal(resolveScope(`${service}/workspaces/w/apis/a`), undefined);
});

test('an API id carries its revision behind ;rev=', () => {
  assert.deepEqual(revisionOf('orders'), { name: 'orders', revision: undefined });
  assert.deepEqual(revisionOf('orders;rev=12'), { name: 'orders', revision: '12' });
});

test('resources are found by id without regard to case', () => {
  const byId = new ById([{ id: 'Orders' }]);
  assert.equal(byId.get('ORDERS')?.id, 'Orders');
  assert.equal(byId.has('other'), false);
});
