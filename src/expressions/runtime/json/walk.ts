/** Ways through a tree of tokens, none of them by recursion. */
import type { Environment } from '../Environment.ts';
import type { JToken } from './JToken.ts';

/** From the parent to the root. */
export function* ancestors(token: JToken, environment: Environment): Generator<JToken> {
  for (let at = token.parent; at; at = at.parent) {
    environment.spend();
    yield at;
  }
}

export function* ancestorsAndSelf(token: JToken, environment: Environment): Generator<JToken> {
  yield token;
  yield* ancestors(token, environment);
}

/** In document order. */
export function* descendants(top: JToken, environment: Environment): Generator<JToken> {
  let at = top.children[0];
  while (at) {
    environment.spend();
    yield at;
    at = at.children[0] ?? following(at, top);
  }
}

/** The next token in document order that is outside `token`. */
function following(token: JToken, top: JToken): JToken | undefined {
  let at: JToken | null = token;
  while (at && at !== top) {
    if (at.next) return at.next;
    at = at.parent;
  }
  return undefined;
}

export function* descendantsAndSelf(top: JToken, environment: Environment): Generator<JToken> {
  yield top;
  yield* descendants(top, environment);
}

export function* afterSelf(token: JToken, environment: Environment): Generator<JToken> {
  for (let at = token.parent ? token.next : null; at; at = at.next) {
    environment.spend();
    yield at;
  }
}

export function* beforeSelf(token: JToken, environment: Environment): Generator<JToken> {
  for (let at = token.parent?.children[0]; at && at !== token; at = at.next ?? undefined) {
    environment.spend();
    yield at;
  }
}
