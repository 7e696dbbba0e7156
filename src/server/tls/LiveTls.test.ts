import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TestHosts } from '../../lib/http/testing/testHosts.ts';
import type { ServerTls } from '../../lib/http/tls/ServerTls.ts';
import { LiveTls } from './LiveTls.ts';
import { TicketKeys } from './TicketKeys.ts';

const hosts = await TestHosts.create();
const one = hosts.server(await hosts.host('one.example'));

/** Keys are numbered, and an hour passes when it is told to. */
function live(tls: ServerTls) {
  const published: ServerTls[] = [];
  let number = 0;
  let hour = (): void => undefined;
  let intervalMs = 0;
  const keys = new TicketKeys((bytes) => new Uint8Array(bytes).fill(++number));
  const settings = new LiveTls(
    tls,
    (each) => published.push(each),
    (action, ms) => {
      hour = action;
      intervalMs = ms;
      return () => (hour = () => undefined);
    },
    keys,
  );
  const numbers = (): number[] => settings.current.ticketKeys!.map((key) => key[0]!);
  return { settings, published, numbers, intervalMs, hour: () => hour() };
}

test('ticket keys change by the hour, and the one before is still read with', () => {
  const { settings, published, numbers, hour, intervalMs } = live(one);
  assert.equal(intervalMs, 3_600_000);
  assert.deepEqual(numbers(), [1]);
  hour();
  assert.deepEqual(numbers(), [2, 1]);
  hour();
  assert.deepEqual(numbers(), [3, 2]);
  assert.equal(published.length, 2);
  settings.close();
  hour();
  assert.equal(published.length, 2);
});

test('a new certificate keeps sessions; new rules about client certificates end them', async () => {
  const { settings, published, numbers } = live(one);
  settings.replace(hosts.server(await hosts.host('one.example')));
  assert.deepEqual(numbers(), [1]);
  settings.replace(hosts.server(await hosts.host('one.example', true)));
  assert.deepEqual(numbers(), [2]);
  assert.equal(published.length, 2);
});

test('settings that cannot be used are told, and change nothing', async () => {
  const { settings, published } = live(one);
  const { key } = await hosts.host('two.example');
  assert.throws(() => settings.replace({ ...one, key }));
  assert.equal(settings.current.key, one.key);
  assert.equal(published.length, 0);
});
