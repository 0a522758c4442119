import type { DocumentSymbol as LspSymbol, SymbolInformation } from 'vscode-languageserver';
import { SymbolKind } from 'vscode-languageserver';
import type { Document, DocumentSymbol, HeadingMatch, OpenPost, WorkspaceSymbol } from '../../service/index.ts';
import type { Recipient } from './toProtocol.ts';
import { around, toRange } from './toProtocol.ts';

const kinds: Readonly<Record<DocumentSymbol['kind'], SymbolKind>> = {
  heading: SymbolKind.String,
  frontMatter: SymbolKind.Object,
  key: SymbolKind.Key,
  footnote: SymbolKind.Number,
  definition: SymbolKind.Constant,
};

/** A post's outline, nested where the client can show it. */
export function toSymbols(
  { client, spelling }: Recipient,
  { document }: OpenPost,
  symbols: readonly DocumentSymbol[],
): LspSymbol[] | SymbolInformation[] {
  if (client.nestsSymbols) return symbols.map((symbol) => nested(document, symbol));
  return symbols.flatMap((symbol) => flat(document, spelling(document.uri), symbol));
}

/** Headings found in posts, open or not. */
export function toHeadingSymbols({ spelling }: Recipient, headings: readonly HeadingMatch[]): SymbolInformation[] {
  return headings.map(({ name, container, document, range }) => ({
    name,
    kind: kinds.heading,
    containerName: container,
    location: { uri: spelling(document.uri), range: toRange(document, range) },
  }));
}

function nested(document: Document, symbol: DocumentSymbol): LspSymbol {
  return {
    name: nameOf(symbol),
    ...(symbol.detail !== undefined && { detail: symbol.detail }),
    kind: kinds[symbol.kind],
    range: toRange(document, around(symbol.range, symbol.selectionRange)),
    selectionRange: toRange(document, symbol.selectionRange),
    children: symbol.children.map((child) => nested(document, child)),
  };
}

function flat(document: Document, uri: string, symbol: DocumentSymbol): SymbolInformation[] {
  const own = {
    name: nameOf(symbol),
    kind: kinds[symbol.kind],
    location: { uri, range: toRange(document, symbol.range) },
  };
  return [own, ...symbol.children.flatMap((child) => flat(document, uri, child))];
}

/** Posts and terms of all sites; both lead to the beginning of a post. */
export function toWorkspaceSymbols(symbols: readonly WorkspaceSymbol[]): SymbolInformation[] {
  const start = { line: 0, character: 0 };
  return symbols.map(({ name, kind, uri, container }) => ({
    name,
    containerName: container,
    kind: kind === 'post' ? SymbolKind.File : SymbolKind.EnumMember,
    location: { uri, range: { start, end: start } },
  }));
}

/** Editors refuse a symbol without a name, and a heading may be empty. */
function nameOf({ name }: DocumentSymbol): string {
  return name.trim() === '' ? '(empty)' : name;
}
