import { emptyGuid } from '../../lib/guid/guid.ts';
import type { GuidDigits } from '../../lib/guid/guid.ts';

/** A .NET Guid. */
export class Guid {
  readonly digits: GuidDigits;

  constructor(digits: GuidDigits) {
    this.digits = digits;
  }

  static readonly empty = new Guid(emptyGuid);
}
