import type { DataPlaneSettings } from '../DataPlane.ts';
import { ListenError } from '../listenError.ts';
import type { Checked, Serving } from '../Serving.ts';
import { claimPort } from './claimPort.ts';
import type { PortClaim } from './claimPort.ts';
import { WorkerPool } from './WorkerPool.ts';
import type { WorkerOptions } from './WorkerPool.ts';

/** A free port may be taken by another program before the workers have it; then another one is free. */
const attempts = 3;

/** Starts workers on ports that are theirs alone. @throws ListenError */
export async function startWorkers(
  settings: DataPlaneSettings,
  configuration: Checked,
  options: WorkerOptions,
): Promise<Serving> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOnce(settings, configuration, options);
    } catch (error) {
      const isTaken = error instanceof ListenError && error.problem === 'taken';
      const wanted = isTaken && portOf(settings, error.purpose);
      if (wanted !== 0 || attempt === attempts) throw error;
    }
  }
}

function portOf({ httpPort, https }: DataPlaneSettings, purpose: string): number | undefined {
  return purpose === 'https' ? https?.port : httpPort;
}

async function startOnce(
  settings: DataPlaneSettings,
  { files }: Checked,
  options: WorkerOptions,
): Promise<Serving> {
  const { host, httpPort, https } = settings;
  const claims: PortClaim[] = [];
  const claim = async (port: number, purpose: string): Promise<number> => {
    const claimed = await claimPort(host, port, purpose);
    claims.push(claimed);
    return claimed.port;
  };
  const release = async (): Promise<void> => {
    await Promise.all(claims.map((each) => each.release()));
  };
  try {
    const http = await claim(httpPort, 'http');
    const secure = https && { ...https, port: await claim(https.port, 'https') };
    const claimed = { ...settings, httpPort: http, https: secure };
    const pool = await WorkerPool.start(claimed, files, options);
    return {
      httpPort: http,
      httpsPort: secure?.port,
      publish: (changed) => pool.publish(changed.files, changed.tookMs),
      secure: (tls) => pool.secure(tls),
      async close(drainMs) {
        await pool.close(drainMs);
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}
