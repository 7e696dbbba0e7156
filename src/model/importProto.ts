import { ProtoSyntaxError, readServices } from '../lib/protobuf/readServices.ts';
import type { Report } from '../lib/source/Diagnostic.ts';
import type { SourceText } from '../lib/source/SourceText.ts';
import { normalizeOperationId, UniqueIds } from './importOpenApi.ts';
import type { OperationProperties } from './operation.ts';
import { problem } from './problems.ts';
import { originIn } from './resources.ts';
import type { Located } from './resources.ts';

/**
 * The operations of a gRPC API: one for each method of each service, called with POST at
 * `/package.Service/Method` (https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md).
 * Undefined after a fault was reported.
 */
export function importProto(
  source: SourceText,
  report: Report,
): readonly Located<OperationProperties>[] | undefined {
  try {
    const ids = new UniqueIds();
    return readServices(source.text).flatMap(({ fullName, name, methods }) =>
      methods.map((method) => ({
        id: ids.take(normalizeOperationId(`${name} ${method.name}`)),
        properties: {
          displayName: method.name,
          method: 'POST',
          urlTemplate: `/${fullName}/${method.name}`,
          templateParameters: [],
          responses: [],
        },
        origin: originIn(source, method.span),
      })),
    );
  } catch (error) {
    if (!(error instanceof ProtoSyntaxError)) throw error;
    report(problem('APIM3301', originIn(source, error.span), [error.message]));
    return undefined;
  }
}
