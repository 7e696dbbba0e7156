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
import { SystemObjectDisposedException } from './System/ObjectDisposedException.ts';
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
import { SystemTimeZone } from './System/TimeZone.ts';
import { SystemTimeZoneInfo } from './System/TimeZoneInfo.ts';
import { SystemTimeZoneInfoAdjustmentRule } from './System/TimeZoneInfoAdjustmentRule.ts';
import { SystemTimeZoneInfoTransitionTime } from './System/TimeZoneInfoTransitionTime.ts';
import { GlobalizationCultureInfo } from './System.Globalization/CultureInfo.ts';
import { GlobalizationCultureNotFoundException } from './System.Globalization/CultureNotFoundException.ts';
import { GlobalizationDaylightTime } from './System.Globalization/DaylightTime.ts';
import { GlobalizationNumberFormatInfo } from './System.Globalization/NumberFormatInfo.ts';
import { GlobalizationNumberStyles } from './System.Globalization/NumberStyles.ts';
import { SystemByte } from './System/Byte.ts';
import { SystemIFormatProvider } from './System/IFormatProvider.ts';
import { SystemIFormattable } from './System/IFormattable.ts';
import { SystemInt16 } from './System/Int16.ts';
import { SystemInt32 } from './System/Int32.ts';
import { SystemInt64 } from './System/Int64.ts';
import { SystemMidpointRounding } from './System/MidpointRounding.ts';
import { SystemSByte } from './System/SByte.ts';
import { SystemTypeCode } from './System/TypeCode.ts';
import { SystemUInt16 } from './System/UInt16.ts';
import { SystemUInt32 } from './System/UInt32.ts';
import { SystemUInt64 } from './System/UInt64.ts';
import { GlobalizationUnicodeCategory } from './System.Globalization/UnicodeCategory.ts';
import { SystemChar } from './System/Char.ts';
import { SystemSingle } from './System/Single.ts';
import { SystemDouble } from './System/Double.ts';
import { SystemDecimal } from './System/Decimal.ts';
import { contextTypes } from '../context/index.ts';
import { oidTypes } from './System.Security.Cryptography/Oid.ts';
import { randomTypes } from './System.Security.Cryptography/RandomNumberGenerator.ts';
import { rsaTypes } from './System.Security.Cryptography/RSA.ts';
import { symmetricTypes } from './System.Security.Cryptography/SymmetricAlgorithm.ts';
import { hashTypes } from './System.Security.Cryptography/hashes.ts';
import { certificateTypes } from './System.Security.Cryptography.X509Certificates/certificateTypes.ts';
import { SystemMath } from './System/Math.ts';
import { SystemBitConverter } from './System/BitConverter.ts';
import { SystemDBNull } from './System/DBNull.ts';
import { SystemGuid } from './System/Guid.ts';
import { SystemRandom } from './System/Random.ts';
import { SystemCharEnumerator, SystemString } from './System/String.ts';
import { SystemStringComparison, SystemStringSplitOptions } from './System/StringComparison.ts';
import { SystemBase64FormattingOptions } from './System/Base64FormattingOptions.ts';
import { SystemConvert } from './System/Convert.ts';
import { SystemEnum } from './System/Enum.ts';
import { GlobalizationTextInfo } from './System.Globalization/TextInfo.ts';
import { IComparer } from './System.Collections/IComparer.ts';
import { ICollection } from './System.Collections/ICollection.ts';
import { IDictionary } from './System.Collections/IDictionary.ts';
import { IEnumerable } from './System.Collections/IEnumerable.ts';
import { IEnumerator } from './System.Collections/IEnumerator.ts';
import { IEqualityComparer } from './System.Collections/IEqualityComparer.ts';
import { IList } from './System.Collections/IList.ts';
import { CollectionExtensions } from './System.Collections.Generic/CollectionExtensions.ts';
import { ComparerOfT } from './System.Collections.Generic/Comparer.ts';
import { DictionaryOfTKeyTValue } from './System.Collections.Generic/Dictionary.ts';
import { DictionaryKeyCollection } from './System.Collections.Generic/DictionaryKeyCollection.ts';
import { DictionaryValueCollection } from './System.Collections.Generic/DictionaryValueCollection.ts';
import { EqualityComparerOfT } from './System.Collections.Generic/EqualityComparer.ts';
import { HashSetOfT } from './System.Collections.Generic/HashSet.ts';
import { ICollectionOfT } from './System.Collections.Generic/ICollection.ts';
import { IComparerOfT } from './System.Collections.Generic/IComparer.ts';
import { IDictionaryOfTKeyTValue } from './System.Collections.Generic/IDictionary.ts';
import { IEnumerableOfT } from './System.Collections.Generic/IEnumerable.ts';
import { IEnumeratorOfT } from './System.Collections.Generic/IEnumerator.ts';
import { IEqualityComparerOfT } from './System.Collections.Generic/IEqualityComparer.ts';
import { IListOfT } from './System.Collections.Generic/IList.ts';
import { IReadOnlyCollectionOfT } from './System.Collections.Generic/IReadOnlyCollection.ts';
import { IReadOnlyDictionaryOfTKeyTValue } from './System.Collections.Generic/IReadOnlyDictionary.ts';
import { IReadOnlyListOfT } from './System.Collections.Generic/IReadOnlyList.ts';
import { ISetOfT } from './System.Collections.Generic/ISet.ts';
import {
  KeyValuePairCreation,
  KeyValuePairOfTKeyTValue,
} from './System.Collections.Generic/KeyValuePair.ts';
import { ListOfT } from './System.Collections.Generic/List.ts';
import { QueueOfT } from './System.Collections.Generic/Queue.ts';
import { StackOfT } from './System.Collections.Generic/Stack.ts';
import { structEnumeratorTypes } from './System.Collections.Generic/structEnumerators.ts';
import { ReadOnlyCollectionOfT } from './System.Collections.ObjectModel/ReadOnlyCollection.ts';
import { SystemArray } from './System/Array.ts';
import { TextStringBuilder } from './System.Text/StringBuilder.ts';
import { TextEncodingType } from './System.Text/Encoding.ts';
import { NetWebUtility } from './System.Net/WebUtility.ts';
import { SystemStringComparer } from './System/StringComparer.ts';
import { GlobalizationCompareOptions } from './System.Globalization/CompareOptions.ts';
import { TextNormalizationForm } from './System.Text/NormalizationForm.ts';
import { LinqEnumerable } from './System.Linq/Enumerable.ts';
import { IGroupingOfTKeyTElement } from './System.Linq/IGrouping.ts';
import { ILookupOfTKeyTElement } from './System.Linq/ILookup.ts';
import { IOrderedEnumerableOfTElement } from './System.Linq/IOrderedEnumerable.ts';
import { LookupOfTKeyTElement } from './System.Linq/Lookup.ts';
import { RegularExpressionsCapture } from './System.Text.RegularExpressions/Capture.ts';
import { RegularExpressionsCaptureCollection } from './System.Text.RegularExpressions/CaptureCollection.ts';
import { RegularExpressionsGroup } from './System.Text.RegularExpressions/Group.ts';
import { RegularExpressionsGroupCollection } from './System.Text.RegularExpressions/GroupCollection.ts';
import { RegularExpressionsMatch } from './System.Text.RegularExpressions/Match.ts';
import { RegularExpressionsMatchCollection } from './System.Text.RegularExpressions/MatchCollection.ts';
import { RegularExpressionsMatchEvaluator } from './System.Text.RegularExpressions/MatchEvaluator.ts';
import { RegularExpressionsRegex } from './System.Text.RegularExpressions/Regex.ts';
import { RegularExpressionsRegexOptions } from './System.Text.RegularExpressions/RegexOptions.ts';
import { newtonsoftTypes } from './Newtonsoft.Json.Linq/newtonsoftTypes.ts';
import { xmlTypes } from './System.Xml.Linq/xmlTypes.ts';
import { xpathTypes } from './System.Xml.XPath/xpathTypes.ts';
import { SystemUri } from './System/Uri.ts';
import { SystemUriHostNameType } from './System/UriHostNameType.ts';
import { SystemUriKind } from './System/UriKind.ts';
import { SystemUriPartial } from './System/UriPartial.ts';
import { encodingTypes } from './System.Text/encodingTypes.ts';
import { IOTextReader } from './System.IO/TextReader.ts';
import { IOStringReader } from './System.IO/StringReader.ts';
import { IOTextWriter } from './System.IO/TextWriter.ts';
import { IOStringWriter } from './System.IO/StringWriter.ts';
import { NetIPAddress } from './System.Net/IPAddress.ts';
import { SocketsAddressFamily } from './System.Net.Sockets/AddressFamily.ts';
import { WebHttpUtility } from './System.Web/HttpUtility.ts';

export const netTypes = new TypeRegistry([
  ...newtonsoftTypes,
  ...xmlTypes,
  ...xpathTypes,
  GlobalizationTextInfo,
  SystemEnum,
  SystemConvert,
  SystemBase64FormattingOptions,
  SystemRandom,
  SystemGuid,
  SystemDBNull,
  SystemBitConverter,
  SystemMath,
  SystemDecimal,
  SystemDouble,
  SystemSingle,
  SystemChar,
  GlobalizationUnicodeCategory,
  SystemUInt64,
  SystemUInt32,
  SystemUInt16,
  SystemTypeCode,
  SystemSByte,
  SystemMidpointRounding,
  SystemInt64,
  SystemInt32,
  SystemInt16,
  SystemIFormattable,
  SystemIFormatProvider,
  SystemByte,
  GlobalizationNumberStyles,
  GlobalizationNumberFormatInfo,
  GlobalizationCultureNotFoundException,
  GlobalizationCultureInfo,
  GlobalizationDateTimeStyles,
  SystemDateTime,
  SystemDateTimeKind,
  SystemDateTimeOffset,
  SystemDayOfWeek,
  SystemTimeSpan,
  SystemTimeZone,
  SystemTimeZoneInfo,
  SystemTimeZoneInfoAdjustmentRule,
  SystemTimeZoneInfoTransitionTime,
  GlobalizationDaylightTime,
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
  SystemObjectDisposedException,
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
  ...oidTypes,
  ...certificateTypes,
  ...contextTypes,
  ...hashTypes,
  ...randomTypes,
  ...rsaTypes,
  ...symmetricTypes,
  SystemCharEnumerator,
  SystemString,
  SystemStringComparison,
  SystemStringSplitOptions,
  IComparer,
  ICollection,
  IDictionary,
  IEnumerable,
  IEnumerator,
  IEqualityComparer,
  IList,
  CollectionExtensions,
  ComparerOfT,
  DictionaryOfTKeyTValue,
  DictionaryKeyCollection,
  DictionaryValueCollection,
  EqualityComparerOfT,
  HashSetOfT,
  ICollectionOfT,
  IComparerOfT,
  IDictionaryOfTKeyTValue,
  IEnumerableOfT,
  IEnumeratorOfT,
  IEqualityComparerOfT,
  IListOfT,
  IReadOnlyCollectionOfT,
  IReadOnlyDictionaryOfTKeyTValue,
  IReadOnlyListOfT,
  ISetOfT,
  KeyValuePairCreation,
  KeyValuePairOfTKeyTValue,
  ListOfT,
  QueueOfT,
  StackOfT,
  ...structEnumeratorTypes,
  ReadOnlyCollectionOfT,
  SystemArray,
  TextStringBuilder,
  TextEncodingType,
  NetWebUtility,
  SystemStringComparer,
  GlobalizationCompareOptions,
  TextNormalizationForm,
  LinqEnumerable,
  IGroupingOfTKeyTElement,
  ILookupOfTKeyTElement,
  IOrderedEnumerableOfTElement,
  LookupOfTKeyTElement,
  RegularExpressionsCapture,
  RegularExpressionsCaptureCollection,
  RegularExpressionsGroup,
  RegularExpressionsGroupCollection,
  RegularExpressionsMatch,
  RegularExpressionsMatchCollection,
  RegularExpressionsMatchEvaluator,
  RegularExpressionsRegex,
  RegularExpressionsRegexOptions,
  SystemUri,
  SystemUriHostNameType,
  SystemUriKind,
  SystemUriPartial,
  ...encodingTypes,
  IOTextReader,
  IOStringReader,
  IOTextWriter,
  IOStringWriter,
  NetIPAddress,
  SocketsAddressFamily,
  WebHttpUtility,
]);
