import { newLine } from './newLine.ts';

/**
 * .NET's exceptions as expressions raise and catch them: one class a type, with the texts of
 * modern .NET (github.com/dotnet/runtime, Strings.resx; facts, not copied code).
 */
export class NetException extends Error {
  /** The full .NET name, e.g. `System.FormatException`. */
  static readonly typeName: string = 'System.Exception';
  readonly innerException: NetException | null;

  constructor(message?: string | null, innerException: NetException | null = null) {
    super(message ?? '');
    this.innerException = innerException;
    if (message === undefined || message === null) this.message = this.defaultMessage();
  }

  get typeName(): string {
    return (this.constructor as typeof NetException).typeName;
  }

  protected defaultMessage(): string {
    return `Exception of type '${this.typeName}' was thrown.`;
  }
}

export class SystemException extends NetException {
  static override readonly typeName: string = 'System.SystemException';
  protected override defaultMessage(): string {
    return 'System error.';
  }
}

export class NullReferenceException extends SystemException {
  static override readonly typeName: string = 'System.NullReferenceException';
  protected override defaultMessage(): string {
    return 'Object reference not set to an instance of an object.';
  }
}

export class InvalidCastException extends SystemException {
  static override readonly typeName: string = 'System.InvalidCastException';
  protected override defaultMessage(): string {
    return 'Specified cast is not valid.';
  }
}

export class IndexOutOfRangeException extends SystemException {
  static override readonly typeName: string = 'System.IndexOutOfRangeException';
  protected override defaultMessage(): string {
    return 'Index was outside the bounds of the array.';
  }
}

export class InvalidOperationException extends SystemException {
  static override readonly typeName: string = 'System.InvalidOperationException';
  protected override defaultMessage(): string {
    return 'Operation is not valid due to the current state of the object.';
  }
}

export class ObjectDisposedException extends InvalidOperationException {
  static override readonly typeName: string = 'System.ObjectDisposedException';
  readonly objectName: string;

  constructor(
    message?: string | null,
    innerException: NetException | null = null,
    objectName: string | null = null,
  ) {
    super(message, innerException);
    this.objectName = objectName ?? '';
    if (this.objectName !== '') this.message += `${newLine}Object name: '${this.objectName}'.`;
  }

  protected override defaultMessage(): string {
    return 'Cannot access a disposed object.';
  }
}

export class NotSupportedException extends SystemException {
  static override readonly typeName: string = 'System.NotSupportedException';
  protected override defaultMessage(): string {
    return 'Specified method is not supported.';
  }
}

export class PlatformNotSupportedException extends NotSupportedException {
  static override readonly typeName: string = 'System.PlatformNotSupportedException';
  protected override defaultMessage(): string {
    return 'Operation is not supported on this platform.';
  }
}

export class NotImplementedException extends SystemException {
  static override readonly typeName: string = 'System.NotImplementedException';
  protected override defaultMessage(): string {
    return 'The method or operation is not implemented.';
  }
}

export class FormatException extends SystemException {
  static override readonly typeName: string = 'System.FormatException';
  protected override defaultMessage(): string {
    return 'One of the identified items was in an invalid format.';
  }
}

export class UriFormatException extends FormatException {
  static override readonly typeName: string = 'System.UriFormatException';
}

export class ArithmeticException extends SystemException {
  static override readonly typeName: string = 'System.ArithmeticException';
  protected override defaultMessage(): string {
    return 'Overflow or underflow in the arithmetic operation.';
  }
}

export class OverflowException extends ArithmeticException {
  static override readonly typeName: string = 'System.OverflowException';
  protected override defaultMessage(): string {
    return 'Arithmetic operation resulted in an overflow.';
  }
}

export class DivideByZeroException extends ArithmeticException {
  static override readonly typeName: string = 'System.DivideByZeroException';
  protected override defaultMessage(): string {
    return 'Attempted to divide by zero.';
  }
}

export class KeyNotFoundException extends SystemException {
  static override readonly typeName: string = 'System.Collections.Generic.KeyNotFoundException';
  protected override defaultMessage(): string {
    return 'The given key was not present in the dictionary.';
  }
}

export class RankException extends SystemException {
  static override readonly typeName: string = 'System.RankException';
  protected override defaultMessage(): string {
    return 'Attempted to operate on an array with the incorrect number of dimensions.';
  }
}

export class ArrayTypeMismatchException extends SystemException {
  static override readonly typeName: string = 'System.ArrayTypeMismatchException';
  protected override defaultMessage(): string {
    return 'Attempted to access an element as a type incompatible with the array.';
  }
}

export class TimeoutException extends SystemException {
  static override readonly typeName: string = 'System.TimeoutException';
  protected override defaultMessage(): string {
    return 'The operation has timed out.';
  }
}

/** Its message names the parameter. */
export class ArgumentException extends SystemException {
  static override readonly typeName: string = 'System.ArgumentException';
  readonly paramName: string | null;

  constructor(
    message?: string | null,
    paramName: string | null = null,
    inner: NetException | null = null,
  ) {
    super(message, inner);
    this.paramName = paramName;
    if (paramName) this.message += ` (Parameter '${paramName}')`;
  }

  protected override defaultMessage(): string {
    return 'Value does not fall within the expected range.';
  }
}

export class ArgumentNullException extends ArgumentException {
  static override readonly typeName: string = 'System.ArgumentNullException';

  constructor(paramName: string | null = null, message?: string | null) {
    super(message, paramName);
  }

  protected override defaultMessage(): string {
    return 'Value cannot be null.';
  }
}

export class ArgumentOutOfRangeException extends ArgumentException {
  static override readonly typeName: string = 'System.ArgumentOutOfRangeException';

  constructor(paramName: string | null = null, message?: string | null) {
    super(message, paramName);
  }

  protected override defaultMessage(): string {
    return 'Specified argument was out of the range of valid values.';
  }
}

export class SocketException extends SystemException {
  static override readonly typeName: string = 'System.Net.Sockets.SocketException';
}

export class CultureNotFoundException extends ArgumentException {
  static override readonly typeName: string = 'System.Globalization.CultureNotFoundException';
  protected override defaultMessage(): string {
    return 'Culture is not supported.';
  }
}

export class RegexMatchTimeoutException extends TimeoutException {
  static override readonly typeName: string =
    'System.Text.RegularExpressions.RegexMatchTimeoutException';
}

export class CryptographicException extends SystemException {
  static override readonly typeName: string = 'System.Security.Cryptography.CryptographicException';
  protected override defaultMessage(): string {
    return 'Error occurred during a cryptographic operation.';
  }
}

/** Its message ends with the place, where there is one. */
export class XmlException extends SystemException {
  static override readonly typeName: string = 'System.Xml.XmlException';
  /** Counted from 1; 0 when there is no place. */
  readonly lineNumber: number;
  readonly linePosition: number;

  constructor(
    message?: string | null,
    inner: NetException | null = null,
    lineNumber = 0,
    linePosition = 0,
  ) {
    super(message, inner);
    this.lineNumber = lineNumber;
    this.linePosition = linePosition;
    if (lineNumber !== 0) this.message += ` Line ${lineNumber}, position ${linePosition}.`;
  }

  protected override defaultMessage(): string {
    return 'An XML error has occurred.';
  }
}

export class XPathException extends SystemException {
  static override readonly typeName: string = 'System.Xml.XPath.XPathException';
  protected override defaultMessage(): string {
    return '';
  }
}

export class TimeZoneNotFoundException extends NetException {
  static override readonly typeName: string = 'System.TimeZoneNotFoundException';
}

export class InvalidTimeZoneException extends NetException {
  static override readonly typeName: string = 'System.InvalidTimeZoneException';
}

export class SerializationException extends SystemException {
  static override readonly typeName: string = 'System.Runtime.Serialization.SerializationException';
  protected override defaultMessage(): string {
    return 'Serialization error.';
  }
}

export class JsonException extends NetException {
  static override readonly typeName: string = 'Newtonsoft.Json.JsonException';
}

export class JsonReaderException extends JsonException {
  static override readonly typeName: string = 'Newtonsoft.Json.JsonReaderException';
}

export class JsonSerializationException extends JsonException {
  static override readonly typeName: string = 'Newtonsoft.Json.JsonSerializationException';
}

export class JsonWriterException extends JsonException {
  static override readonly typeName: string = 'Newtonsoft.Json.JsonWriterException';
}
