import type { Declared, Workspace } from '../../server/readWorkspace.ts';

/** Attributes that hold the id of something in the configuration, and what that is called. */
const referring: Readonly<Record<string, readonly [keyof Workspace, string]>> = {
  'fragment-id': ['fragments', 'Policy fragment'],
  'backend-id': ['backends', 'Backend'],
  'certificate-id': ['certificates', 'Certificate'],
  'logger-id': ['loggers', 'Logger'],
};

/** What an attribute may name; undefined when it refers to nothing. */
export function referencesOf(
  attribute: string,
  workspace: Workspace,
): { readonly what: string; readonly declared: readonly Declared[] } | undefined {
  if (!Object.hasOwn(referring, attribute)) return undefined;
  const [collection, what] = referring[attribute]!;
  return { what, declared: workspace[collection] };
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
