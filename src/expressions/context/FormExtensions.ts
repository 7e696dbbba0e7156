import { escapeData } from '../../lib/encoding/percent.ts';
import { defineType, membersOf } from '../declare/defineType.ts';
import type { DictionaryProtocol } from '../runtime/collections/protocols.ts';
import type { Environment } from '../runtime/Environment.ts';

const member = membersOf<never>();

/** What turns the result of `AsFormUrlEncodedContent` into text again. */
export const FormExtensions = defineType({
  name: 'FormExtensions',
  kind: 'class',
  members: [
    member(
      'static string ToFormUrlEncodedContent(this IDictionary<string, IList<string>> content)',
      (form: DictionaryProtocol, _types, environment) => written(form, environment),
      'new Dictionary<string, IList<string>> { ["a b"] = new[] { "é", "&" }, ["c"] = new string[0] }.ToFormUrlEncodedContent() // "a+b=%C3%A9&a+b=%26"',
    ),
    member(
      'static string? ToQueryString(this IDictionary<string, IList<string>> content)',
      (form: DictionaryProtocol, _types, environment) =>
        form.count === 0 ? null : `?${written(form, environment)}`,
      'new Dictionary<string, IList<string>> { ["a"] = new[] { "1", "2" } }.ToQueryString() // "?a=1&a=2"',
      'new Dictionary<string, IList<string>>().ToQueryString() == null // true',
    ),
  ],
});

/** application/x-www-form-urlencoded as .NET's FormUrlEncodedContent writes it. */
function written(form: DictionaryProtocol, environment: Environment): string {
  const pairs: string[] = [];
  for (const { key, value } of form) {
    for (const each of (value ?? []) as Iterable<string | null>) {
      pairs.push(`${escaped(key as string)}=${escaped(each ?? '')}`);
    }
  }
  environment.allowLength(pairs.reduce((length, pair) => length + pair.length + 1, 0));
  return pairs.join('&');
}

function escaped(text: string): string {
  return escapeData(text).replaceAll('%20', '+');
}
