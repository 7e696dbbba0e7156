/** Texts to URIs, with .NET's exceptions. */
import { isUri, readUri } from '../../../lib/dotnet-uri/DotNetUri.ts';
import type { AbsoluteUri, DotNetUri, Kind } from '../../../lib/dotnet-uri/DotNetUri.ts';
import { resolveUri } from '../../../lib/dotnet-uri/resolve.ts';
import {
  ArgumentException,
  ArgumentOutOfRangeException,
  InvalidOperationException,
  UriFormatException,
} from '../../runtime/exceptions.ts';

type Result = ReturnType<typeof readUri>;

const messages: Readonly<Record<Exclude<Result, DotNetUri>, string>> = {
  authority: 'Invalid URI: The Authority/Host could not be parsed.',
  dosPath: "Invalid URI: A Dos path must be rooted, for example, 'c:\\\\'.",
  empty: 'Invalid URI: The URI is empty.',
  format: 'Invalid URI: The format of the URI could not be determined.',
  host: 'Invalid URI: The hostname could not be parsed.',
  isAbsolute:
    "A relative URI cannot be created because the 'uriString' parameter represents an absolute URI.",
  port: 'Invalid URI: Invalid port specified.',
  scheme: 'Invalid URI: The URI scheme is not valid.',
  tooLong: 'Invalid URI: The Uri string is too long.',
};

/** By the values of `UriKind`. */
const kinds: readonly Kind[] = ['any', 'absolute', 'relative'];

/** @throws ArgumentException */
function kindOf(uriKind: number): Kind {
  const kind = kinds[uriKind];
  if (kind) return kind;
  throw new ArgumentException(
    `The value '${uriKind}' passed for the UriKind parameter is invalid.`,
  );
}

/** @throws UriFormatException, ArgumentException */
export function createUri(text: string, uriKind: number): DotNetUri {
  return required(readUri(text, kindOf(uriKind)));
}

/** Null when it is none. @throws ArgumentException */
export function tryCreateUri(text: string | null, uriKind: number): DotNetUri | null {
  return text === null ? null : orNull(readUri(text, kindOf(uriKind)));
}

/** @throws UriFormatException, ArgumentOutOfRangeException */
export function combineUris(base: DotNetUri, relative: string): DotNetUri {
  if (!base.absolute) throw new ArgumentOutOfRangeException('baseUri');
  return required(resolveUri(base.absolute, trimmed(relative)));
}

/** Null when that makes none. */
export function tryCombineUris(base: DotNetUri | null, relative: string | null): DotNetUri | null {
  if (!base?.absolute || relative === null) return null;
  return orNull(resolveUri(base.absolute, trimmed(relative)));
}

/** Space around a reference is no part of it. */
function trimmed(reference: string): string {
  return reference.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}

/** What a relative reference does not have. @throws InvalidOperationException */
export function absolute({ absolute: own }: DotNetUri): AbsoluteUri {
  if (own) return own;
  throw new InvalidOperationException('This operation is not supported for a relative URI.');
}

function required(result: Result): DotNetUri {
  if (isUri(result)) return result;
  throw new UriFormatException(messages[result]);
}

function orNull(result: Result): DotNetUri | null {
  return isUri(result) ? result : null;
}
