const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    formats.set(zone, format);
  }
  return format;
}

/** Whole minutes that a zone of the IANA database is ahead of UTC, in milliseconds since 1970. */
export function zoneOffset(zone: string, unixMilliseconds: number): number {
  const offset = /GMT([+-])(\d{2}):(\d{2})/.exec(formatOf(zone).format(unixMilliseconds));
  if (!offset) return 0;
  const [, sign, hours, minutes] = offset;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
