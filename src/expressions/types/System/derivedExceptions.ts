/** The exception classes that behave as System.Exception does but for name and text. */
import { defineType } from '../../declare/defineType.ts';
import * as exceptions from '../../runtime/exceptions.ts';
import type { TypeDefinition } from '../../typeSystem/TypeDefinition.ts';
import { constructorsOf } from './Exception.ts';
import type { ExceptionClass } from './Exception.ts';

const plain: readonly ExceptionClass[] = [
  exceptions.SystemException,
  exceptions.NullReferenceException,
  exceptions.InvalidCastException,
  exceptions.IndexOutOfRangeException,
  exceptions.InvalidOperationException,
  exceptions.NotSupportedException,
  exceptions.PlatformNotSupportedException,
  exceptions.NotImplementedException,
  exceptions.FormatException,
  exceptions.UriFormatException,
  exceptions.ArithmeticException,
  exceptions.OverflowException,
  exceptions.DivideByZeroException,
  exceptions.KeyNotFoundException,
  exceptions.RankException,
  exceptions.ArrayTypeMismatchException,
  exceptions.TimeoutException,
  exceptions.RegexMatchTimeoutException,
  exceptions.CryptographicException,
  exceptions.SocketException,
  exceptions.TimeZoneNotFoundException,
  exceptions.InvalidTimeZoneException,
  exceptions.SerializationException,
  exceptions.JsonException,
  exceptions.JsonReaderException,
  exceptions.JsonSerializationException,
  exceptions.JsonWriterException,
];

export const derivedExceptionTypes: readonly TypeDefinition[] = plain.map((exception) =>
  defineType({
    name: exception.typeName,
    kind: 'class',
    base: baseName(exception),
    represents: exception,
    members: constructorsOf(
      exception.typeName.slice(exception.typeName.lastIndexOf('.') + 1),
      exception,
    ),
  }),
);

function baseName(exception: ExceptionClass): string {
  return (Object.getPrototypeOf(exception) as ExceptionClass).typeName;
}
