/** A port that could not be had. */
export class ListenError extends Error {
  readonly port: number;
  /** What the port was for, such as `http`. */
  readonly purpose: string;
  readonly problem: 'taken' | 'forbidden' | 'other';

  constructor(port: number, purpose: string, problem: ListenError['problem'], cause: unknown) {
    super(`Port ${port} (${purpose}) ${words[problem]}.`, { cause });
    this.name = 'ListenError';
    this.port = port;
    this.purpose = purpose;
    this.problem = problem;
  }
}

const words = {
  taken: 'is taken by another program',
  forbidden: 'needs more rights than this user has',
  other: 'cannot be listened on',
} as const;

/** Says of a failure to listen which port it was and why. @throws ListenError */
export async function describeListenError<T>(
  listening: Promise<T>,
  port: number,
  purpose: string,
): Promise<T> {
  try {
    return await listening;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const problem = code === 'EADDRINUSE' ? 'taken' : code === 'EACCES' ? 'forbidden' : 'other';
    throw new ListenError(port, purpose, problem, error);
  }
}
