import type { Severity } from '../source/Diagnostic.ts';

/** Every way in which a description of an API can be wrong: severity, message, what to do. */
export const problems = {
  OAS1001: [
    'error',
    'This is no description of an API: {0}.',
    "It begins with 'openapi: 3.0.x', 'openapi: 3.1.x' or 'swagger: \"2.0\"'.",
  ],
  OAS1002: ['error', 'This should be {0}, not {1}.'],
  OAS1003: ['error', "'{0}' names nothing in this document."],
  OAS1004: [
    'error',
    "'{0}' leads out of this document, and only references within it are followed.",
    'Bundle the description into one file.',
  ],
  OAS1005: ['error', "The reference '{0}' leads back to itself."],
  OAS1006: ['warning', "A path begins with '/'; this one is read as '{0}'."],
  OAS1007: ['error', "The braces of the path '{0}' do not pair up around names."],
  OAS1008: ['warning', "The path parameter '{0}' does not occur in the path; it is ignored."],
  OAS1009: ['warning', "'{0}' is already the operationId of another operation."],
  OAS1010: ['warning', "'{0}' is no status code; this response is ignored."],
  OAS1011: ['error', 'This document describes more than {0} operations.'],
  OAS1012: ['warning', "The member '{0}' is missing here; this entry is ignored."],
} as const satisfies Readonly<Record<string, readonly [Severity, string, string?]>>;

export type OpenApiProblem = keyof typeof problems;
