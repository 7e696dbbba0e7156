/** Which octets may stand where, as tables over code units of Latin-1 texts; all others are out. */

// RFC 9110 §5.6.2: tchar.
export const isTokenCharacter = table((code) =>
  /[!#$%&'*+\-.^_`|~0-9A-Za-z]/.test(String.fromCharCode(code)),
);

// RFC 9110 §5.5: field-vchar, SP and HTAB.
export const isFieldCharacter = table((code) => code === 0x09 || (code >= 0x20 && code !== 0x7f));

// RFC 9112 §3.2: a target holds neither space nor control characters, is ASCII, and has no fragment.
export const isTargetCharacter = table((code) => code > 0x20 && code < 0x7f && code !== 0x23);

function table(belongs: (code: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, code) => Number(belongs(code)));
}

export const HTAB = 0x09;
export const LF = 0x0a;
export const CR = 0x0d;
export const SP = 0x20;
export const COLON = 0x3a;
