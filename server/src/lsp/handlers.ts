import type {
  DocumentLink,
  ProtocolRequestType,
  RenameFilesParams,
  ServerCapabilities,
  SymbolInformation,
  TextDocumentIdentifier,
  WorkspaceSymbolParams,
} from 'vscode-languageserver';
import {
  CodeActionRequest,
  CompletionRequest,
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentLinkResolveRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  LinkedEditingRangeRequest,
  LSPErrorCodes,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  ResponseError,
  SelectionRangeRequest,
  WillRenameFilesRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver';
import type { Request } from '../protocol/index.ts';
import * as protocol from '../protocol/index.ts';
import type { OpenPost } from '../service/index.ts';
import * as service from '../service/index.ts';
import { changePosts } from './changePosts.ts';
import { rangeOf } from './convert/fromProtocol.ts';
import type { Sources } from './requestContext.ts';
import { toCompletions } from './convert/toCompletions.ts';
import { toInsertion } from './convert/toInsertion.ts';
import { resolvedLink, toDocumentLinks } from './convert/toDocumentLinks.ts';
import type { Recipient } from './convert/toProtocol.ts';
import {
  toCodeAction,
  toFoldings,
  toHighlights,
  toHover,
  toLinks,
  toLocations,
  toPreview,
  toRange,
  toSelectionRange,
  toWorkspaceEdits,
} from './convert/toProtocol.ts';
import { toHeadingSymbols, toSymbols, toWorkspaceSymbols } from './convert/toSymbols.ts';

/** One request: its method, what it adds to the capabilities, and the answer. */
export interface Row {
  readonly method: string;
  readonly capability: ServerCapabilities;
  answer(sources: Sources, params: unknown): unknown;
}

/** Front matter keys and values (`:`, `-`, `"`, space), labels (`[`, `^`) and destinations (`(`, `#`, `/`, `"`). */
const triggerCharacters = ['[', '^', ':', ' ', '-', '(', '#', '/', '"'];

const codeActionKinds = ['quickfix', 'refactor.rewrite', 'source.organizeDefinitions', 'source.fixAll.galley'];

/** What may be typed into a label; anything else ends linked editing. */
const labelPattern = '[^\\[\\]<>\\r\\n]+';

/** Every request about posts that Galley answers. Positions become offsets on the way in, offsets positions on the way out. */
export const rows: readonly Row[] = [
  row(HoverRequest.type, { hoverProvider: true }, async ({ snapshot, environment, files, to }, post, { position }) =>
    toHover(to, post, await service.siteHover(snapshot, post, post.document.offsetAt(position), environment, files)),
  ),
  row(
    CompletionRequest.type,
    { completionProvider: { triggerCharacters } },
    async ({ snapshot, environment, files, to }, post, { position }) => {
      const offset = post.document.offsetAt(position);
      if (service.isAtLink(post, offset)) await service.learnHabits(snapshot, post, environment, files);
      return toCompletions(to, post, service.completion(snapshot, post, offset, environment));
    },
  ),
  row(
    DefinitionRequest.type,
    { definitionProvider: true },
    async ({ snapshot, environment, files, to }, post, { position }) =>
      toLinks(
        to,
        post,
        await service.siteDefinition(snapshot, post, post.document.offsetAt(position), environment, files),
      ),
  ),
  row(DocumentLinkRequest.type, { documentLinkProvider: { resolveProvider: true } }, ({ environment, to }, post) =>
    toDocumentLinks(to, post, service.documentLinks(post, environment)),
  ),
  own({ method: DocumentLinkResolveRequest.method }, ({ snapshot, files, to }, link: DocumentLink) =>
    resolvedLink(to, snapshot, files, link),
  ),
  row(
    ReferencesRequest.type,
    { referencesProvider: true },
    async ({ snapshot, environment, to, ...search }, post, { position, context }) => {
      const offset = post.document.offsetAt(position);
      const terms = await service.termReferences(snapshot, post, offset, search.files);
      return toLocations(
        to,
        terms ??
          (await service.siteReferences(
            snapshot,
            post,
            offset,
            context.includeDeclaration ? 'all' : 'uses',
            environment,
            search,
          )),
      );
    },
  ),
  row(DocumentHighlightRequest.type, { documentHighlightProvider: true }, (_sources, post, { position }) =>
    toHighlights(post, service.highlights(post, post.document.offsetAt(position))),
  ),
  row(PrepareRenameRequest.type, {}, ({ to }, post, { position }) => {
    const offset = post.document.offsetAt(position);
    const found = unrefused(
      service.prepareTermRename(post, offset) ??
        service.prepareKeyRename(post, offset) ??
        service.prepareRename(post, offset, headingRenamer(to)),
    );
    return found ? { range: toRange(post.document, found.range), placeholder: found.placeholder } : null;
  }),
  row(
    RenameRequest.type,
    { renameProvider: { prepareProvider: true } },
    async ({ snapshot, environment, to, ...search }, post, { position, newName }) => {
      const offset = post.document.offsetAt(position);
      const term = unrefused(await service.renameTerm(snapshot, post, offset, newName, search.files));
      const key = term ? undefined : unrefused(service.renameKeyAt(post, offset, newName));
      const own = key && [{ document: post.document, edits: key.edits }];
      const found =
        term?.documents ??
        own ??
        unrefused(await service.siteRename(snapshot, post, offset, newName, headingRenamer(to), environment, search));
      return found ? toWorkspaceEdits(to, snapshot.open, found) : null;
    },
  ),
  own(
    { method: WillRenameFilesRequest.method },
    async ({ snapshot, environment, to, ...search }, { files }: RenameFilesParams) => {
      const renames = files.map(({ oldUri, newUri }) => ({
        from: service.canonical(oldUri),
        to: service.canonical(newUri),
      }));
      const found = await service.move(snapshot, renames, environment, search);
      return found.length > 0 ? toWorkspaceEdits(to, snapshot.open, found) : null;
    },
  ),
  row(
    CodeActionRequest.type,
    { codeActionProvider: { codeActionKinds } },
    ({ environment, to }, post, { range, context }) =>
      service
        .codeActions(post, rangeOf(post.document, range), environment)
        .filter(({ kind }) => isWanted(kind, context.only))
        .map((action) => toCodeAction(to, post, action)),
  ),
  row(DocumentSymbolRequest.type, { documentSymbolProvider: true }, ({ to }, post) =>
    toSymbols(to, post, service.symbols(post, to.client.isGalley ? 'beside VS Code' : 'whole')),
  ),
  own(
    { method: WorkspaceSymbolRequest.method },
    (sources, { query }: WorkspaceSymbolParams) => workspaceSymbols(sources, query),
    { workspaceSymbolProvider: true },
  ),
  row(LinkedEditingRangeRequest.type, { linkedEditingRangeProvider: true }, (_sources, post, { position }) => {
    const ranges = service.linkedEditing(post, post.document.offsetAt(position));
    return ranges ? { ranges: ranges.map((range) => toRange(post.document, range)), wordPattern: labelPattern } : null;
  }),
  row(SelectionRangeRequest.type, { selectionRangeProvider: true }, (_sources, post, { positions }) =>
    positions
      .map((position) => post.document.offsetAt(position))
      .map((offset) => toSelectionRange(post, service.selection(post, offset), offset)),
  ),
  row(FoldingRangeRequest.type, { foldingRangeProvider: true }, ({ to }, post) =>
    toFoldings(to, post, service.folding(post)),
  ),
  own(protocol.render, ({ post, environment }, { uri }) => {
    const found = post(uri);
    return found ? toPreview(found.document, service.render(found, environment)) : null;
  }),
  own(protocol.linkedFiles, ({ post, environment }, { uri, addresses }) => {
    const found = post(uri);
    return found ? service.linkedFiles(addresses, found, environment) : {};
  }),
  own(protocol.siteStyles, ({ post, files }, { uri }) => {
    const site = post(uri)?.site;
    return site ? service.siteStyles(site, files) : [];
  }),
  own(protocol.publication, ({ post, environment }, { uri }) => {
    const found = post(uri);
    return (found && service.publication(found, environment)) ?? null;
  }),
  own(protocol.newPostPlaces, ({ snapshot }, { near }) => service.newPostPlaces(snapshot, near)),
  own(protocol.postFolders, ({ snapshot }) => service.postFolders(snapshot)),
  own(protocol.newPost, async ({ snapshot, environment, files }, { now, ...wish }) => {
    const found = await service.newPost(snapshot, wish, { ...environment, now }, files);
    if (!found) return null;
    return { ...found, cursor: new service.Document(found.uri, 0, found.text).positionAt(found.cursor) };
  }),
  own(protocol.insert, async ({ snapshot, environment, files, post }, { uri, selection, what }) => {
    const found = post(uri);
    if (!found) return { refusal: 'This document is not open any more.' };
    const inserted = await service.insert(
      snapshot,
      found,
      rangeOf(found.document, selection),
      what,
      environment,
      files,
    );
    return 'refusal' in inserted ? inserted : toInsertion(found.document, inserted);
  }),
  own(protocol.imagePlaces, ({ files, post }, { uri, names, isChosen }) => {
    const found = post(uri);
    return found
      ? service.imagePlaces(found, names, isChosen === true, files)
      : { refusal: 'This document is not open any more.' };
  }),
  own(protocol.pageTitle, (_, { html }) => service.pageTitle(html) ?? null),
  own(protocol.choices, ({ post }, { uri, kind }) => {
    const found = post(uri);
    return found ? service.choices(found, kind) : [];
  }),
  own(protocol.wordCount, ({ post }, { uri, ranges }) => {
    const found = post(uri);
    return found
      ? service.wordCount(
          found.syntax,
          ranges.map((range) => rangeOf(found.document, range)),
        )
      : null;
  }),
  own(protocol.posts, async ({ snapshot, environment, scheduler, sentPostLists }, { known = {} }) =>
    sentPostLists.updates(await service.postLists(snapshot, environment, scheduler), known, environment.now),
  ),
  own(protocol.changePosts, changePosts),
];

/** A row about an open document; null for a document the client never opened. */
function row<Params extends { textDocument: TextDocumentIdentifier }, Result, Partial, Failure, Options>(
  { method }: ProtocolRequestType<Params, Result, Partial, Failure, Options>,
  capability: ServerCapabilities,
  answer: (sources: Sources, post: OpenPost, params: Params) => Result | Promise<Result>,
): Row {
  return {
    method,
    capability,
    answer: (sources, params) => {
      const asked = params as Params;
      const post = sources.post(asked.textDocument.uri);
      return post ? answer(sources, post, asked) : null;
    },
  };
}

/** A row for a request that is about no open document: one of Galley's own, or one with a capability. */
function own<Params, Result>(
  { method }: Request<Params, Result>,
  answer: (sources: Sources, params: Params) => Result | Promise<Result>,
  capability: ServerCapabilities = {},
): Row {
  return { method, capability, answer: (sources, params) => answer(sources, params as Params) };
}

/** Posts, terms and headings; VS Code's own Markdown support lists headings itself. */
async function workspaceSymbols({ snapshot, files, to }: Sources, query: string): Promise<SymbolInformation[]> {
  const headings = to.client.isGalley ? [] : await service.headingsLike(snapshot, query, files);
  return [...toWorkspaceSymbols(service.workspaceSymbols(snapshot, query)), ...toHeadingSymbols(to, headings)];
}

/** VS Code's own Markdown support renames headings, with the links to them from other files. */
function headingRenamer({ client }: Recipient): 'galley' | 'editor' {
  return client.isGalley ? 'editor' : 'galley';
}

/** Kinds form a tree, `refactor` holds `refactor.rewrite`; `source` actions come only when they are asked for. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  if (!only) return !kind.startsWith('source.');
  return only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

/** The result, or an error whose sentence the editor shows. */
function unrefused<Result extends object>(
  result: Result | { readonly refusal: string } | undefined,
): Result | undefined {
  if (result && 'refusal' in result) throw new ResponseError(LSPErrorCodes.RequestFailed, result.refusal);
  return result as Result | undefined;
}
