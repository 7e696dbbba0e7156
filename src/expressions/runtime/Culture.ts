import { invariantNumberFormat } from '../../lib/dotnet-format/NumberFormat.ts';
import type { NumberFormat } from '../../lib/dotnet-format/NumberFormat.ts';

/**
 * The conventions by which values are written and read: what .NET's IFormatProvider gives. Every
 * class that implements IFormatProvider (CultureInfo, NumberFormatInfo, DateTimeFormatInfo) is one.
 */
export interface Culture {
  /** IETF tag; empty for the invariant culture. */
  readonly name: string;
  readonly numberFormat: NumberFormat;
}

/** The current culture of an expression, as on Azure's gateways. */
export const invariantCulture: Culture = { name: '', numberFormat: invariantNumberFormat };
