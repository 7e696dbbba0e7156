import { codeActionKinds, textDocumentSyncKinds } from './protocol.ts';

/**
 * What this server offers. Positions are in UTF-16 units, whatever else a client prefers: it is the
 * one encoding that each must take, offered or not (LSP 3.17, "PositionEncodingKind").
 */
export const capabilities = {
  positionEncoding: 'utf-16',
  textDocumentSync: { openClose: true, change: textDocumentSyncKinds.incremental, save: {} },
  completionProvider: { triggerCharacters: ['<', ' ', '"', "'", '.', '{', '(', '/'] },
  signatureHelpProvider: { triggerCharacters: ['(', ','] },
  hoverProvider: true,
  definitionProvider: true,
  documentSymbolProvider: true,
  codeActionProvider: { codeActionKinds: [codeActionKinds.quickFix] },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
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
