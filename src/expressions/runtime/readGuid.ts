import { parseGuid } from '../../lib/guid/guid.ts';
import { FormatException } from './exceptions.ts';
import { Guid } from './Guid.ts';

/** What `Guid.Parse` reads. @throws FormatException */
export function readGuid(text: string): Guid {
  const digits = parseGuid(text);
  if (digits === undefined) throw new FormatException(problemOf(text.trim()));
  return new Guid(digits);
}

function problemOf(text: string): string {
  if (text === '') return 'Unrecognized Guid format.';
  const inner = /^[({](.*)[)}]$/s.exec(text)?.[1] ?? text;
  const isDashed = inner.includes('-');
  if (inner.length !== (isDashed ? 36 : 32)) {
    return 'Guid should contain 32 digits with 4 dashes (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx).';
  }
  const isInPlace = !isDashed || /^.{8}-.{4}-.{4}-.{4}-.{12}$/s.test(inner);
  if (!isInPlace) return 'Dashes are in the wrong position for GUID parsing.';
  return 'Guid string should only contain hexadecimal characters.';
}
