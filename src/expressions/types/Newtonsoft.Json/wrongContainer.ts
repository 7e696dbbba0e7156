const called = {
  object: 'JSON object (e.g. {"name":"value"})',
  array: 'JSON array (e.g. [1,2,3])',
  value: 'JSON primitive value (e.g. string, number, boolean, null)',
} as const;

/** Newtonsoft's advice when an object stands where an array is needed, and so on. */
export function wrongContainer(
  found: 'object' | 'array',
  needed: keyof typeof called,
  type: string,
): string {
  const advice =
    found === 'object'
      ? 'change the deserialized type so that it is a normal .NET type (e.g. not a primitive type like integer, not a collection type like an array or List<T>) that can be deserialized from a JSON object. JsonObjectAttribute can also be added to the type to force it to deserialize from a JSON object.'
      : 'change the deserialized type to an array or a type that implements a collection interface (e.g. ICollection, IList) like List<T> that can be deserialized from a JSON array. JsonArrayAttribute can also be added to the type to force it to deserialize from a JSON array.';
  return [
    `Cannot deserialize the current ${called[found]} into type '${type}' because the type requires a ${called[needed]} to deserialize correctly.`,
    `To fix this error either change the JSON to a ${called[needed]} or ${advice}`,
    '',
  ].join('\n');
}
