/** The table of Newtonsoft.Json's types. Adding a type is adding its line. */
import type { TypeDefinition } from '../../typeSystem/TypeDefinition.ts';
import { NewtonsoftFormatting } from '../Newtonsoft.Json/Formatting.ts';
import { NumericsBigInteger } from '../System.Numerics/BigInteger.ts';
import { NewtonsoftJsonConvert } from '../Newtonsoft.Json/JsonConvert.ts';
import { NewtonsoftExtensions } from './Extensions.ts';
import { NewtonsoftJArray } from './JArray.ts';
import { NewtonsoftJConstructor } from './JConstructor.ts';
import { NewtonsoftJContainer } from './JContainer.ts';
import { NewtonsoftIJEnumerable, NewtonsoftJEnumerable } from './JEnumerable.ts';
import { NewtonsoftJObject } from './JObject.ts';
import { NewtonsoftJProperty } from './JProperty.ts';
import { NewtonsoftJRaw } from './JRaw.ts';
import { NewtonsoftJToken } from './JToken.ts';
import { NewtonsoftJTokenType } from './JTokenType.ts';
import { NewtonsoftJValue } from './JValue.ts';

export const newtonsoftTypes: readonly TypeDefinition[] = [
  NewtonsoftExtensions,
  NewtonsoftFormatting,
  NewtonsoftIJEnumerable,
  NewtonsoftJArray,
  NewtonsoftJConstructor,
  NewtonsoftJContainer,
  NewtonsoftJsonConvert,
  NewtonsoftJEnumerable,
  NewtonsoftJObject,
  NewtonsoftJProperty,
  NewtonsoftJRaw,
  NewtonsoftJToken,
  NewtonsoftJTokenType,
  NewtonsoftJValue,
  NumericsBigInteger,
];
