import type { CancellationToken, DataTransfer, DocumentPasteEditProvider, Range, TextDocument } from 'vscode';
import { DocumentDropOrPasteEditKind, DocumentPasteEdit, l10n, workspace } from 'vscode';
import { insert } from '../../../server/src/protocol/index.ts';
import { askForPlan } from '../server/ask.ts';
import type { LanguageServer } from '../server/languageServer.ts';
import { isPost } from '../server/postDocuments.ts';
import { fromRange } from '../server/ranges.ts';
import { toWorkspaceEdit } from './workspaceEdit.ts';

/** A URL pasted over words becomes a reference, with its definition where this author keeps them. */
export const referenceKind = DocumentDropOrPasteEditKind.Text.append('galley', 'reference');

const urlPattern = /^(?:https?:\/\/|mailto:)[^\s<>]+$/i;

/**
 * Offers a reference link for a URL pasted over a selection: as what is pasted where the post writes references, behind VS Code's
 * own inline link elsewhere, to be chosen in the list that pasting shows.
 */
export class ReferencePaste implements DocumentPasteEditProvider {
  constructor(private readonly server: LanguageServer) {}

  async provideDocumentPasteEdits(
    document: TextDocument,
    ranges: readonly Range[],
    transfer: DataTransfer,
    _context: unknown,
    token: CancellationToken,
  ): Promise<DocumentPasteEdit[] | undefined> {
    const [range] = ranges;
    const text = (await transfer.get('text/plain')?.asString())?.trim() ?? '';
    if (
      !range ||
      ranges.length > 1 ||
      range.isEmpty ||
      !isPost(document) ||
      !urlPattern.test(text) ||
      urlPattern.test(document.getText(range).trim())
    )
      return undefined;
    const planned = await askForPlan(this.server, insert, {
      uri: document.uri.toString(),
      selection: fromRange(range),
      what: { kind: 'link', url: text, style: 'reference' },
    });
    if ('refusal' in planned || token.isCancellationRequested) return undefined;
    const [own, ...others] = planned.edits;
    if (!own || !own.newText.endsWith(']')) return undefined;
    const edit = new DocumentPasteEdit(own.newText, l10n.t('Insert Reference Link'), referenceKind);
    edit.additionalEdit = toWorkspaceEdit(document, others);
    if (!planned.isUsual) edit.yieldTo = [getBuiltinPasteKind(document)];
    return [edit];
  }
}

/** What VS Code would paste by itself: its link, which may in turn stand behind the bare text, or that text where the writer wants no links. */
function getBuiltinPasteKind(document: TextDocument): DocumentDropOrPasteEditKind {
  const wanted = workspace.getConfiguration('markdown', document).get('editor.pasteUrlAsFormattedLink.enabled');
  return wanted === undefined || wanted === 'never'
    ? DocumentDropOrPasteEditKind.Text
    : DocumentDropOrPasteEditKind.Empty.append('markdown', 'link');
}
