/** The elements that hold policies and are none: of a document, a fragment, and `base`. */
export interface StructureDeclaration {
  readonly doc: string;
  /** Microsoft's page. */
  readonly reference: string;
}

const policiesPage =
  'https://learn.microsoft.com/azure/api-management/api-management-howto-policies';

export const structure: Readonly<Record<string, StructureDeclaration>> = {
  policies: {
    doc: 'The policies of one scope. Its sections follow a call: inbound, backend, outbound; on-error when one of them fails.',
    reference: policiesPage,
  },
  fragment: {
    doc: 'Policies that documents include with `include-fragment`.',
    reference: 'https://learn.microsoft.com/azure/api-management/policy-fragments',
  },
  inbound: {
    doc: 'Policies that act on the request before it is forwarded.',
    reference: policiesPage,
  },
  backend: {
    doc: 'The one policy that has the backend answer: `forward-request`, or a block around it.',
    reference: policiesPage,
  },
  outbound: {
    doc: 'Policies that act on the response before the caller gets it.',
    reference: policiesPage,
  },
  'on-error': {
    doc: 'Policies that act on an error of any other section; `context.LastError` tells of it.',
    reference:
      'https://learn.microsoft.com/azure/api-management/api-management-error-handling-policies',
  },
  base: {
    doc: 'The place where the policies of the broader scope run, in the same section.',
    reference: policiesPage,
  },
};
