/** Values in the form in which Newtonsoft writes them to JSON. */
import { partsOf } from '../dotnet-time/ticks.ts';
import { doubleSize, formatFloat } from '../dotnet-format/formatNumber.ts';
import type { FloatSize } from '../dotnet-format/formatNumber.ts';
import { invariantNumberFormat } from '../dotnet-format/NumberFormat.ts';

/** A double, or a float with `singleSize`, in its round-trip form, always with a point or an exponent. */
export function formatReal(value: number, size: FloatSize = doubleSize): string {
  if (!Number.isFinite(value)) return `"${value}"`;
  const text = formatFloat(value, 'R', invariantNumberFormat, size);
  return withPoint(text ?? String(value));
}

/** Newtonsoft's EnsureDecimalPlace: a number that is no integer shows it. */
export function withPoint(text: string): string {
  return /[.eE]/.test(text) ? text : `${text}.0`;
}

/** `2026-03-04T05:06:07.89` with what follows for the zone. */
export function formatIsoDate(ticks: bigint, zone: string): string {
  const { year, month, day, hour, minute, second, fraction } = partsOf(ticks);
  const date = `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
  const time = `${digits(hour, 2)}:${digits(minute, 2)}:${digits(second, 2)}`;
  const part = fraction === 0 ? '' : `.${digits(fraction, 7).replace(/0+$/, '')}`;
  return `${date}T${time}${part}${zone}`;
}

/** `+02:00`. */
export function formatOffset(minutes: number): string {
  const size = Math.abs(minutes);
  const sign = minutes < 0 ? '-' : '+';
  return `${sign}${digits(Math.floor(size / 60), 2)}:${digits(size % 60, 2)}`;
}

function digits(value: number, count: number): string {
  return String(value).padStart(count, '0');
}
