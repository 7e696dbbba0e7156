/** A length of time as it was written in ISO 8601, with its value. */
export interface Duration {
  readonly text: string;
  readonly ms: number;
}

const form = /^P(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:\.\d{1,9})?)S)?)?$/;

/**
 * Reads an ISO 8601 duration of days, hours, minutes and seconds; undefined for anything else.
 * Years and months have no fixed length, and Azure's TimeSpan cannot hold them either.
 */
export function parseDuration(text: string): Duration | undefined {
  const parts = form.exec(text);
  if (parts === null || text === 'P' || text.endsWith('T')) return undefined;
  const [days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0));
  const ms = ((days! * 24 + hours!) * 60 + minutes!) * 60_000 + Math.round(seconds! * 1000);
  return { text, ms };
}
