import { credentials } from './credentials.ts';
import { handshakes } from './handshakes.ts';
import { http2Calls } from './http2Calls.ts';
import type { Loader } from './load.ts';
import {
  bareAnswers,
  bareProxies,
  bareTls,
  haproxyMutual,
  haproxyOnTwo,
  haproxyPlain,
  haproxySecured,
  nginxMutual,
  nginxPlain,
  ours,
  oursMutual,
  oursOnTwo,
  oursSecured,
} from './programs.ts';
import type { Program } from './programs.ts';
import { wrk } from './wrk.ts';

/** Work that programs are compared at. */
export interface Task {
  readonly name: string;
  readonly programs: readonly Program[];
  readonly scheme: 'http' | 'https';
  readonly path: string;
  readonly load: Loader;
  /** What our CPU time over that of another is to be at most. */
  readonly aim?: Aim;
}

export interface Aim {
  readonly against: Program;
  readonly atMost: number;
}

/** More distinct tokens than any cache here holds: each is verified anew. */
const freshTokens = 25_000;

export function tasks(): readonly Task[] {
  const plain = [ours, nginxPlain, haproxyPlain];
  const secured = [oursSecured, haproxySecured];
  const known = { method: 'GET', headerSets: credentials(200) };
  const fresh = { method: 'GET', headerSets: credentials(freshTokens) };
  const overHttp = { scheme: 'http', path: '/', load: wrk({ ...known, connections: 64 }) } as const;
  const overHttps = { ...overHttp, programs: plain, scheme: 'https' } as const;
  return [
    {
      ...overHttp,
      name: 'plain proxy',
      programs: plain,
      aim: { against: nginxPlain, atMost: 1.3 },
    },
    {
      ...overHttp,
      name: 'key + token seen before + policies',
      programs: secured,
      aim: { against: haproxySecured, atMost: 0.5 },
    },
    {
      ...overHttp,
      name: 'key + token never seen + policies',
      programs: secured,
      load: wrk({ ...fresh, connections: 64 }),
      aim: { against: haproxySecured, atMost: 1.1 },
    },
    {
      ...overHttp,
      name: 'key + token seen before + policies, two threads',
      programs: [oursOnTwo, haproxyOnTwo],
      aim: { against: haproxyOnTwo, atMost: 1 / 1.6 },
    },
    {
      ...overHttps,
      name: 'https, kept connections',
      aim: { against: haproxyPlain, atMost: 1.4 },
    },
    {
      ...overHttps,
      name: 'https, a new connection each',
      programs: [...plain, bareTls],
      load: handshakes({ connections: 16 }),
      aim: { against: haproxyPlain, atMost: 1.3 },
    },
    {
      ...overHttps,
      name: 'https, a resumed session each',
      programs: [...plain, bareTls],
      load: handshakes({ connections: 16, resumes: true }),
    },
    {
      ...overHttps,
      name: 'https with client certificate, a new connection each',
      programs: [oursMutual, nginxMutual, haproxyMutual],
      load: handshakes({ connections: 16, showsCertificate: true }),
      aim: { against: haproxyMutual, atMost: 1.3 },
    },
    {
      ...overHttps,
      name: 'HTTP/2',
      programs: [...plain, bareAnswers, bareProxies],
      load: http2Calls({ connections: 16, streams: 8, headerSets: known.headerSets }),
    },
    {
      ...overHttp,
      name: 'answers of 100 KB',
      programs: plain,
      path: '/large',
      load: wrk({ ...known, connections: 32 }),
      aim: { against: haproxyPlain, atMost: 1.3 },
    },
    {
      ...overHttp,
      name: 'uploads of 1 MB',
      programs: plain,
      path: '/upload/',
      load: wrk({ method: 'POST', headerSets: [{}], bodyBytes: 1_000_000, connections: 16 }),
      aim: { against: haproxyPlain, atMost: 1 },
    },
  ];
}
