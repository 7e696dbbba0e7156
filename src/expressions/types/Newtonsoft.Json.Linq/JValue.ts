import { defineType, membersOf } from '../../declare/defineType.ts';
import { box } from '../../runtime/boxing.ts';
import { Environment } from '../../runtime/Environment.ts';
import { InvalidCastException, NullReferenceException } from '../../runtime/exceptions.ts';
import { typeCodeOf } from '../System/changeType.ts';
import { conversionTargets } from '../System/conversionTargets.ts';
import { convertObject } from '../System/convertValue.ts';
import { convertToken } from './convertToken.ts';
import { scalarsByName } from './scalarConversions.ts';
import { invariantCulture } from '../../runtime/Culture.ts';
import { JValue, supplyConversions } from '../../runtime/json/JValue.ts';
import { tokenTypes } from '../../runtime/json/tokenTypes.ts';
import { providerCulture } from '../../runtime/providerCulture.ts';
import type { TypeDefinition } from '../../typeSystem/TypeDefinition.ts';
import { SystemChar } from '../System/Char.ts';
import { SystemDouble } from '../System/Double.ts';
import { SystemSingle } from '../System/Single.ts';
import { SystemUInt64 } from '../System/UInt64.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    JValue: JValue;
  }
}

const member = membersOf<JValue>();

supplyConversions({
  typeCodeOf,
  convert: (token, typeCode, { world }) => {
    const target = conversionTargets.find((each) => each.typeCode === typeCode);
    const scalar = scalarsByName.get(`System.${target?.name}`);
    if (!scalar) throw new InvalidCastException();
    return convertToken(token, scalar, false, new Environment(world));
  },
  convertValue: (value, typeCode, world) => {
    const target = conversionTargets.find((each) => each.typeCode === typeCode);
    if (!target) throw new InvalidCastException();
    return convertObject(value, target, { culture: invariantCulture, world });
  },
});

/** https://www.newtonsoft.com/json/help/html/T_Newtonsoft_Json_Linq_JValue.htm */
export const NewtonsoftJValue: TypeDefinition = defineType({
  name: 'Newtonsoft.Json.Linq.JValue',
  kind: 'class',
  base: 'JToken',
  implements: [
    'IEquatable<JValue>',
    'IFormattable',
    'IComparable',
    'IComparable<JValue>',
    'IConvertible',
  ],
  represents: JValue,
  behaviour: {
    text: (value: JValue, format, culture) => value.text(format, culture),
    equals: (value: JValue, other) => other instanceof JValue && value.equals(other),
    key: (value: JValue) => value.key,
    compare: (value: JValue, other: JValue) => value.compareTo(other),
  },
  members: [
    member(
      'JValue(JValue? other)',
      (other, _types, environment) => {
        if (other === null) throw new NullReferenceException();
        return other.clone(environment);
      },
      'new JValue(new JValue(1L)).Equals(new JValue(1L)) // true',
    ),
    member(
      'JValue(long value)',
      (value) => JValue.of(value),
      'new JValue(5).Value.GetType() == typeof(long) // true',
    ),
    member(
      'JValue(decimal value)',
      (value) => JValue.of(value),
      'new JValue(1.50m).ToString() // "1.50"',
    ),
    member(
      'JValue(char value)',
      (value) => new JValue(box(value, SystemChar.construct()), tokenTypes.String),
      "new JValue('a').Type // JTokenType.String",
    ),
    member(
      'JValue(ulong value)',
      (value) => JValue.of(box(value, SystemUInt64.construct())),
      'new JValue(18446744073709551615UL).ToString() // "18446744073709551615"',
    ),
    member(
      'JValue(double value)',
      (value) => JValue.of(box(value, SystemDouble.construct())),
      'new JValue(1.5).Type // JTokenType.Float',
    ),
    member(
      'JValue(float value)',
      (value) => JValue.of(box(value, SystemSingle.construct())),
      'new JValue(1.5f).ToString() // "1.5"',
    ),
    member(
      'JValue(DateTime value)',
      (value) => JValue.of(value),
      'new JValue(new DateTime(2024, 1, 2)).ToString(Formatting.None) // "\\"2024-01-02T00:00:00\\""',
    ),
    member(
      'JValue(DateTimeOffset value)',
      (value) => JValue.of(value),
      'new JValue(DateTimeOffset.Parse("2024-01-02T00:00:00+02:00")).ToString(Formatting.None) // "\\"2024-01-02T00:00:00+02:00\\""',
    ),
    member(
      'JValue(bool value)',
      (value) => JValue.of(value),
      'new JValue(true).ToString() // "True"',
    ),
    member(
      'JValue(string? value)',
      (value) => new JValue(value, tokenTypes.String),
      'new JValue("a").Type // JTokenType.String',
      'new JValue((string)null).Type // JTokenType.String',
    ),
    member(
      'JValue(Guid value)',
      (value) => JValue.of(value),
      'new JValue(Guid.Empty).Type // JTokenType.Guid',
    ),
    member(
      'JValue(TimeSpan value)',
      (value) => JValue.of(value),
      'new JValue(TimeSpan.FromHours(1)).ToString() // "01:00:00"',
    ),
    member(
      'JValue(object? value)',
      (value) => JValue.of(value),
      'new JValue((object)1).Value.GetType() == typeof(int) // true',
      'new JValue((object)null).Type // JTokenType.Null',
      'new JValue(new object()) // throws System.ArgumentException',
    ),
    member(
      'static JValue CreateComment(string? value)',
      (value) => new JValue(value, tokenTypes.Comment),
      'new JArray(JValue.CreateComment("a")).ToString(Formatting.None) // "[/*a*/]"',
    ),
    member(
      'static JValue CreateString(string? value)',
      (value) => new JValue(value, tokenTypes.String),
      'JValue.CreateString("a").Type // JTokenType.String',
    ),
    member(
      'static JValue CreateNull()',
      () => JValue.ofNull(),
      'JValue.CreateNull().Value // null',
    ),
    member(
      'static JValue CreateUndefined()',
      () => new JValue(null, tokenTypes.Undefined),
      'JValue.CreateUndefined().Type // JTokenType.Undefined',
    ),
    member(
      'object? Value { get; set; }',
      {
        get: (self) => self.value ?? null,
        set: (self, value) => {
          self.value = value;
        },
      },
      'new JValue("a").Value // "a"',
      '((Func<JTokenType>)(() => { var v = new JValue("a"); v.Value = 1.5; return v.Type; }))() // JTokenType.Float',
    ),
    member(
      'string ToString(string? format)',
      (self, format) => self.text(format, invariantCulture),
      'new JValue(1234.5).ToString("N1") // "1,234.5"',
      'new JValue((object)null).ToString("N1") // ""',
    ),
    member(
      'string ToString(IFormatProvider? formatProvider)',
      (self, provider) => self.text(null, providerCulture(provider)),
      'new JValue(1.5).ToString(new CultureInfo("de-DE")) // "1,5"',
    ),
    member(
      'string ToString(string? format, IFormatProvider? formatProvider)',
      (self, format, provider) => self.text(format, providerCulture(provider)),
      'new JValue(1234.5).ToString("N1", CultureInfo.InvariantCulture) // "1,234.5"',
    ),
    member(
      'bool Equals(JValue? other)',
      (self, other) => other !== null && self.equals(other),
      'new JValue(1).Equals(new JValue(1)) // true',
      'new JValue(1).Equals(new JValue(1.0)) // false',
    ),
    member(
      'int CompareTo(JValue? obj)',
      (self, obj, _types, { world }) => self.compareTo(obj, world),
      'new JValue(1).CompareTo(new JValue(1.5)) // -1',
      'new JValue("b").CompareTo(new JValue("a")) // 1',
      'new JValue(1).CompareTo((JValue)null) // 1',
    ),
    member(
      'int CompareTo(object? obj)',
      (self, obj, _types, { world }) => self.compareTo(obj, world),
      'new JValue(2).CompareTo((object)1) // 1',
      'new JValue("t").CompareTo(new JValue("a")) // 19',
      'new JValue(new DateTime(2024, 1, 1)).CompareTo((object)"2024-01-02") // -1',
      'new JValue(new DateTime(2024, 1, 1)).CompareTo((object)"x") // throws System.FormatException',
      'new JValue(1.5).CompareTo((object)"1.5") // 0',
      'Convert.ToInt32(new JValue("5")) // 5',
      'Convert.ToInt32(JValue.CreateNull()) // throws System.ArgumentException',
      'Convert.ToBoolean(JToken.Parse("1")) // true',
    ),
  ],
});
