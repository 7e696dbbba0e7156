import { ArgumentNullException } from '../../runtime/exceptions.ts';

/** What a property is set to, which must not be null. @throws ArgumentNullException */
export function givenValue<T>(value: T | null): T {
  if (value === null) throw new ArgumentNullException('value');
  return value;
}
