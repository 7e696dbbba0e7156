import type { World } from '../../runtime/Environment.ts';

/**
 * The elements in a random order (Fisher–Yates): each order is equally likely but for what remains of
 * 2^32 after division by the number of elements.
 */
export function shuffled(items: readonly unknown[], world: World): unknown[] {
  const result = [...items];
  const bytes = world.randomBytes(4 * result.length);
  const random = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let i = result.length - 1; i > 0; i--) {
    const j = random.getUint32(4 * i) % (i + 1);
    [result[i], result[j]] = [result[j], result[i]];
  }
  return result;
}
