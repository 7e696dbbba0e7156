import type { Environment } from '../../runtime/Environment.ts';
import { NullReferenceException } from '../../runtime/exceptions.ts';
import { iterate } from '../../runtime/iterate.ts';
import { JEnumerable } from '../../runtime/json/JEnumerable.ts';
import type { JToken } from '../../runtime/json/JToken.ts';
import { JValue } from '../../runtime/json/JValue.ts';
import { tokenType } from './tokenTypeOf.ts';

/** The values that tokens have for a key; those that have none are left out. */
export function* keyedTokens(
  tokens: unknown,
  key: unknown,
  environment: Environment,
): Generator<JToken> {
  for (const token of iterate(tokens, tokenType())) {
    environment.spend();
    if (token === null) throw new NullReferenceException();
    const value = (token as JToken).item(key);
    if (value) yield value;
  }
}

/** The children of tokens; a value stands for itself, where `keepsValues`. */
export function* childTokens(
  tokens: unknown,
  keepsValues: boolean,
  environment: Environment,
): Generator<JToken> {
  for (const token of iterate(tokens, tokenType())) {
    environment.spend();
    if (token instanceof JValue && keepsValues) yield token;
    else if (token === null) throw new NullReferenceException();
    else yield* (token as JToken).children;
  }
}

/** `tokens[key]` of an `IJEnumerable<T>`. */
export function valuesOf(tokens: unknown, key: unknown, environment: Environment): JEnumerable {
  return new JEnumerable(tokenType(), {
    [Symbol.iterator]: () => keyedTokens(tokens, key, environment),
  });
}
