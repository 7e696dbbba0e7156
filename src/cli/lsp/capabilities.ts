import { textDocumentSyncKinds } from './protocol.ts';

/**
 * What this server offers. Positions are in UTF-16 units, whatever else a client prefers: it is the
 * one encoding that each must take, offered or not (LSP 3.17, "PositionEncodingKind").
 */
export const capabilities = {
  positionEncoding: 'utf-16',
  textDocumentSync: { openClose: true, change: textDocumentSyncKinds.incremental, save: {} },
  completionProvider: { triggerCharacters: ['<', ' ', '"', "'", '.', '{', '(', '/'] },
  hoverProvider: true,
  definitionProvider: true,
  documentSymbolProvider: true,
} as const;

/** Asks the editor to tell of changed files, which named values and fragments are read from. */
export const watchRequest = {
  jsonrpc: '2.0',
  id: 'watch',
  method: 'client/registerCapability',
  params: {
    registrations: [
      {
        id: 'watch',
        method: 'workspace/didChangeWatchedFiles',
        registerOptions: { watchers: [{ globPattern: '**/*.{json,xml}' }] },
      },
    ],
  },
} as const;

type Client = Readonly<Record<string, unknown>>;

/** Addresses of the folders that the editor has open, from the params of `initialize`. */
export function foldersIn({ workspaceFolders, rootUri }: Client): readonly string[] {
  const folders = Array.isArray(workspaceFolders)
    ? workspaceFolders.map((folder: unknown) => member(folder, 'uri'))
    : [rootUri];
  return folders.filter((uri) => typeof uri === 'string');
}

export function takesSnippets(client: Client): boolean {
  return (
    member(
      client,
      'capabilities',
      'textDocument',
      'completion',
      'completionItem',
      'snippetSupport',
    ) === true
  );
}

export function watchesFiles(client: Client): boolean {
  const path = ['capabilities', 'workspace', 'didChangeWatchedFiles', 'dynamicRegistration'];
  return member(client, ...path) === true;
}

function member(value: unknown, ...path: readonly string[]): unknown {
  let at = value;
  for (const name of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = Object.hasOwn(at, name) ? at[name as keyof typeof at] : undefined;
  }
  return at;
}
