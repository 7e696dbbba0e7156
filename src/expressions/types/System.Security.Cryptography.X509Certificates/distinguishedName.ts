/** A value of `X500DistinguishedName`. */
export class DistinguishedName {
  /** As Windows writes it: `CN=ada, O="Contoso, Inc."`, the most specific part first. */
  readonly name: string;
  readonly commonName: string | undefined;

  constructor(name: string, commonName: string | undefined) {
    this.name = name;
    this.commonName = commonName;
  }
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
  return new DistinguishedName(name, parts.findLast(({ key }) => key === 'CN')?.value);
}

function windowsKey(key: string): string {
  if (key === 'ST') return 'S';
  return key === 'emailAddress' ? 'E' : key;
}

function quoted(value: string): string {
  return /[,+"=\n<>#;]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
