import type { DocumentSymbol as LspSymbol, SymbolInformation } from 'vscode-languageserver';
import { SymbolKind } from 'vscode-languageserver';
import type { Document, DocumentSymbol, WorkspaceSymbol } from '../../service/index.ts';
import type { ResponseContext } from './responseContext.ts';
import { toOuterRange, toRange } from './toRange.ts';

const kinds: Readonly<Record<DocumentSymbol['kind'], SymbolKind>> = {
  heading: SymbolKind.String,
  frontMatter: SymbolKind.Object,
  key: SymbolKind.Key,
  footnote: SymbolKind.Number,
  definition: SymbolKind.Constant,
};

/** A post's outline, nested where the client can show it. */
export function toDocumentSymbols(
  { client, clientUri }: ResponseContext,
  document: Document,
  symbols: readonly DocumentSymbol[],
): LspSymbol[] | SymbolInformation[] {
  if (client.nestsSymbols) return symbols.map((symbol) => toNested(document, symbol));
  return symbols.flatMap((symbol) => toFlat(document, clientUri(document.uri), symbol));
}

function toNested(document: Document, symbol: DocumentSymbol): LspSymbol {
  return {
    name: toName(symbol),
    ...(symbol.detail !== undefined && { detail: symbol.detail }),
    kind: kinds[symbol.kind],
    range: toOuterRange(document, symbol.range, symbol.selectionRange),
    selectionRange: toRange(document, symbol.selectionRange),
    children: symbol.children.map((child) => toNested(document, child)),
  };
}

function toFlat(document: Document, uri: string, symbol: DocumentSymbol): SymbolInformation[] {
  const own = {
    name: toName(symbol),
    kind: kinds[symbol.kind],
    location: { uri, range: toRange(document, symbol.range) },
  };
  return [own, ...symbol.children.flatMap((child) => toFlat(document, uri, child))];
}

const workspaceKinds: Readonly<Record<WorkspaceSymbol['kind'], SymbolKind>> = {
  post: SymbolKind.File,
  term: SymbolKind.EnumMember,
  heading: kinds.heading,
};

const start = { line: 0, character: 0 };

/** Posts and terms of all sites, which lead to the beginning of a post, and headings. */
export function toWorkspaceSymbols(
  { clientUri }: ResponseContext,
  symbols: readonly WorkspaceSymbol[],
): SymbolInformation[] {
  return symbols.map(({ name, kind, uri, container, place }) => ({
    name,
    kind: workspaceKinds[kind],
    containerName: container,
    location: {
      uri: clientUri(uri),
      range: place ? toRange(place.document, place.range) : { start, end: start },
    },
  }));
}

/** Editors refuse a symbol without a name, and a heading may be empty. */
function toName({ name }: DocumentSymbol): string {
  return name.trim() === '' ? '(empty)' : name;
}
