/** What the editor said of itself in `initialize`. */
export interface Client {
  /** Addresses of the folders that it has open. */
  readonly folders: readonly string[];
  /** Whether completions may leave the cursor where the next word is due. */
  readonly snippets: boolean;
  /** Whether a completion may tell what it replaces apart from where it goes. */
  readonly insertReplace: boolean;
  readonly markdown: { readonly completion: boolean; readonly hover: boolean };
  /** Whether symbols may be nested. */
  readonly symbolTree: boolean;
  readonly codeActions: boolean;
  /** Whether it can be asked to tell of changed files. */
  readonly watches: boolean;
}

/** From the params of `initialize`. */
export function clientOf(params: unknown): Client {
  const document = (...path: readonly string[]): unknown =>
    member(params, 'capabilities', 'textDocument', ...path);
  const item = (...path: readonly string[]): unknown =>
    document('completion', 'completionItem', ...path);
  return {
    folders: foldersIn(params),
    snippets: item('snippetSupport') === true,
    insertReplace: item('insertReplaceSupport') === true,
    markdown: {
      completion: takesMarkdown(item('documentationFormat')),
      hover: takesMarkdown(document('hover', 'contentFormat')),
    },
    symbolTree: document('documentSymbol', 'hierarchicalDocumentSymbolSupport') === true,
    codeActions: document('codeAction', 'codeActionLiteralSupport') !== undefined,
    watches:
      member(
        params,
        'capabilities',
        'workspace',
        'didChangeWatchedFiles',
        'dynamicRegistration',
      ) === true,
  };
}

/** Addresses of folders, as `initialize` and `workspace/didChangeWorkspaceFolders` list them. */
export function folderUris(folders: unknown): readonly string[] {
  if (!Array.isArray(folders)) return [];
  return folders
    .map((folder: unknown) => member(folder, 'uri'))
    .filter((uri) => typeof uri === 'string');
}

function foldersIn(params: unknown): readonly string[] {
  const folders = member(params, 'workspaceFolders');
  if (Array.isArray(folders)) return folderUris(folders);
  const root = member(params, 'rootUri');
  return typeof root === 'string' ? [root] : [];
}

/** A client that names no formats takes what the protocol has had longest, which is both. */
function takesMarkdown(formats: unknown): boolean {
  return !Array.isArray(formats) || formats.includes('markdown');
}

function member(value: unknown, ...path: readonly string[]): unknown {
  let at = value;
  for (const name of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = Object.hasOwn(at, name) ? at[name as keyof typeof at] : undefined;
  }
  return at;
}
