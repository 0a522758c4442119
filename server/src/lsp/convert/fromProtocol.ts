import type { InitializeParams, Range as LspRange, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { InitializationOptions } from '../../protocol/index.ts';
import type { Document, Range } from '../../service/index.ts';

/** What the client can do. */
export interface Client {
  /** Galley's own VS Code client, which knows VS Code's commands. */
  readonly isGalley: boolean;
  readonly answersFiles: boolean;
  /** It tells where the caret is after an edit. */
  readonly reportsCaret: boolean;
  /** Where the rules' pages are, where the client knows it better than the server. */
  readonly rulePages: string | undefined;
  /** IANA name of the writer's zone. */
  readonly timeZone: string;
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly showsRelated: boolean;
  readonly showsUnnecessary: boolean;
  readonly readsMarkdown: boolean;
  readonly followsLinks: boolean;
  readonly nestsSymbols: boolean;
  readonly fillsSnippets: boolean;
  readonly versionsEdits: boolean;
  readonly foldsWholeLinesOnly: boolean;
  readonly answersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly registersConfiguration: boolean;
  readonly changesFolders: boolean;
  readonly showsProgress: boolean;
}

/** The client of an `initialize` request; it lacks every capability that it does not name. */
export function fromInitializeParams({ capabilities, initializationOptions }: InitializeParams): Client {
  const options = fromInitializationOptions(initializationOptions);
  return { ...fromTextDocumentCapabilities(capabilities), ...fromWorkspaceCapabilities(capabilities), ...options };
}

function fromTextDocumentCapabilities({ textDocument }: InitializeParams['capabilities']) {
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    showsRelated:
      textDocument?.publishDiagnostics?.relatedInformation === true ||
      textDocument?.diagnostic?.relatedInformation === true,
    showsUnnecessary:
      (textDocument?.publishDiagnostics?.tagSupport ?? textDocument?.diagnostic?.tagSupport)?.valueSet.includes(1) ===
      true,
    readsMarkdown: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    followsLinks: textDocument?.definition?.linkSupport === true,
    nestsSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    fillsSnippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    foldsWholeLinesOnly: textDocument?.foldingRange?.lineFoldingOnly === true,
  };
}

function fromWorkspaceCapabilities({ workspace, window }: InitializeParams['capabilities']) {
  return {
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    versionsEdits: workspace?.workspaceEdit?.documentChanges === true,
    answersConfiguration: workspace?.configuration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    changesFolders: workspace?.workspaceFolders === true,
    showsProgress: window?.workDoneProgress === true,
  };
}

function fromInitializationOptions(value: unknown) {
  const options = (typeof value === 'object' && value !== null ? value : {}) as InitializationOptions;
  return {
    isGalley: typeof options.answersFiles === 'boolean' || typeof options.timeZone === 'string',
    answersFiles: options.answersFiles === true,
    reportsCaret: options.reportsCaret === true,
    rulePages: typeof options.rulePages === 'string' ? options.rulePages : undefined,
    timeZone: toValidTimeZone(options.timeZone) ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

function toValidTimeZone(zone: unknown): string | undefined {
  if (typeof zone !== 'string') return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone && zone;
  } catch {
    return undefined;
  }
}

/** URIs of the folders a client works in, as it writes them; none for a single file. */
export function fromWorkspaceFolders({
  workspaceFolders,
  rootUri,
}: Pick<InitializeParams, 'workspaceFolders' | 'rootUri'>): string[] {
  return workspaceFolders?.map((folder) => folder.uri) ?? (rootUri ? [rootUri] : []);
}

/** Offsets of an LSP range in a document. */
export function fromRange(document: Document, { start, end }: LspRange): Range {
  const from = document.offsetAt(start);
  return { start: from, end: Math.max(from, document.offsetAt(end)) };
}

/** Where the caret is after content changes, in the document that they made: behind the last one's text; undefined where all was replaced. */
export function fromLastChange(
  document: Document,
  changes: readonly TextDocumentContentChangeEvent[],
): number | undefined {
  const last = changes.at(-1);
  return last && 'range' in last ? document.offsetAt(last.range.start) + last.text.length : undefined;
}

/** The document after content changes, each in positions of the text before it. */
export function fromContentChanges(
  document: Document,
  version: number,
  changes: readonly TextDocumentContentChangeEvent[],
): Document {
  return changes.reduce<Document>((before, change) => {
    const range = 'range' in change ? fromRange(before, change.range) : { start: 0, end: before.text.length };
    return before.withEdits(version, [{ range, newText: change.text }]);
  }, document);
}
