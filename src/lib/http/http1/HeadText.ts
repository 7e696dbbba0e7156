/**
 * Lines of a head as text, and as the bytes that the text was decoded from: engines look at bytes
 * much faster than at the characters of a string, and cut texts faster than bytes. Valid until the
 * next read.
 */
export interface HeadText {
  /** Latin-1. */
  readonly text: string;
  readonly bytes: Uint8Array;
  /** Where in the bytes the text begins. */
  readonly start: number;
}

/** For lines that were put together as text. */
export function headText(text: string): HeadText {
  return { text, bytes: Buffer.from(text, 'latin1'), start: 0 };
}
