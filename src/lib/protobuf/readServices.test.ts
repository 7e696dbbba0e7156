import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProtoSyntaxError, readServices } from './readServices.ts';

function namesIn(text: string): string[] {
  return readServices(text).flatMap(({ fullName, methods }) =>
    methods.map(({ name }) => `${fullName}/${name}`),
  );
}

test('methods are found by package and service, streaming or not', () => {
  const text = `
    syntax = "proto3";
    import public "google/protobuf/empty.proto";
    package shop.v1;
    option java_package = "com.shop";
    service Orders {
      option (x.y) = { a: "}" b { c: 1 } };
      rpc Get (GetRequest) returns (Order);
      rpc Watch(.shop.v1.GetRequest) returns (stream google.protobuf.Empty) {
        option (google.api.http) = { get: "/v1/{name=orders/*}" };
      }
      rpc Put(stream Order)returns(stream Order){};
      ;
    }
    message Order { message service { string rpc = 1; } map<string, int32> a = 2 [deprecated = true]; reserved "rpc"; }
    service Empty {}
    service More { rpc stream(stream) returns (stream stream); }`;
  assert.deepEqual(namesIn(text), [
    'shop.v1.Orders/Get',
    'shop.v1.Orders/Watch',
    'shop.v1.Orders/Put',
    'shop.v1.More/stream',
  ]);
});

test('without a package the service is called by its name alone', () => {
  assert.deepEqual(namesIn('service Echo { rpc Say (A) returns (B); }'), ['Echo/Say']);
});

test('comments and strings hold no services', () => {
  const text = `
    // service A { rpc B (C) returns (D); }
    /* service A { rpc B (C) returns (D); } */
    option x = 'service A { rpc B (C) returns (D); }';
    option y = "\\"; service A {";
    service Real { /* rpc X */ rpc Say // (
      (A) returns (B); }`;
  assert.deepEqual(namesIn(text), ['Real/Say']);
});

test('what cannot be read is told with its place', () => {
  const faults: readonly (readonly [string, string, number])[] = [
    ['service {', 'the name of a service', 8],
    ['service A { rpc B (C) returns D; }', "'('", 30],
    ['service A { rpc B () returns (D); }', 'the name of a message', 19],
    ['service A { rpc B (C) returns (D) }', "';'", 34],
    ['service A { rpc B (C) returns (D);', "'}'", 34],
    ['service A.B { }', 'the name of a service', 8],
    ['package a..b;', 'the name of a package', 8],
    ['message A {', "'}'", 11],
    ['}', 'no brace', 0],
    ['/* service A {}', "'*/'", 0],
    ['message A }', "';'", 10],
    ['option a = "', "';'", 12],
  ];
  for (const [text, message, start] of faults) {
    assert.throws(
      () => readServices(text),
      (error) => {
        assert.ok(error instanceof ProtoSyntaxError, String(error));
        assert.equal(error.message, message, text);
        assert.ok(Math.abs(error.span.start - start) <= 1, `${text}: ${error.span.start}`);
        return true;
      },
    );
  }
});

test('a long text is read in a time that grows with it', () => {
  const text = `service A { ${'rpc B (C) returns (D); '.repeat(5_000)} } ${'/* */ '.repeat(50_000)}`;
  assert.equal(namesIn(text).length, 5_000);
  assert.throws(() => readServices('{'.repeat(100_000)), ProtoSyntaxError);
  assert.throws(() => readServices('/* '.repeat(100_000)), ProtoSyntaxError);
});
