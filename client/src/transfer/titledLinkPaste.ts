import type { CancellationToken, DataTransfer, DocumentPasteEditProvider, Range, TextDocument } from 'vscode';
import { DocumentDropOrPasteEditKind, DocumentPasteEdit, l10n, Uri, window, workspace } from 'vscode';
import type { InsertResult, Refusal } from '../../../server/src/protocol/index.ts';
import { insert, pageTitle } from '../../../server/src/protocol/index.ts';
import { ask, askForPlan } from '../server/ask.ts';
import type { LanguageServer } from '../server/languageServer.ts';
import { isPost } from '../server/postDocuments.ts';
import { fromRange } from '../server/ranges.ts';
import { toWorkspaceEdit } from './workspaceEdit.ts';
import { fetchPageStart } from './webPage.ts';

/** A URL pasted into the text becomes a link with the title of its page. */
export const titleKind = DocumentDropOrPasteEditKind.Empty.append('markdown', 'link', 'galley', 'title');

const urlPattern = /^https?:\/\/[^\s<>]+$/i;

/** Holds the address as it would be pasted otherwise: that is what stays when the page has no title. */
class TitledPaste extends DocumentPasteEdit {
  constructor(
    readonly document: TextDocument,
    readonly range: Range,
    readonly url: string,
  ) {
    super(url, l10n.t('Insert Link with Page Title'), titleKind);
  }
}

/** Offers a link with the title of the page for an address pasted into the sentence; only where the writer's own settings allow the request. */
export class TitledLinkPaste implements DocumentPasteEditProvider<TitledPaste> {
  constructor(private readonly server: LanguageServer) {}

  async provideDocumentPasteEdits(
    document: TextDocument,
    ranges: readonly Range[],
    transfer: DataTransfer,
    _context: unknown,
    token: CancellationToken,
  ): Promise<TitledPaste[] | undefined> {
    const [range, ...others] = ranges;
    if (!isAllowed() || !range?.isEmpty || others.length > 0 || !isPost(document)) return undefined;
    const url = (await transfer.get('text/plain')?.asString())?.trim() ?? '';
    if (!urlPattern.test(url)) return undefined;
    const planned = await this.plan({ document, range, url }, url);
    return 'refusal' in planned || token.isCancellationRequested ? undefined : [new TitledPaste(document, range, url)];
  }

  async resolveDocumentPasteEdit(paste: TitledPaste, token: CancellationToken): Promise<TitledPaste> {
    const abort = new AbortController();
    token.onCancellationRequested(() => abort.abort());
    const html = await fetchPageStart(paste.url, abort.signal);
    const title = html === undefined ? null : await ask(this.server, pageTitle, { html });
    if (title === null)
      window.setStatusBarMessage(
        l10n.t('{0} gave no title: the address stands alone.', Uri.parse(paste.url).authority),
        5000,
      );
    const planned = title === null ? undefined : await this.plan(paste, title);
    const [own, ...definitions] = !planned || 'refusal' in planned ? [] : planned.edits;
    if (!own) return paste;
    paste.insertText = own.newText;
    paste.additionalEdit = toWorkspaceEdit(paste.document, definitions);
    return paste;
  }

  private plan(
    { document, range, url }: Pick<TitledPaste, 'document' | 'range' | 'url'>,
    text: string,
  ): Promise<InsertResult | Refusal> {
    return askForPlan(this.server, insert, {
      uri: document.uri.toString(),
      selection: fromRange(range),
      what: { kind: 'link', url, text, style: 'as in this post' },
    });
  }
}

function isAllowed(): boolean {
  return workspace.getConfiguration('galley').get('paste.pageTitles') === true;
}
