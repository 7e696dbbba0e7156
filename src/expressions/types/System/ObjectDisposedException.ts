import { defineType, membersOf } from '../../declare/defineType.ts';
import { ObjectDisposedException } from '../../runtime/exceptions.ts';
import { withoutMessage } from './Exception.ts';

const member = membersOf<ObjectDisposedException>();
const messageOr = (message: string | null): string =>
  message ?? withoutMessage(ObjectDisposedException);

/** https://learn.microsoft.com/dotnet/api/system.objectdisposedexception */
export const SystemObjectDisposedException = defineType({
  name: 'System.ObjectDisposedException',
  kind: 'class',
  base: 'InvalidOperationException',
  represents: ObjectDisposedException,
  members: [
    member(
      'ObjectDisposedException(string? objectName)',
      (objectName) => new ObjectDisposedException(null, null, objectName),
      'new ObjectDisposedException("file").Message // "Cannot access a disposed object.\\nObject name: \'file\'."',
    ),
    member(
      'ObjectDisposedException(string? objectName, string? message)',
      (objectName, message) => new ObjectDisposedException(messageOr(message), null, objectName),
      'new ObjectDisposedException("", "gone").Message // "gone"',
    ),
    member(
      'ObjectDisposedException(string? message, Exception? innerException)',
      (message, inner) => new ObjectDisposedException(messageOr(message), inner),
      'new ObjectDisposedException("gone", new Exception("why")).InnerException.Message // "why"',
    ),
    member(
      'string ObjectName { get; }',
      (self) => self.objectName,
      'new ObjectDisposedException("file").ObjectName // "file"',
    ),
  ],
});
