import { defineType, membersOf } from '../../declare/defineType.ts';
import {
  ArgumentException,
  ArgumentNullException,
  ArgumentOutOfRangeException,
} from '../../runtime/exceptions.ts';
import type { NetException } from '../../runtime/exceptions.ts';

const member = membersOf<ArgumentException>();

/** https://learn.microsoft.com/dotnet/api/system.argumentexception */
export const SystemArgumentException = defineType({
  name: ArgumentException.typeName,
  kind: 'class',
  base: 'SystemException',
  represents: ArgumentException,
  members: [
    member(
      'ArgumentException()',
      () => new ArgumentException(),
      'new ArgumentException().Message // "Value does not fall within the expected range."',
    ),
    member(
      'ArgumentException(string? message)',
      (message: string | null) => new ArgumentException(message),
      'new ArgumentException("no").Message // "no"',
    ),
    member(
      'ArgumentException(string? message, Exception? innerException)',
      (message: string | null, inner: NetException | null) =>
        new ArgumentException(message, null, inner),
      'new ArgumentException("no", new Exception("why")).InnerException.Message // "why"',
    ),
    member(
      'ArgumentException(string? message, string? paramName)',
      (message: string | null, paramName: string | null) =>
        new ArgumentException(message, paramName),
      'new ArgumentException("no", "x").ParamName // "x"',
    ),
    member(
      'ArgumentException(string? message, string? paramName, Exception? innerException)',
      (message: string | null, paramName: string | null, inner: NetException | null) =>
        new ArgumentException(message, paramName, inner),
      'new ArgumentException("no", "x", new Exception("why")).ParamName // "x"',
    ),
    member(
      'string ParamName { get; }',
      (self) => self.paramName as string,
      'new ArgumentException("no").ParamName // null',
    ),
  ],
});

/** https://learn.microsoft.com/dotnet/api/system.argumentnullexception */
export const SystemArgumentNullException = defineType({
  name: ArgumentNullException.typeName,
  kind: 'class',
  base: 'ArgumentException',
  represents: ArgumentNullException,
  members: [
    member(
      'ArgumentNullException()',
      () => new ArgumentNullException(),
      'new ArgumentNullException().Message // "Value cannot be null."',
    ),
    member(
      'ArgumentNullException(string? paramName)',
      (paramName: string | null) => new ArgumentNullException(paramName),
      'new ArgumentNullException("x").ParamName // "x"',
    ),
    member(
      'ArgumentNullException(string? paramName, string? message)',
      (paramName: string | null, message: string | null) =>
        new ArgumentNullException(paramName, message),
      'new ArgumentNullException("x", "no").ParamName // "x"',
    ),
  ],
});

/** https://learn.microsoft.com/dotnet/api/system.argumentoutofrangeexception */
export const SystemArgumentOutOfRangeException = defineType({
  name: ArgumentOutOfRangeException.typeName,
  kind: 'class',
  base: 'ArgumentException',
  represents: ArgumentOutOfRangeException,
  members: [
    member(
      'ArgumentOutOfRangeException()',
      () => new ArgumentOutOfRangeException(),
      'new ArgumentOutOfRangeException().ParamName // null',
    ),
    member(
      'ArgumentOutOfRangeException(string? paramName)',
      (paramName: string | null) => new ArgumentOutOfRangeException(paramName),
      'new ArgumentOutOfRangeException("x").ParamName // "x"',
    ),
    member(
      'ArgumentOutOfRangeException(string? paramName, string? message)',
      (paramName: string | null, message: string | null) =>
        new ArgumentOutOfRangeException(paramName, message),
      'new ArgumentOutOfRangeException("x", "no").ParamName // "x"',
    ),
  ],
});
