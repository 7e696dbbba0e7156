import { writeBasicConstraints } from '../../../lib/x509/extensionValues.ts';
import { defineType, membersOf } from '../../declare/defineType.ts';
import { BasicConstraintsExtension } from '../../runtime/cryptography/extensions.ts';
import { ArgumentOutOfRangeException } from '../../runtime/exceptions.ts';

const member = membersOf<BasicConstraintsExtension>();

const limited = 'new X509BasicConstraintsExtension(true, true, 2, true)';

/** https://learn.microsoft.com/dotnet/api/system.security.cryptography.x509certificates.x509basicconstraintsextension */
export const X509BasicConstraintsExtension = defineType({
  name: 'System.Security.Cryptography.X509Certificates.X509BasicConstraintsExtension',
  kind: 'class',
  base: 'X509Extension',
  represents: BasicConstraintsExtension,
  members: [
    member(
      'X509BasicConstraintsExtension()',
      () => new BasicConstraintsExtension(new Uint8Array(), false),
      'new X509BasicConstraintsExtension().CertificateAuthority // false',
    ),
    member(
      'X509BasicConstraintsExtension(AsnEncodedData encodedBasicConstraints, bool critical)',
      ({ bytes }, critical) => new BasicConstraintsExtension(Uint8Array.from(bytes), critical),
      'new X509BasicConstraintsExtension(new AsnEncodedData(new byte[] { 48, 3, 1, 1, 255 }), true).CertificateAuthority // true',
    ),
    member(
      'X509BasicConstraintsExtension(bool certificateAuthority, bool hasPathLengthConstraint, int pathLengthConstraint, bool critical)',
      (isAuthority, isLimited, pathLength, critical) => {
        if (isLimited && pathLength < 0)
          throw new ArgumentOutOfRangeException(
            'pathLengthConstraint',
            'Non-negative number required.',
          );
        const constraints = { isAuthority, pathLength: isLimited ? pathLength : undefined };
        return new BasicConstraintsExtension(writeBasicConstraints(constraints), critical);
      },
      `${limited}.Format(false) // "Subject Type=CA, Path Length Constraint=2"`,
      'new X509BasicConstraintsExtension(true, true, -1, true) // throws System.ArgumentOutOfRangeException',
    ),
    member(
      'static X509BasicConstraintsExtension CreateForCertificateAuthority(int? pathLengthConstraint = null)',
      (pathLength: number | null) => {
        if (pathLength !== null && pathLength < 0)
          throw new ArgumentOutOfRangeException(
            'pathLengthConstraint',
            'Non-negative number required.',
          );
        const constraints = { isAuthority: true, pathLength: pathLength ?? undefined };
        return new BasicConstraintsExtension(writeBasicConstraints(constraints), true);
      },
      'X509BasicConstraintsExtension.CreateForCertificateAuthority(1).PathLengthConstraint // 1',
    ),
    member(
      'static X509BasicConstraintsExtension CreateForEndEntity(bool critical = false)',
      (critical) => {
        const constraints = { isAuthority: false, pathLength: undefined };
        return new BasicConstraintsExtension(writeBasicConstraints(constraints), critical);
      },
      'X509BasicConstraintsExtension.CreateForEndEntity().CertificateAuthority // false',
    ),
    member(
      'bool CertificateAuthority { get; }',
      ({ constraints }) => constraints.isAuthority,
      `${limited}.CertificateAuthority // true`,
      'new X509BasicConstraintsExtension(new AsnEncodedData(new byte[] { 5, 0 }), true).CertificateAuthority // throws System.Security.Cryptography.CryptographicException',
    ),
    member(
      'bool HasPathLengthConstraint { get; }',
      ({ constraints }) => constraints.pathLength !== undefined,
      `${limited}.HasPathLengthConstraint // true`,
    ),
    member(
      'int PathLengthConstraint { get; }',
      ({ constraints }) => constraints.pathLength ?? 0,
      `${limited}.PathLengthConstraint // 2`,
    ),
  ],
});
