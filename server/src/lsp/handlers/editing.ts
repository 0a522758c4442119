import type { RenameFilesParams } from 'vscode-languageserver';
import {
  CodeActionRequest,
  CompletionRequest,
  LinkedEditingRangeRequest,
  PrepareRenameRequest,
  RenameRequest,
  WillRenameFilesRequest,
} from 'vscode-languageserver';
import { fromRange } from '../convert/fromProtocol.ts';
import { toCompletions } from '../convert/toCompletions.ts';
import { toCodeAction, toWorkspaceEdit } from '../convert/toEdits.ts';
import { toRange } from '../convert/toRange.ts';
import type { Handler } from './handler.ts';
import { dependingOnSite, documentRequest, throwIfRefused, workspaceRequest } from './handler.ts';

/** Front matter keys and values (`:`, `-`, `"`, space), labels (`[`, `^`) and destinations (`(`, `#`, `/`, `"`). */
const triggerCharacters = ['[', '^', ':', ' ', '-', '(', '#', '/', '"'];

const codeActionKinds = ['quickfix', 'refactor.rewrite', 'source.organizeDefinitions', 'source.fixAll.galley'];

/** What may be typed into a label; anything else ends linked editing. */
const labelPattern = '[^\\[\\]<>\\r\\n]+';

/** Writing and changing posts. */
export const editing: readonly Handler[] = [
  documentRequest(
    CompletionRequest.type,
    { completionProvider: { triggerCharacters } },
    async ({ analysis, response }, document, { position }) =>
      toCompletions(response, document, await analysis.completions(document.uri, document.offsetAt(position))),
  ),
  documentRequest(
    CodeActionRequest.type,
    { codeActionProvider: { codeActionKinds } },
    function* ({ analysis, response }, document, { range, context }) {
      const found = yield* analysis.codeActions(document.uri, fromRange(document, range));
      return found
        .filter(({ kind }) => isWanted(kind, context.only))
        .map((action) => toCodeAction(response, document, action));
    },
  ),
  documentRequest(PrepareRenameRequest.type, {}, ({ analysis }, document, { position }) => {
    const found = throwIfRefused(analysis.prepareRename(document.uri, document.offsetAt(position)));
    return found ? { range: toRange(document, found.range), placeholder: found.placeholder } : null;
  }),
  dependingOnSite(
    documentRequest(
      RenameRequest.type,
      { renameProvider: { prepareProvider: true } },
      async ({ analysis, response }, document, { position, newName }) => {
        const found = throwIfRefused(await analysis.rename(document.uri, document.offsetAt(position), newName));
        return found ? toWorkspaceEdit(response, found) : null;
      },
    ),
  ),
  dependingOnSite(
    workspaceRequest(
      { method: WillRenameFilesRequest.method },
      async ({ analysis, response }, { files }: RenameFilesParams) => {
        const found = await analysis.willRenameFiles(files.map(({ oldUri, newUri }) => ({ from: oldUri, to: newUri })));
        return found.length > 0 ? toWorkspaceEdit(response, found) : null;
      },
    ),
  ),
  documentRequest(
    LinkedEditingRangeRequest.type,
    { linkedEditingRangeProvider: true },
    ({ analysis }, document, { position }) => {
      const ranges = analysis.linkedEditingRanges(document.uri, document.offsetAt(position));
      return ranges ? { ranges: ranges.map((range) => toRange(document, range)), wordPattern: labelPattern } : null;
    },
  ),
];

/** Kinds form a tree, `refactor` holds `refactor.rewrite`; `source` actions come only when they are asked for. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  if (!only) return !kind.startsWith('source.');
  return only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}
