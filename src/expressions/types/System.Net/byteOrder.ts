/** `HostToNetworkOrder` and its opposite: the machine is little-endian, so both turn bytes around. */
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';

interface Kind {
  readonly keyword: string;
  readonly turn: (value: never) => number | bigint;
  readonly example: readonly [value: string, result: string];
}

const kinds: readonly Kind[] = [
  {
    keyword: 'short',
    turn: (value: number) => turned(2, (view) => view.setInt16(0, value)).getInt16(0, true),
    example: ['(short)1', '(short)256'],
  },
  {
    keyword: 'int',
    turn: (value: number) => turned(4, (view) => view.setInt32(0, value)).getInt32(0, true),
    example: ['1', '16777216'],
  },
  {
    keyword: 'long',
    turn: (value: bigint) => turned(8, (view) => view.setBigInt64(0, value)).getBigInt64(0, true),
    example: ['1L', '72057594037927936L'],
  },
];

export const byteOrderMembers: readonly MemberDeclaration[] = kinds.flatMap(
  ({ keyword, turn, example: [value, result] }) => [
    {
      signature: `static ${keyword} HostToNetworkOrder(${keyword} host)`,
      implementation: turn,
      examples: [`System.Net.IPAddress.HostToNetworkOrder(${value}) // ${result}`],
    },
    {
      signature: `static ${keyword} NetworkToHostOrder(${keyword} network)`,
      implementation: turn,
      examples: [`System.Net.IPAddress.NetworkToHostOrder(${result}) // ${value}`],
    },
  ],
);

function turned(length: number, write: (view: DataView) => void): DataView {
  const view = new DataView(new ArrayBuffer(length));
  write(view);
  return view;
}
