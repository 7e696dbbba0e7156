/** A value of `X500DistinguishedName`. */
export class DistinguishedName {
  /** As Windows writes it: `CN=ada, O="Contoso, Inc."`, the most specific part first. */
  readonly name: string;
  readonly #parts: readonly Part[];

  constructor(name: string, parts: readonly Part[]) {
    this.name = name;
    this.#parts = parts;
  }

  get commonName(): string | undefined {
    return this.#last('CN');
  }

  get email(): string | undefined {
    return this.#last('emailAddress');
  }

  /** What people would call the owner; see CERT_NAME_SIMPLE_DISPLAY_TYPE of CertGetNameString. */
  get simpleName(): string | undefined {
    return this.commonName ?? this.#last('OU') ?? this.#last('O') ?? this.email;
  }

  #last(wanted: string): string | undefined {
    return this.#parts.findLast(({ key }) => key === wanted)?.value;
  }
}

interface Part {
  readonly key: string;
  readonly value: string;
}

/** Reads OpenSSL's form: a part a line, the least specific first. */
export function distinguishedName(text: string): DistinguishedName {
  const parts = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const equals = line.indexOf('=');
      return { key: line.slice(0, equals), value: line.slice(equals + 1) };
    });
  const name = parts
    .toReversed()
    .map(({ key, value }) => `${windowsKey(key)}=${quoted(value)}`)
    .join(', ');
  return new DistinguishedName(name, parts);
}

function windowsKey(key: string): string {
  if (key === 'ST') return 'S';
  return key === 'emailAddress' ? 'E' : key;
}

function quoted(value: string): string {
  return /[,+"=\n<>#;]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
