/** Whether a token passes a query of a JSONPath: `[?(@.price < 10 && @.tags)]`. */
import type {
  PathLiteral,
  PathOperator,
  PathQuery,
  PathSide,
} from '../../../lib/newtonsoft/jsonPathFilters.ts';
import { JsonToken } from '../../../lib/newtonsoft/JsonToken.ts';
import type { Environment } from '../../runtime/Environment.ts';
import type { JToken } from '../../runtime/json/JToken.ts';
import { tokenTypes } from '../../runtime/json/tokenTypes.ts';
import { JValue } from '../../runtime/json/JValue.ts';
import { NetRegex } from '../../runtime/regex/NetRegex.ts';
import { toText } from '../../runtime/toText.ts';
import { isMatch } from '../System.Text.RegularExpressions/regexSearch.ts';
import { boxJsonValue } from './boxJsonValue.ts';
import { formatJsonValue } from './formatJsonValue.ts';
import { follow } from './selectTokens.ts';
import type { Selection } from './selectTokens.ts';

export function matchesQuery(query: PathQuery, token: JToken, selection: Selection): boolean {
  switch (query.kind) {
    case 'and':
      return query.queries.every((each) => matchesQuery(each, token, selection));
    case 'or':
      return query.queries.some((each) => matchesQuery(each, token, selection));
    case 'test':
      return passes(query, token, selection);
  }
}

/** One of the tokens on the left must agree with one on the right. */
function passes(
  { operator, left, right }: PathQuery & { kind: 'test' },
  token: JToken,
  selection: Selection,
): boolean {
  for (const one of tokensOf(left, token, selection)) {
    if (!right) return true;
    for (const other of tokensOf(right, token, selection)) {
      selection.environment.spend();
      if (agrees(operator, one, other, selection.environment)) return true;
    }
  }
  return false;
}

function tokensOf(side: PathSide, token: JToken, selection: Selection): Iterable<JToken> {
  if ('literal' in side) return [literalToken(side.literal)];
  // Inside of a query a step that leads nowhere is no error of the whole path.
  return follow(side.path, token, { ...selection, mustMatch: false });
}

function literalToken(literal: PathLiteral): JValue {
  if (typeof literal === 'object' && literal !== null)
    return JValue.of(boxJsonValue(JsonToken.Float, literal.double));
  return JValue.of(literal);
}

function agrees(
  operator: PathOperator,
  one: JToken,
  other: JToken,
  environment: Environment,
): boolean {
  // Only values can be compared; anything else differs.
  if (!(one instanceof JValue) || !(other instanceof JValue)) return operator === '!=';
  switch (operator) {
    case '=':
      return isEqual(one, other);
    case '!=':
      return !isEqual(one, other);
    case '===':
      return isStrictlyEqual(one, other);
    case '!==':
      return !isStrictlyEqual(one, other);
    case '=~':
      return matchesRegex(one, other, environment);
    case '<':
      return one.compareTo(other, environment.world) < 0;
    case '<=':
      return one.compareTo(other, environment.world) <= 0;
    case '>':
      return one.compareTo(other, environment.world) > 0;
    case '>=':
      return one.compareTo(other, environment.world) >= 0;
    case 'exists':
      return true;
  }
}

function isNumber({ type }: JValue): boolean {
  return type === tokenTypes.Integer || type === tokenTypes.Float;
}

function isStrictlyEqual(one: JValue, other: JValue): boolean {
  if (isNumber(one) && isNumber(other)) return one.compareAs(tokenTypes.Float, other.value) === 0;
  return one.type === other.type && one.equals(other);
}

/** A date, a Guid and the like equal the text that JSON has for them. */
function isEqual(one: JValue, other: JValue): boolean {
  if (isStrictlyEqual(one, other)) return true;
  if (other.type !== tokenTypes.String) return false;
  const text = textOf(one);
  return text !== undefined && text === toText(other.value);
}

function textOf({ type, value }: JValue): string | undefined {
  switch (type) {
    case tokenTypes.Date:
    case tokenTypes.Bytes:
      return formatJsonValue(value)?.slice(1, -1);
    case tokenTypes.Guid:
    case tokenTypes.TimeSpan:
    case tokenTypes.Uri:
      return toText(value);
    default:
      return undefined;
  }
}

const optionsByLetter: Readonly<Partial<Record<string, number>>> = { i: 1, m: 2, x: 4, s: 16 };

/** `=~ /pattern/options`. @throws ArgumentException */
function matchesRegex(one: JValue, pattern: JValue, environment: Environment): boolean {
  if (one.type !== tokenTypes.String || pattern.type !== tokenTypes.String) return false;
  const text = toText(pattern.value);
  const end = text.lastIndexOf('/');
  let options = 0;
  for (const letter of text.slice(end + 1)) options |= optionsByLetter[letter] ?? 0;
  const regex = new NetRegex(text.slice(1, Math.max(end, 1)), options);
  return isMatch(regex, toText(one.value), environment);
}
