/** `<?xml version="1.0" encoding="utf-8"?>`: System.Xml.Linq.XDeclaration, which is no node. */
export class XDeclaration {
  version: string | null;
  encoding: string | null;
  standalone: string | null;

  constructor(version: string | null, encoding: string | null, standalone: string | null) {
    this.version = version;
    this.encoding = encoding;
    this.standalone = standalone;
  }

  copy(): XDeclaration {
    return new XDeclaration(this.version, this.encoding, this.standalone);
  }

  get text(): string {
    const { version, encoding, standalone } = this;
    const parts = Object.entries({ version, encoding, standalone })
      .filter(([, value]) => value !== null)
      .map(([name, value]) => ` ${name}="${value}"`);
    return `<?xml${parts.join('')}?>`;
  }
}
