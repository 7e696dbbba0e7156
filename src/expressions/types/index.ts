/** The table of .NET types that expressions know. Adding a type is adding its line. */
import { TypeRegistry } from '../typeSystem/TypeRegistry.ts';
import {
  SystemArgumentException,
  SystemArgumentNullException,
  SystemArgumentOutOfRangeException,
} from './System/ArgumentException.ts';
import { SystemBoolean } from './System/Boolean.ts';
import { SystemComparison } from './System/Comparison.ts';
import { SystemConverter } from './System/Converter.ts';
import { SystemDelegate, SystemMulticastDelegate } from './System/Delegate.ts';
import { derivedExceptionTypes } from './System/derivedExceptions.ts';
import { SystemException } from './System/Exception.ts';
import { actionTypes, funcTypes } from './System/Func.ts';
import { SystemICloneable } from './System/ICloneable.ts';
import { SystemIComparable, SystemIComparableOfT } from './System/IComparable.ts';
import { SystemIConvertible } from './System/IConvertible.ts';
import { SystemIDisposable } from './System/IDisposable.ts';
import { SystemIEquatableOfT } from './System/IEquatable.ts';
import { SystemNullable, SystemNullableOfT } from './System/Nullable.ts';
import { SystemObject } from './System/Object.ts';
import { SystemPredicate } from './System/Predicate.ts';
import { SystemTuple, tupleTypes } from './System/Tuple.ts';
import { SystemType } from './System/Type.ts';
import { SystemValueTuple, valueTupleTypes } from './System/ValueTuple.ts';
import { SystemValueType } from './System/ValueType.ts';
import { GlobalizationDateTimeStyles } from './System.Globalization/DateTimeStyles.ts';
import { SystemDateTime } from './System/DateTime.ts';
import { SystemDateTimeKind } from './System/DateTimeKind.ts';
import { SystemDateTimeOffset } from './System/DateTimeOffset.ts';
import { SystemDayOfWeek } from './System/DayOfWeek.ts';
import { SystemTimeSpan } from './System/TimeSpan.ts';
import { SystemTimeZoneInfo } from './System/TimeZoneInfo.ts';

export const netTypes = new TypeRegistry([
  GlobalizationDateTimeStyles,
  SystemDateTime,
  SystemDateTimeKind,
  SystemDateTimeOffset,
  SystemDayOfWeek,
  SystemTimeSpan,
  SystemTimeZoneInfo,
  SystemArgumentException,
  SystemArgumentNullException,
  SystemArgumentOutOfRangeException,
  SystemBoolean,
  SystemComparison,
  SystemConverter,
  SystemDelegate,
  SystemException,
  SystemICloneable,
  SystemIComparable,
  SystemIComparableOfT,
  SystemIConvertible,
  SystemIDisposable,
  SystemIEquatableOfT,
  SystemMulticastDelegate,
  SystemNullable,
  SystemNullableOfT,
  SystemObject,
  SystemPredicate,
  SystemTuple,
  SystemType,
  SystemValueTuple,
  SystemValueType,
  ...actionTypes,
  ...derivedExceptionTypes,
  ...funcTypes,
  ...tupleTypes,
  ...valueTupleTypes,
]);
