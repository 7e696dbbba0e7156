import { defineType, membersOf } from '../../declare/defineType.ts';
import { CultureNotFoundException } from '../../runtime/exceptions.ts';
import type { NetException } from '../../runtime/exceptions.ts';
import { withoutMessage } from '../System/Exception.ts';

const member = membersOf<CultureNotFoundException>();
const messageOr = (message: string | null): string =>
  message ?? withoutMessage(CultureNotFoundException);

/** https://learn.microsoft.com/dotnet/api/system.globalization.culturenotfoundexception */
export const GlobalizationCultureNotFoundException = defineType({
  name: CultureNotFoundException.typeName,
  kind: 'class',
  base: 'ArgumentException',
  represents: CultureNotFoundException,
  members: [
    member(
      'CultureNotFoundException()',
      () => new CultureNotFoundException(),
      'new CultureNotFoundException().ParamName // null',
    ),
    member(
      'CultureNotFoundException(string? message)',
      (message: string | null) => new CultureNotFoundException(messageOr(message)),
      'new CultureNotFoundException("no").Message // "no"',
    ),
    member(
      'CultureNotFoundException(string? message, Exception? innerException)',
      (message: string | null, inner: NetException | null) =>
        new CultureNotFoundException(messageOr(message), null, inner),
      'new CultureNotFoundException("no", new Exception("why")).InnerException.Message // "why"',
    ),
    member(
      'CultureNotFoundException(string? paramName, string? message)',
      (paramName: string | null, message: string | null) =>
        new CultureNotFoundException(messageOr(message), paramName),
      'new CultureNotFoundException("name", "no").ParamName // "name"',
    ),
  ],
});
