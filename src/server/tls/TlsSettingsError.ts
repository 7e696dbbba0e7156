/** TLS settings that cannot be used: what is wrong, where, and what to do. Holds no secrets. */
export class TlsSettingsError extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.name = 'TlsSettingsError';
    this.hint = hint;
  }
}
