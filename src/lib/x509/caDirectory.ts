import { randomUUID } from 'node:crypto';
import { chmod, link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DevelopmentCa, DevelopmentCaError, type CaWorld } from './developmentCa.ts';

/** A CA that is kept in a directory. */
export interface StoredCa {
  readonly ca: DevelopmentCa;
  /** The file to trust: `ca.pem` in the directory. */
  readonly certificatePath: string;
  /** `renewed`: clients that trusted the earlier certificate must be told to trust this one. */
  readonly origin: 'loaded' | 'created' | 'renewed';
  /** Why the earlier CA was renewed; it now ends in `.old`. */
  readonly renewedBecause?: DevelopmentCaError;
}

/**
 * The CA of `directory`, which is made when missing (mode 0700): `ca.pem` is the certificate,
 * `ca-key.pem` (mode 0600) the private key with the certificate. A CA that cannot be used any more
 * is renewed and says why. Throws DevelopmentCaError `storage` when files cannot be read or written.
 */
export async function loadOrCreateCa(directory: string, world: CaWorld): Promise<StoredCa> {
  try {
    return await load(directory, world);
  } catch (error) {
    if (error instanceof DevelopmentCaError) throw error;
    throw new DevelopmentCaError('storage', directory, { cause: error });
  }
}

async function load(directory: string, world: CaWorld): Promise<StoredCa> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  // Two commands may start at once on a fresh machine. One file holds the pair and appears in one
  // step, so that nobody ever sees the key of one CA beside the certificate of another.
  const pairPath = join(directory, 'ca-key.pem');
  const existing = await readIfThere(pairPath);
  if (existing === undefined) {
    const created = await DevelopmentCa.create(world);
    if (await placeNew(pairPath, created.toPem())) return publish(directory, created, 'created');
    return load(directory, world);
  }
  await makePrivate(pairPath);
  try {
    return await publish(directory, DevelopmentCa.fromPem(existing, pairPath, world), 'loaded');
  } catch (error) {
    if (!(error instanceof DevelopmentCaError)) throw error;
    const renewed = await DevelopmentCa.create(world);
    await writeFile(`${pairPath}.old`, existing, { mode: 0o600 });
    await replace(pairPath, renewed.toPem());
    return { ...(await publish(directory, renewed, 'renewed')), renewedBecause: error };
  }
}

/** Makes `ca.pem` say what `ca-key.pem` says. */
async function publish(
  directory: string,
  ca: DevelopmentCa,
  origin: StoredCa['origin'],
): Promise<StoredCa> {
  const certificatePath = join(directory, 'ca.pem');
  const published = await readIfThere(certificatePath);
  if (published !== ca.certificatePem) await replace(certificatePath, ca.certificatePem, 0o644);
  return { ca, certificatePath, origin };
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Writes a file that must not exist yet; false when another process was first. */
async function placeNew(path: string, text: string): Promise<boolean> {
  return withDraft(path, text, 0o600, async (draft) => {
    try {
      await link(draft, path);
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      throw error;
    }
  });
}

async function replace(path: string, text: string, mode = 0o600): Promise<void> {
  await withDraft(path, text, mode, (draft) => rename(draft, path));
}

async function withDraft<T>(
  path: string,
  text: string,
  mode: number,
  use: (draft: string) => Promise<T>,
): Promise<T> {
  const draft = `${path}.${randomUUID()}`;
  try {
    await writeFile(draft, text, { mode, flag: 'wx' });
    return await use(draft);
  } finally {
    await rm(draft, { force: true });
  }
}

/** A key that others on the machine could read is closed to them. */
async function makePrivate(path: string): Promise<void> {
  const { mode } = await stat(path);
  if ((mode & 0o077) !== 0) await chmod(path, 0o600);
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
