import type { Report } from '../../lib/source/Diagnostic.ts';
import { problem } from '../problems.ts';
import type { ApiResource, OperationResource } from '../resources.ts';
import { parseUrlTemplate } from '../urlTemplate.ts';
import type { TemplatePart, UrlTemplate } from '../urlTemplate.ts';

/** URL templates can be read, agree with their parameters, and tell operations apart. */
export function checkOperations({ operations }: ApiResource, report: Report): void {
  const taken = new Map<string, OperationResource>();
  for (const operation of operations) {
    const { urlTemplate, method } = operation.properties;
    const place = operation.origin.at('urlTemplate');
    const template = parseUrlTemplate(urlTemplate);
    if (typeof template === 'string') {
      report(problem('APIM3219', place, [urlTemplate, template]));
      continue;
    }
    checkParameters(operation, template, report);
    const key = `${method.toUpperCase()} ${shapeOf(template)}`;
    const other = taken.get(key);
    if (other === undefined) taken.set(key, operation);
    else report(problem('APIM3216', place, [operation.id, other.id]));
  }
}

/** "All template parameters used in the UriTemplate must be defined in the Operation, and vice-versa." */
function checkParameters(
  { id, properties, origin }: OperationResource,
  { parameters }: UrlTemplate,
  report: Report,
): void {
  const used = new Set(parameters.map((name) => name.toLowerCase()));
  const declared = new Set(properties.templateParameters.map(({ name }) => name.toLowerCase()));
  for (const name of parameters) {
    if (declared.has(name.toLowerCase())) continue;
    const args = [properties.urlTemplate, id, name];
    report(problem('APIM3217', origin.at('urlTemplate'), args));
  }
  properties.templateParameters.forEach(({ name }, index) => {
    if (used.has(name.toLowerCase())) return;
    report(problem('APIM3218', origin.at('templateParameters', index), [id, name]));
  });
}

/** A template without the names of its parameters: two of one shape match the same requests. */
function shapeOf({ segments, query }: UrlTemplate): string {
  const path = segments.map((parts) => parts.map(shapeOfPart).join('')).join('/');
  const required = query
    .map(({ name, value }) => `${name.toLowerCase()}=${value.map(shapeOfPart).join('')}`)
    .toSorted();
  return `${path}?${required.join('&')}`.toLowerCase();
}

function shapeOfPart(part: TemplatePart): string {
  switch (part.kind) {
    case 'literal':
      return part.text;
    case 'parameter':
      return part.catchAll ? '*' : '{}';
    case 'wildcard':
      return '*';
  }
}
