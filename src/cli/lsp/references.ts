import type { ProblemCode } from '../../engine/problems.ts';
import type { Declared, Workspace } from '../../server/readWorkspace.ts';

interface Kind {
  readonly collection: keyof Workspace;
  readonly what: string;
  /** What is said of an id that is not declared. */
  readonly problem?: ProblemCode;
}

/** Attributes that hold the id of something in the configuration, and what that is. */
const referring: Readonly<Record<string, Kind>> = {
  'fragment-id': { collection: 'fragments', what: 'Policy fragment', problem: 'APIM1015' },
  'backend-id': { collection: 'backends', what: 'Backend', problem: 'APIM1026' },
  'certificate-id': { collection: 'certificates', what: 'Certificate', problem: 'APIM1027' },
  'logger-id': { collection: 'loggers', what: 'Logger' },
};

/** Undefined when the attribute refers to nothing. */
export function referringAttribute(attribute: string): Kind | undefined {
  return Object.hasOwn(referring, attribute) ? referring[attribute] : undefined;
}

/** What an attribute may name; undefined when it refers to nothing. */
export function referencesOf(
  attribute: string,
  workspace: Workspace,
): { readonly what: string; readonly declared: readonly Declared[] } | undefined {
  const kind = referringAttribute(attribute);
  return kind && { what: kind.what, declared: workspace[kind.collection] };
}

/** Whether what stands at an offset may be a name of the configuration, so that it is worth reading. */
export function mayRefer(text: string, offset: number): boolean {
  const around = text.slice(Math.max(0, offset - reach), offset);
  const attribute = /([\w-]+)\s*=\s*["'][^"'<>]*$/.exec(around)?.[1];
  return (
    (attribute !== undefined && referringAttribute(attribute) !== undefined) ||
    namedValueAt(text, offset) !== undefined ||
    namedValueStart(text, offset) !== undefined
  );
}

/** A `{{name}}` around an offset. */
export interface NamedValueUse {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

// The longest name (the named values page) with its braces.
const reach = 260;

export function namedValueAt(text: string, offset: number): NamedValueUse | undefined {
  const from = Math.max(0, offset - reach);
  const around = text.slice(from, offset + reach);
  for (const match of around.matchAll(/\{\{([A-Za-z0-9._-]+)\}\}/g)) {
    const start = from + match.index;
    const end = start + match[0].length;
    if (start <= offset && offset <= end) return { name: match[1]!, start, end };
  }
  return undefined;
}

/** Where a name after `{{` begins that ends at the offset; undefined when none is being written. */
export function namedValueStart(text: string, offset: number): number | undefined {
  const match = /\{\{([A-Za-z0-9._-]*)$/.exec(text.slice(Math.max(0, offset - reach), offset));
  return match ? offset - match[1]!.length : undefined;
}
