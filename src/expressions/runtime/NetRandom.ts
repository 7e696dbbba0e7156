import { SubtractiveGenerator } from '../../lib/random/SubtractiveGenerator.ts';
import type { World } from './Environment.ts';

/** A .NET Random: a generator with a position. */
export class NetRandom {
  readonly generator: SubtractiveGenerator;

  constructor(seed: number) {
    this.generator = new SubtractiveGenerator(seed);
  }

  /** With an unpredictable seed. */
  static unseeded(world: World): NetRandom {
    const bytes = world.randomBytes(4);
    return new NetRandom(new DataView(bytes.buffer, bytes.byteOffset).getInt32(0));
  }
}
