import type {
  CancellationToken,
  DataTransfer,
  DocumentDropEditProvider,
  DocumentPasteEditProvider,
  Position,
  TextDocument,
} from 'vscode';
import { DocumentDropEdit, DocumentDropOrPasteEditKind, DocumentPasteEdit, l10n, Range, WorkspaceEdit } from 'vscode';
import { insert } from '../../../server/src/protocol/index.ts';
import { askForPlan } from '../server/ask.ts';
import type { LanguageServer } from '../server/languageServer.ts';
import { isPost } from '../server/postDocuments.ts';
import { fromRange } from '../server/ranges.ts';
import { toWorkspaceEdit } from './workspaceEdit.ts';
import { readFileUris } from './transferredFiles.ts';

/** A post of the site dropped on another, or copied and pasted into it, becomes a link to it. */
export const postLinkKind = DocumentDropOrPasteEditKind.Text.append('galley', 'post');

const postPattern = /\.(?:md|mkd|mkdn|mkdown|markdown|mdx)$/i;

/** Links to posts that come from the Explorer or the Posts view, in the form this author gives links; several become a list. */
export class PostTransfer implements DocumentDropEditProvider, DocumentPasteEditProvider {
  constructor(private readonly server: LanguageServer) {}

  async provideDocumentDropEdits(
    document: TextDocument,
    position: Position,
    transfer: DataTransfer,
    token: CancellationToken,
  ): Promise<DocumentDropEdit | undefined> {
    const link = await this.planLink(document, new Range(position, position), transfer, token);
    if (!link) return undefined;
    const drop = new DocumentDropEdit(link.text, toTitle(link.count), postLinkKind);
    drop.additionalEdit = link.others;
    return drop;
  }

  async provideDocumentPasteEdits(
    document: TextDocument,
    ranges: readonly Range[],
    transfer: DataTransfer,
    _context: unknown,
    token: CancellationToken,
  ): Promise<DocumentPasteEdit[] | undefined> {
    const [range, ...others] = ranges;
    const link = range && others.length === 0 ? await this.planLink(document, range, transfer, token) : undefined;
    if (!link) return undefined;
    const paste = new DocumentPasteEdit(link.text, toTitle(link.count), postLinkKind);
    paste.additionalEdit = link.others;
    return [paste];
  }

  private async planLink(
    document: TextDocument,
    range: Range,
    transfer: DataTransfer,
    token: CancellationToken,
  ): Promise<{ text: string; others: WorkspaceEdit; count: number } | undefined> {
    const uris = isPost(document) ? await readFileUris(transfer, postPattern) : [];
    if (uris.length === 0) return undefined;
    const what = { kind: 'posts', uris: uris.map(String) } as const;
    const planned = await askForPlan(this.server, insert, {
      uri: document.uri.toString(),
      selection: fromRange(range),
      what,
    });
    const [own, ...definitions] = 'refusal' in planned || token.isCancellationRequested ? [] : planned.edits;
    return own && { text: own.newText, others: toWorkspaceEdit(document, definitions), count: uris.length };
  }
}

function toTitle(count: number): string {
  return count === 1 ? l10n.t('Insert Link to Post') : l10n.t('Insert Links to Posts');
}
