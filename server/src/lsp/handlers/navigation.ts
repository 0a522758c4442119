import type { DocumentLink, WorkspaceSymbolParams } from 'vscode-languageserver';
import {
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentLinkResolveRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  ReferencesRequest,
  SelectionRangeRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver';
import { toDocumentLinks, toLinkData, toResolvedLink } from '../convert/toDocumentLinks.ts';
import {
  toFoldingRanges,
  toHighlights,
  toHover,
  toLinks,
  toLocations,
  toSelectionRange,
} from '../convert/toNavigation.ts';
import { toDocumentSymbols, toWorkspaceSymbols } from '../convert/toSymbols.ts';
import type { Handler } from './handler.ts';
import { dependingOnSite, documentRequest, workspaceRequest } from './handler.ts';

/** Reading and finding the way in posts. */
export const navigation: readonly Handler[] = [
  documentRequest(HoverRequest.type, { hoverProvider: true }, async ({ analysis, response }, document, { position }) =>
    toHover(response, document, await analysis.hover(document.uri, document.offsetAt(position))),
  ),
  documentRequest(
    DefinitionRequest.type,
    { definitionProvider: true },
    async ({ analysis, response }, document, { position }) =>
      toLinks(response, document, await analysis.definition(document.uri, document.offsetAt(position))),
  ),
  dependingOnSite(
    documentRequest(
      ReferencesRequest.type,
      { referencesProvider: true },
      async ({ analysis, response }, document, { position, context }) => {
        const include = context.includeDeclaration ? 'all' : 'uses';
        return toLocations(response, await analysis.references(document.uri, document.offsetAt(position), include));
      },
    ),
  ),
  documentRequest(
    DocumentHighlightRequest.type,
    { documentHighlightProvider: true },
    ({ analysis }, document, { position }) =>
      toHighlights(document, analysis.documentHighlights(document.uri, document.offsetAt(position))),
  ),
  documentRequest(
    DocumentLinkRequest.type,
    { documentLinkProvider: { resolveProvider: true } },
    ({ analysis, response }, document) => toDocumentLinks(response, document, analysis.documentLinks(document.uri)),
  ),
  workspaceRequest(
    { method: DocumentLinkResolveRequest.method },
    async ({ analysis, response }, link: DocumentLink) => {
      const data = toLinkData(link);
      return data ? toResolvedLink(response, link, await analysis.linkTarget(data.uri, data.fragment)) : link;
    },
  ),
  documentRequest(DocumentSymbolRequest.type, { documentSymbolProvider: true }, ({ analysis, response }, document) =>
    toDocumentSymbols(response, document, analysis.documentSymbols(document.uri)),
  ),
  dependingOnSite(
    workspaceRequest(
      { method: WorkspaceSymbolRequest.method },
      async ({ analysis, response }, { query }: WorkspaceSymbolParams) =>
        toWorkspaceSymbols(response, await analysis.workspaceSymbols(query)),
      { workspaceSymbolProvider: true },
    ),
  ),
  documentRequest(
    SelectionRangeRequest.type,
    { selectionRangeProvider: true },
    ({ analysis }, document, { positions }) =>
      positions
        .map((position) => document.offsetAt(position))
        .map((offset) => toSelectionRange(document, analysis.selectionRanges(document.uri, offset), offset)),
  ),
  documentRequest(FoldingRangeRequest.type, { foldingRangeProvider: true }, ({ analysis, response }, document) =>
    toFoldingRanges(response, document, analysis.foldingRanges(document.uri)),
  ),
];
