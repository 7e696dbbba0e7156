import { credentials } from './credentials.ts';
import type { LoadShape } from './load.ts';
import { haproxyPlain, haproxySecured, nginxPlain, ours, oursSecured } from './programs.ts';
import type { Program } from './programs.ts';

/** Work that programs are compared at. */
export interface Task {
  readonly name: string;
  readonly programs: readonly Program[];
  readonly scheme: 'http' | 'https';
  readonly path: string;
  readonly connections: number;
  readonly load: LoadShape;
}

/** More distinct tokens than any cache here holds: each is verified anew. */
const freshTokens = 25_000;

export function tasks(): readonly Task[] {
  const plain = [ours, nginxPlain, haproxyPlain];
  const secured = [oursSecured, haproxySecured];
  const few = { method: 'GET', headerSets: credentials(200) };
  const small = { scheme: 'http', path: '/', connections: 64, load: few } as const;
  return [
    { ...small, name: 'plain proxy', programs: plain },
    { ...small, name: 'key + token seen before + policies', programs: secured },
    {
      ...small,
      name: 'key + token never seen + policies',
      programs: secured,
      load: { method: 'GET', headerSets: credentials(freshTokens) },
    },
    { ...small, name: 'https, kept connections', programs: plain, scheme: 'https' },
    {
      ...small,
      name: 'https, a new connection each',
      programs: plain,
      scheme: 'https',
      connections: 16,
      load: { method: 'GET', headerSets: [{ connection: 'close' }] },
    },
    { ...small, name: 'answers of 100 KB', programs: plain, path: '/large', connections: 32 },
    {
      ...small,
      name: 'uploads of 1 MB',
      programs: plain,
      path: '/upload/',
      connections: 16,
      load: { method: 'POST', headerSets: [{}], bodyBytes: 1_000_000 },
    },
  ];
}
