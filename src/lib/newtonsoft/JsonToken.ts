/**
 * Kinds of what a reader of JSON meets, numbered as Newtonsoft.Json.JsonToken numbers them
 * (https://www.newtonsoft.com/json/help/html/T_Newtonsoft_Json_JsonToken.htm).
 */
export const JsonToken = {
  None: 0,
  StartObject: 1,
  StartArray: 2,
  StartConstructor: 3,
  PropertyName: 4,
  Comment: 5,
  Raw: 6,
  Integer: 7,
  Float: 8,
  String: 9,
  Boolean: 10,
  Null: 11,
  Undefined: 12,
  EndObject: 13,
  EndArray: 14,
  EndConstructor: 15,
  Date: 16,
  Bytes: 17,
} as const;

const names = Object.keys(JsonToken);

/** As .NET prints the value of the enum. */
export function tokenName(token: number): string {
  return names[token] ?? String(token);
}
