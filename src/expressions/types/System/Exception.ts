import { defineType, membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { NetException } from '../../runtime/exceptions.ts';

const member = membersOf<NetException>();

/** The class of an exception. */
export interface ExceptionClass {
  new (message?: string | null, inner?: NetException | null): NetException;
  readonly typeName: string;
}

/** https://learn.microsoft.com/dotnet/api/system.exception */
export const SystemException = defineType({
  name: 'System.Exception',
  kind: 'class',
  represents: NetException,
  behaviour: { text: exceptionText },
  members: [
    ...constructorsOf('Exception', NetException),
    member(
      'string Message { get; }',
      (self) => self.message,
      'new Exception("no").Message // "no"',
    ),
    member(
      'Exception InnerException { get; }',
      (self) => self.innerException,
      'new Exception("no", new Exception("why")).InnerException.Message // "why"',
    ),
    member(
      'Exception GetBaseException()',
      (self) => {
        let base = self;
        while (base.innerException) base = base.innerException;
        return base;
      },
      'new Exception("no", new Exception("why")).GetBaseException().Message // "why"',
    ),
    member(
      'string StackTrace { get; }',
      () => null as unknown as string,
      'new Exception("no").StackTrace // null',
    ),
    {
      signature: 'string Source { get; set; }',
      implementation: annotation(null),
      examples: ['new Exception("no").Source // null'],
    },
    {
      signature: 'string HelpLink { get; set; }',
      implementation: annotation(null),
      examples: ['new Exception("no") { HelpLink = "u" }.HelpLink // "u"'],
    },
    {
      signature: 'int HResult { get; set; }',
      implementation: annotation(-2146233088),
      examples: ['new Exception("no").HResult // -2146233088'],
    },
  ],
});

/** The three constructors that nearly every exception has. */
export function constructorsOf(
  name: string,
  create: ExceptionClass,
  messageOfNone = withoutMessage(create),
): MemberDeclaration[] {
  return [
    {
      signature: `${name}()`,
      implementation: () => new create(),
      examples: [`new ${name}().InnerException // null`],
    },
    {
      signature: `${name}(string? message)`,
      implementation: (message: string | null) => new create(message ?? messageOfNone),
      examples: [`new ${name}("no").Message // "no"`],
    },
    {
      signature: `${name}(string? message, Exception? innerException)`,
      implementation: (message: string | null, inner: NetException | null) =>
        new create(message ?? messageOfNone, inner),
      examples: [`new ${name}("no", new Exception("why")).InnerException.Message // "why"`],
    },
  ];
}

/** A message that is null is not the type's own one, which only the constructor without one gives. */
export function withoutMessage({ typeName }: { readonly typeName: string }): string {
  return `Exception of type '${typeName}' was thrown.`;
}

/** `Exception.ToString()` without a stack, which would tell of the host. */
function exceptionText(value: NetException): string {
  const { typeName, message, innerException } = value;
  const head = message === '' ? typeName : `${typeName}: ${message}`;
  if (!innerException) return head;
  const inner = exceptionText(innerException);
  return `${head} ---> ${inner}\n   --- End of inner exception stack trace ---`;
}

/** A property of an exception that only expressions write. */
function annotation(initial: unknown): {
  get(self: NetException): unknown;
  set(self: NetException, value: unknown): void;
} {
  const values = new WeakMap<NetException, unknown>();
  return {
    get: (self) => (values.has(self) ? values.get(self) : initial),
    set: (self, value) => void values.set(self, value),
  };
}
