/** The parts of the Language Server Protocol 3.17 that this server speaks, by their names there. */
export interface Position {
  /** From 0. */
  readonly line: number;
  /** From 0, in UTF-16 units. */
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface Location {
  readonly uri: string;
  readonly range: Range;
}

export interface MarkupContent {
  readonly kind: 'markdown' | 'plaintext';
  readonly value: string;
}

export interface CompletionItem {
  readonly label: string;
  readonly kind: number;
  readonly detail?: string;
  readonly documentation?: MarkupContent;
  readonly sortText?: string;
  readonly filterText?: string;
  readonly insertTextFormat?: number;
  readonly textEdit: TextEdit | InsertReplaceEdit;
}

export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** What an editor does that keeps, or replaces, the part of a word behind the cursor. */
export interface InsertReplaceEdit {
  readonly newText: string;
  readonly insert: Range;
  readonly replace: Range;
}

export const completionItemKinds = {
  method: 2,
  variable: 6,
  type: 7,
  namespace: 9,
  property: 10,
  value: 12,
  keyword: 14,
  snippet: 15,
  file: 17,
  reference: 18,
  enumMember: 20,
} as const;

export const completionTriggerKinds = { triggerCharacter: 2 } as const;

export const insertTextFormats = { plainText: 1, snippet: 2 } as const;

export interface DocumentSymbol {
  readonly name: string;
  readonly detail?: string;
  readonly kind: number;
  readonly range: Range;
  readonly selectionRange: Range;
  readonly children: readonly DocumentSymbol[];
}

export interface SymbolInformation {
  readonly name: string;
  readonly kind: number;
  readonly location: Location;
  readonly containerName: string;
}

export const symbolKinds = { namespace: 3, method: 6, property: 7, function: 12 } as const;

export interface Hover {
  readonly contents: MarkupContent;
  readonly range: Range;
}

/** The protocol's "Diagnostic". */
export interface ShownDiagnostic {
  readonly range: Range;
  readonly severity: number;
  readonly code: string;
  readonly source: string;
  readonly message: string;
}

export const diagnosticSeverities = { error: 1, warning: 2, info: 3 } as const;

export const fileChangeTypes = { created: 1, changed: 2, deleted: 3 } as const;

export const textDocumentSyncKinds = { none: 0, full: 1, incremental: 2 } as const;

export const codeActionKinds = { quickFix: 'quickfix' } as const;

export interface SignatureInformation {
  readonly label: string;
  readonly parameters: readonly { readonly label: string }[];
}

export interface SignatureHelp {
  readonly signatures: readonly SignatureInformation[];
  readonly activeSignature: number;
  readonly activeParameter: number;
}
