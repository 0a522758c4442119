import type { CancellationToken, DataTransfer, DocumentDropEditProvider, Position, TextDocument } from 'vscode';
import { DocumentDropEdit, DocumentDropOrPasteEditKind, l10n, Uri, WorkspaceEdit } from 'vscode';
import { insert } from '../../../server/src/protocol/index.ts';
import { askForPlan } from '../ask.ts';
import type { LanguageServer } from '../languageServer.ts';
import { isPost } from '../posts.ts';
import { toRange } from '../ranges.ts';

/** A post of the site dropped on another becomes a link to it. */
export const postLinkKind = DocumentDropOrPasteEditKind.Text.append('galley', 'post');

const posts = /\.(?:md|mkd|mkdn|mkdown|markdown|mdx)$/i;

/** Links to posts that are dropped from the Explorer or the Posts view, in the form this author gives links. */
export class PostDrop implements DocumentDropEditProvider {
  constructor(private readonly server: LanguageServer) {}

  async provideDocumentDropEdits(document: TextDocument, position: Position, transfer: DataTransfer, token: CancellationToken): Promise<DocumentDropEdit | undefined> {
    const list = (await transfer.get('text/uri-list')?.asString()) ?? '';
    const [uri, ...others] = list.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
    if (uri === undefined || others.length > 0 || !posts.test(uri) || !isPost(document)) return undefined;
    const what = { kind: 'post', uri: Uri.parse(uri).toString() } as const;
    const planned = await askForPlan(this.server, insert, { uri: document.uri.toString(), selection: { start: position, end: position }, what });
    if ('refusal' in planned || token.isCancellationRequested) return undefined;
    const [own, ...definitions] = planned.edits;
    if (!own) return undefined;
    const edit = new DocumentDropEdit(own.newText, l10n.t('Insert Link to Post'), postLinkKind);
    edit.additionalEdit = new WorkspaceEdit();
    for (const { range, newText } of definitions) edit.additionalEdit.replace(document.uri, toRange(range), newText);
    return edit;
  }
}
