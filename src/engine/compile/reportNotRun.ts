import type { Span } from '../../lib/source/SourceText.ts';
import type { Binding } from './Binding.ts';

/**
 * Reports what is declared, not yet run here. A gateway that left it out would not be the one that
 * was asked for, so it is not published; a document that is only checked may hold it.
 */
export function reportNotRun(what: string, span: Span, { toolbox, text }: Binding): void {
  if (!toolbox.publishes) text.report('APIM1021', span, [what], undefined, 'info');
  else text.report('APIM1021', span, [what], 'Remove it, or run this API elsewhere.');
}
