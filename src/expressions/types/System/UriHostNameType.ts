import type { HostKind } from '../../../lib/dotnet-uri/host.ts';
import { defineType } from '../../declare/defineType.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    UriHostNameType: number;
  }
}

/** https://learn.microsoft.com/dotnet/api/system.urihostnametype */
export const SystemUriHostNameType = defineType({
  name: 'System.UriHostNameType',
  kind: 'enum',
  values: { Unknown: 0, Basic: 1, Dns: 2, IPv4: 3, IPv6: 4 },
});

export const hostNameTypes: Readonly<Record<HostKind, number>> = {
  unknown: 0,
  basic: 1,
  dns: 2,
  ipv4: 3,
  ipv6: 4,
};
