import { defineType } from '../../declare/defineType.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    AddressFamily: number;
  }
}

export const addressFamily = { InterNetwork: 2, InterNetworkV6: 23 } as const;

/** https://learn.microsoft.com/dotnet/api/system.net.sockets.addressfamily */
export const SocketsAddressFamily = defineType({
  name: 'System.Net.Sockets.AddressFamily',
  kind: 'enum',
  values: {
    Unknown: -1,
    Unspecified: 0,
    Unix: 1,
    InterNetwork: addressFamily.InterNetwork,
    ImpLink: 3,
    Pup: 4,
    Chaos: 5,
    NS: 6,
    Ipx: 6,
    Iso: 7,
    Osi: 7,
    Ecma: 8,
    DataKit: 9,
    Ccitt: 10,
    Sna: 11,
    DecNet: 12,
    DataLink: 13,
    Lat: 14,
    HyperChannel: 15,
    AppleTalk: 16,
    NetBios: 17,
    VoiceView: 18,
    FireFox: 19,
    Banyan: 21,
    Atm: 22,
    InterNetworkV6: addressFamily.InterNetworkV6,
    Cluster: 24,
    Ieee12844: 25,
    Irda: 26,
    NetworkDesigners: 28,
    Max: 29,
  },
});
