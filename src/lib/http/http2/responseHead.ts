import { STATUS_CODES } from 'node:http';
import type { HeaderMap } from '../HeaderMap.ts';
import { declaredFraming } from '../http1/framing.ts';
import { Malformed } from '../http1/Malformed.ts';
import type { HeadLimits } from '../http1/requestHead.ts';
import { fieldsOf, pseudoFieldsOf } from './fields.ts';

/** A response up to its content. */
export interface ResponseHead {
  readonly status: number;
  /** HTTP/2 has none (RFC 9113 §8.3.2): the usual one. */
  readonly reason: string;
  readonly headers: HeaderMap;
  /** Bytes that Content-Length announces. */
  readonly length: number | undefined;
}

/** Reads the head of a response from names and values by turns (RFC 9113 §8.3.2). @throws Malformed */
export function responseHeadOf(lines: readonly string[], limits: HeadLimits): ResponseHead {
  const pseudo = pseudoFieldsOf(lines);
  const status = pseudo.get(':status');
  if (pseudo.size !== 1 || status === undefined || !/^[1-9][0-9][0-9]$/.test(status)) {
    throw new Malformed(400, 'the status is malformed');
  }
  const headers = fieldsOf(lines, limits);
  const framing = declaredFraming(headers);
  return {
    status: Number(status),
    reason: STATUS_CODES[status] ?? '',
    headers,
    length: typeof framing === 'number' ? framing : undefined,
  };
}
