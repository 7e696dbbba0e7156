import { defineType } from '../../declare/defineType.ts';
import { RsaParameters, rsaParts } from '../../runtime/cryptography/RsaParameters.ts';
import type { NetArray } from '../../runtime/NetArray.ts';
import { newArray } from '../../runtime/newArray.ts';
import type { TypeDefinition } from '../../typeSystem/TypeDefinition.ts';
import { bytesIn } from './bytes.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    RSAParameters: RsaParameters;
  }
}

/**
 * https://learn.microsoft.com/dotnet/api/system.security.cryptography.rsaparameters. Two variables
 * that one value was assigned to share it here.
 */
export const RSAParameters: TypeDefinition = defineType({
  name: 'System.Security.Cryptography.RSAParameters',
  kind: 'struct',
  represents: RsaParameters,
  behaviour: { zero: () => new RsaParameters() },
  members: rsaParts.map((part) => ({
    // A field in .NET, which this is not told from but by ref.
    signature: `byte[]? ${part} { get; set; }`,
    implementation: {
      get: ({ parts }: RsaParameters) => {
        const value = parts[part];
        return value && newArray(RSAParameters.registry.named('System.Byte'), value);
      },
      set: ({ parts }: RsaParameters, value: NetArray | null) => {
        parts[part] = value && bytesIn(value);
      },
    },
    examples: [
      `new RSAParameters().${part} == null // true`,
      `new RSAParameters { ${part} = new byte[] { 3 } }.${part}[0] // (byte)3`,
    ],
  })),
});
