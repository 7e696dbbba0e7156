import { createHash, timingSafeEqual } from 'node:crypto';
import type { IdentityUser } from './configuration.ts';
import type { Directory } from './Directory.ts';
import { EntraError } from './entraErrors.ts';

const maxFailures = 10;
const windowMs = 60_000;

/** Checks passwords, slowly enough that guessing is hopeless: ten wrong ones a minute and user. */
export class SignInAttempts {
  readonly #directory: Directory;
  readonly #now: () => number;
  /** When the last failures happened, by known user, so the map cannot outgrow the directory. */
  readonly #failures = new Map<string, number[]>();

  /** `now` gives milliseconds since 1970. */
  constructor(directory: Directory, now: () => number) {
    this.#directory = directory;
    this.#now = now;
  }

  /** The user with this object id, if the password is right. Throws EntraError otherwise. */
  check(objectId: string, password: string): IdentityUser {
    const user = this.#directory.user(objectId);
    if (!user) throw wrongCredentials();
    const since = this.#now() - windowMs;
    const recent = (this.#failures.get(objectId) ?? []).filter((at) => at > since);
    if (recent.length >= maxFailures)
      throw new EntraError(
        'access_denied',
        50053,
        "The account is locked, you've tried to sign in too many times with an incorrect user ID or password.",
      );
    if (user.password !== undefined && !isSame(user.password, password)) {
      this.#failures.set(objectId, [...recent, this.#now()]);
      throw wrongCredentials();
    }
    this.#failures.delete(objectId);
    return user;
  }
}

function wrongCredentials(): EntraError {
  return new EntraError(
    'access_denied',
    50126,
    'Error validating credentials due to invalid username or password.',
  );
}

/** Digests have one length, so the time of the comparison tells nothing about the password. */
function isSame(expected: string, actual: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(expected), digest(actual));
}
