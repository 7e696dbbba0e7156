import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SourceText } from '../lib/source/SourceText.ts';
import { compileExpression, EvaluationFault } from './evaluate.ts';
import type { CompiledExpression, ExpressionForm } from './evaluate.ts';
import { Box } from './runtime/Box.ts';
import { defaultLimits, Environment, LimitExceeded } from './runtime/Environment.ts';
import type { ExpressionLimits } from './runtime/Environment.ts';
import { netTypes } from './types/index.ts';
import { stillEnvironment } from './types/testing/callMember.ts';

function compile(code: string, form: ExpressionForm = 'expression'): CompiledExpression {
  const source = new SourceText('test', code);
  const { expression, diagnostics } = compileExpression(source, form, { registry: netTypes });
  assert.deepEqual(
    diagnostics.map((each) => each.message),
    [],
  );
  assert.ok(expression);
  return expression;
}

const world = { now: () => 0, randomBytes: (count: number) => new Uint8Array(count) };

function run(code: string, limits: Partial<ExpressionLimits> = {}): unknown {
  const environment = new Environment(world, { ...defaultLimits, ...limits });
  return compile(code, 'statements').evaluate(null, environment);
}

test('values come boxed or in the representation of their static type', () => {
  const expression = compile("'a'");
  assert.equal(expression.type, netTypes.named('char'));
  assert.equal(expression.evaluateStatic(null, stillEnvironment()), 97);
  const boxed = expression.evaluate(null, stillEnvironment());
  assert.deepEqual(boxed, new Box(netTypes.named('char'), 97));
});

test('what depends on nothing outside the text is known as a constant', () => {
  assert.deepEqual(compile('"a".ToUpper() + 1').constant, { value: 'A1' });
  assert.equal(compile('DateTime.UtcNow.Year').constant, undefined);
  assert.equal(compile('Guid.NewGuid().ToString()').constant, undefined);
  assert.equal(compile('context.Request.Method').constant, undefined);
  assert.equal(compile('int.Parse("x")').constant, undefined, 'throws at run time, not before');
  assert.equal(compile('new[] { 1 }').constant, undefined, 'whoever gets it could change it');
  assert.equal(compile('while (true) { }', 'statements').constant, undefined);
});

test('an expression tells which bodies it reads', () => {
  const reads = (code: string): unknown => compile(code).reads;
  const none = { requestBody: false, responseBody: false };
  assert.deepEqual(reads('context.Request.Method'), none);
  assert.deepEqual(reads('context.Request.Body.As<string>()'), { ...none, requestBody: true });
  assert.deepEqual(reads('context.Response?.Body != null'), { ...none, responseBody: true });
  assert.deepEqual(reads('((IResponse)context.Variables["r"]).Body.As<string>()'), none);
});

test('a value must convert to what is expected', () => {
  const expected = netTypes.named('bool');
  const check = (code: string): unknown =>
    compileExpression(new SourceText('test', code), 'expression', {
      registry: netTypes,
      expected,
    }).diagnostics.map((each) => each.code);
  assert.deepEqual(check('1 > 2'), []);
  assert.deepEqual(check('"true"'), ['CS0029']);
  assert.deepEqual(check('context.Variables["flag"]'), ['CS0266']);
});

test('loops, calls and jumps end at their limits', () => {
  const over = (error: unknown): boolean => error instanceof LimitExceeded;
  assert.throws(() => run('while (true) { }', { maxSteps: 1000 }), over);
  assert.throws(() => run('for (;;) ;', { maxSteps: 1000 }), over);
  assert.throws(() => run('again: goto again;', { maxSteps: 1000 }), over);
  assert.throws(() => run('switch (1) { case 1: goto case 1; } return 1;', { maxSteps: 99 }), over);
  assert.throws(() => run('int F(int n) => F(n + 1); return F(0);'), over);
  assert.throws(() => run('Func<int, int> f = null; f = n => f(n); return f(1);'), over);
});

test('texts and arrays end at their limits', () => {
  const over = (error: unknown): boolean => error instanceof LimitExceeded;
  const doubling = 'var s = "a"; while (true) s += s;';
  assert.throws(() => run(doubling, { maxStringLength: 1000 }), over);
  assert.throws(() => run('return $"{1,2000}";', { maxStringLength: 1000 }), over);
  assert.throws(() => run("return new string('a', 2000);", { maxStringLength: 1000 }), over);
  assert.throws(() => run('return new int[2000];', { maxItems: 1000 }), over);
});

test('no catch and no finally of an expression outlives a limit', () => {
  const over = (error: unknown): boolean => error instanceof LimitExceeded;
  assert.throws(() => run('try { while (true) { } } catch { return 1; }', { maxSteps: 99 }), over);
  const code = 'try { while (true) { } } finally { while (true) { } }';
  assert.throws(() => run(code, { maxSteps: 99 }), over);
});

test('a fault of the host is no exception of the expression', () => {
  const expression = compile(
    'try { return context.Request.Method; } catch (Exception e) { return e.Message; }',
    'statements',
  );
  const context = {
    get request(): never {
      throw new TypeError('a secret of the host');
    },
  };
  assert.throws(
    () => expression.evaluate(context, stillEnvironment()),
    (error: unknown) => error instanceof EvaluationFault && !error.message.includes('secret'),
  );
});

test('nothing of JavaScript is reachable', () => {
  for (const code of [
    'constructor',
    '"".constructor',
    '"".__proto__',
    'new { a = 1 }.constructor',
    'globalThis',
    'process.env',
    'new { __proto__ = 1 }.toString()',
    'DayOfWeek.constructor',
    'DayOfWeek.toString',
    '(1, 2).items',
    'new List<int>().items',
  ]) {
    const source = new SourceText('test', code);
    const { expression } = compileExpression(source, 'expression', { registry: netTypes });
    assert.equal(expression, undefined, code);
  }
  assert.equal(compile('new { __proto__ = 1 }.__proto__').evaluate(null, stillEnvironment()), 1);
});

test('text that is nested too deeply is refused, not a crash', () => {
  for (const code of ['('.repeat(5000) + '1' + ')'.repeat(5000), '-'.repeat(5000) + '1']) {
    const source = new SourceText('test', code);
    const { diagnostics } = compileExpression(source, 'expression', { registry: netTypes });
    assert.equal(diagnostics[0]?.code, 'CS8078');
  }
});

test('long chains of operators are no nesting', () => {
  const sum = Array.from({ length: 3000 }, () => '1').join(' + ');
  assert.equal(compile(sum).evaluate(null, stillEnvironment()), 3000);
  const text = Array.from({ length: 3000 }, () => '"a"').join(' + ');
  assert.equal(compile(text).evaluate(null, stillEnvironment()), 'a'.repeat(3000));
  const test = Array.from({ length: 2000 }, () => 'context != null').join(' && ');
  assert.equal(compile(test).evaluate({}, stillEnvironment()), true);
});

test('each evaluation has an allowance of its own, also after one that used it up', () => {
  const environment = new Environment(world, { ...defaultLimits, maxSteps: 100 });
  const counting = compile('var n = 0; while (n < 40) n++; return n;', 'statements');
  const endless = compile('while (true) { }', 'statements');
  for (let times = 0; times < 5; times++) {
    assert.equal(counting.evaluateStatic(null, environment), 40);
    assert.throws(() => endless.evaluateStatic(null, environment), LimitExceeded);
  }
});
