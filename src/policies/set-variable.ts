import { allScopes, allSections, definePolicy } from '../engine/declaration/definePolicy.ts';
import { anything, text } from '../engine/declaration/valueKinds.ts';
import { GatewayError } from '../engine/errors.ts';
import { typeOf } from '../expressions/runtime/typeOf.ts';

export const setVariable = definePolicy({
  name: 'set-variable',
  doc: 'Keeps a value in a variable of the request, which later expressions read as `context.Variables["name"]`.',
  reference: 'https://learn.microsoft.com/azure/api-management/set-variable-policy',
  sections: allSections,
  scopes: allScopes,
  attributes: {
    name: text('The variable; upper and lower case are different.', { required: true }),
    value: anything('The value: a literal is a string, an expression keeps its type.', {
      required: true,
      expressions: true,
    }),
  },
  examples: [
    '<set-variable name="tier" value="gold" />',
    '<set-variable name="isMobile" value="@(context.Request.Headers.GetValueOrDefault("User-Agent", "").Contains("iPhone"))" />',
  ],
  compile:
    ({ name, value }) =>
    (context) => {
      const result = value(context);
      checkType(result);
      context.variables.set(name, result);
    },
});

// The set-variable page, "Allowed types". A boxed nullable is its value or null.
const allowedTypes = new Set([
  'Newtonsoft.Json.Linq.JArray',
  'Newtonsoft.Json.Linq.JConstructor',
  'Newtonsoft.Json.Linq.JContainer',
  'Newtonsoft.Json.Linq.JObject',
  'Newtonsoft.Json.Linq.JProperty',
  'Newtonsoft.Json.Linq.JRaw',
  'Newtonsoft.Json.Linq.JToken',
  'Newtonsoft.Json.Linq.JValue',
  'System.Boolean',
  'System.Byte',
  'System.Byte[]',
  'System.Char',
  'System.DateTime',
  'System.Decimal',
  'System.Double',
  'System.Guid',
  'System.Int16',
  'System.Int32',
  'System.Int64',
  'System.SByte',
  'System.SByte[]',
  'System.Single',
  'System.String',
  'System.TimeSpan',
  'System.UInt16',
  'System.UInt32',
  'System.UInt64',
]);

/** @throws GatewayError when a variable cannot hold such a value */
function checkType(value: unknown): void {
  if (value === null || typeof value === 'string' || value === undefined) return;
  const name = typeOf(value)?.toString() ?? 'System.Object';
  if (allowedTypes.has(name)) return;
  const args = [`A variable cannot hold a value of type '${name}'.`];
  throw new GatewayError('ExpressionValueEvaluationFailure', { args });
}
