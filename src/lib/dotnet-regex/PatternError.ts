/** A pattern that .NET refuses; the message is .NET Framework's. */
export class PatternError extends Error {
  constructor(pattern: string, reason: string) {
    super(`parsing "${pattern}" - ${reason}`);
    this.name = 'PatternError';
  }
}
