import { AddressRanges } from '../lib/cidr/AddressRanges.ts';
import { parseAddress } from '../lib/cidr/address.ts';
import type { AddressRange } from '../lib/cidr/range.ts';
import { purposeOf } from '../lib/cidr/specialPurpose.ts';

/**
 * Why a host that was computed from a call may not be at an address, with the setting that allows it;
 * undefined when it may. Hosts of the Internet may be called, and those of the allowed networks.
 */
export function refusalOutside(
  allowed: readonly AddressRange[],
): (address: string) => string | undefined {
  const ranges = new AddressRanges(allowed);
  return (address) => {
    const parsed = parseAddress(address);
    if (!parsed) return `${address} is no address that could be judged`;
    if (ranges.includes(address)) return undefined;
    const purpose = purposeOf(parsed);
    if (!purpose) return undefined;
    const { block, name, source } = purpose;
    return `${address} is in ${block} (${name}, ${source}), which needs --allow-network ${address}`;
  };
}
