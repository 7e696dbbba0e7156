/** What a JSONPath finds among tokens, as Newtonsoft's path filters do. */
import { JsonPathError, parseJsonPath } from '../../../lib/newtonsoft/parseJsonPath.ts';
import type { PathFilter, Slice } from '../../../lib/newtonsoft/jsonPathFilters.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { JsonException } from '../../runtime/exceptions.ts';
import { JArray } from '../../runtime/json/JArray.ts';
import { JConstructor } from '../../runtime/json/JConstructor.ts';
import type { JContainer } from '../../runtime/json/JContainer.ts';
import { JObject } from '../../runtime/json/JObject.ts';
import { JProperty } from '../../runtime/json/JProperty.ts';
import type { JToken } from '../../runtime/json/JToken.ts';
import { descendants, descendantsAndSelf } from '../../runtime/json/walk.ts';
import { matchesQuery } from './matchesQuery.ts';

/** What a search needs to know beside the path. */
export interface Selection {
  readonly root: JToken;
  /** Whether a step that leads nowhere is an error. */
  readonly mustMatch: boolean;
  readonly environment: Environment;
}

type Tokens = Iterable<JToken>;

const maximumKept = 256;
/** Paths used last, the oldest first: most are constants. */
const kept = new Map<string, readonly PathFilter[]>();

function filtersOf(path: string): readonly PathFilter[] {
  const known = kept.get(path);
  if (known) return known;
  const filters = parsed(path);
  for (const oldest of kept.keys()) {
    if (kept.size < maximumKept) break;
    kept.delete(oldest);
  }
  kept.set(path, filters);
  return filters;
}

function parsed(path: string): readonly PathFilter[] {
  try {
    return parseJsonPath(path);
  } catch (error) {
    if (error instanceof JsonPathError) throw new JsonException(error.message);
    throw error;
  }
}

/** @throws JsonException when the path is malformed, or leads to several tokens */
export function selectToken(
  token: JToken,
  path: string,
  mustMatch: boolean,
  environment: Environment,
): JToken | null {
  let found: JToken | null = null;
  for (const each of selectTokens(token, path, mustMatch, environment)) {
    if (found) throw new JsonException('Path returned multiple tokens.');
    found = each;
  }
  return found;
}

/** @throws JsonException when the path is malformed */
export function selectTokens(
  token: JToken,
  path: string,
  mustMatch: boolean,
  environment: Environment,
): Tokens {
  return follow(filtersOf(path), token, { root: token, mustMatch, environment });
}

/** Goes along the steps of a path, anew for each enumeration. */
export function follow(
  filters: readonly PathFilter[],
  token: JToken,
  selection: Selection,
): Tokens {
  let current: Tokens = [token];
  for (const filter of filters) {
    const tokens = current;
    current = { [Symbol.iterator]: () => step(filter, tokens, selection) };
  }
  return current;
}

function* step(filter: PathFilter, tokens: Tokens, selection: Selection): Generator<JToken> {
  if (filter.kind === 'root') {
    yield selection.root;
    return;
  }
  for (const token of tokens) {
    selection.environment.spend();
    yield* stepFrom(filter, token, selection);
  }
}

function stepFrom(
  filter: Exclude<PathFilter, { kind: 'root' }>,
  token: JToken,
  selection: Selection,
): Tokens {
  switch (filter.kind) {
    case 'field':
      return field(token, filter.name, selection);
    case 'fields':
      return fields(token, filter.names, selection);
    case 'index':
      return filter.index === null
        ? everyIndex(token, selection)
        : single(indexed(token, filter.index, selection));
    case 'indexes':
      return filter.indexes.flatMap((index) => single(indexed(token, index, selection)));
    case 'slice':
      return slice(token, filter, selection);
    case 'scan':
      return scan(token, filter.name === null ? null : [filter.name], selection);
    case 'scanFields':
      return scan(token, filter.names, selection);
    case 'query':
      return queried(token.children, filter, selection);
    case 'scanQuery':
      return queried(descendantsAndSelf(token, selection.environment), filter, selection);
  }
}

function single(token: JToken | null): readonly JToken[] {
  return token ? [token] : [];
}

/** Nothing, or an error where something must be found. */
function nothing({ mustMatch }: Selection, message: string): readonly JToken[] {
  if (mustMatch) throw new JsonException(message);
  return [];
}

function field(token: JToken, name: string | null, selection: Selection): readonly JToken[] {
  if (!(token instanceof JObject)) {
    return nothing(selection, `Property '${name ?? '*'}' not valid on ${token.className}.`);
  }
  if (name === null) return token.properties.flatMap(({ value }) => single(value));
  const value = token.get(name);
  return value ? [value] : nothing(selection, `Property '${name}' does not exist on JObject.`);
}

function fields(token: JToken, names: readonly string[], selection: Selection): readonly JToken[] {
  if (token instanceof JObject) return names.flatMap((name) => field(token, name, selection));
  const list = names.map((name) => `'${name}'`).join(', ');
  return nothing(selection, `Properties ${list} not valid on ${token.className}.`);
}

function isIndexed(token: JToken): token is JContainer {
  return token instanceof JArray || token instanceof JConstructor;
}

function everyIndex(token: JToken, selection: Selection): readonly JToken[] {
  if (isIndexed(token)) return token.children;
  return nothing(selection, `Index * not valid on ${token.className}.`);
}

/** @throws ArgumentOutOfRangeException for an index below zero */
function indexed(token: JToken, index: number, selection: Selection): JToken | null {
  if (!isIndexed(token)) {
    nothing(selection, `Index ${index} not valid on ${token.className}.`);
    return null;
  }
  if (index < token.count) return token.at(index);
  nothing(selection, `Index ${index} outside the bounds of ${token.className}.`);
  return null;
}

function slice(
  token: JToken,
  { start, end, step: by = 1 }: Slice,
  selection: Selection,
): readonly JToken[] {
  if (by === 0) throw new JsonException('Step cannot be zero.');
  if (!(token instanceof JArray))
    return nothing(selection, `Array slice is not valid on ${token.className}.`);
  const { count } = token;
  const isForward = by > 0;
  const first = clamp(
    fromEnd(start ?? (isForward ? 0 : count - 1), start, count),
    isForward ? 0 : -Infinity,
    isForward ? count : count - 1,
  );
  const stop = clamp(fromEnd(end ?? (isForward ? count : -1), end, count), -1, count);
  const found: JToken[] = [];
  for (let i = first; isForward ? i < stop : i > stop; i += by) found.push(token.at(i));
  if (found.length > 0) return found;
  const range = `${start ?? '*'} to ${end ?? '*'}`;
  return nothing(selection, `Array slice of ${range} returned no results.`);
}

/** An index that was given below zero counts from the end. */
function fromEnd(index: number, given: number | undefined, count: number): number {
  return given !== undefined && given < 0 ? count + index : index;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

/** Values of properties with one of the names, at any depth; without names everything. */
function* scan(
  token: JToken,
  names: readonly string[] | null,
  { environment }: Selection,
): Generator<JToken> {
  if (names === null) yield token;
  for (const each of descendants(token, environment)) {
    if (each instanceof JProperty) {
      if (names?.includes(each.name) && each.value) yield each.value;
    } else if (names === null) yield each;
  }
}

function* queried(
  tokens: Tokens,
  { query }: PathFilter & { kind: 'query' | 'scanQuery' },
  selection: Selection,
): Generator<JToken> {
  for (const token of tokens) {
    selection.environment.spend();
    if (matchesQuery(query, token, selection)) yield token;
  }
}
