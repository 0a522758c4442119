import type { DataTransfer, Disposable, DocumentPasteEditProvider } from 'vscode';
import { DocumentDropOrPasteEditKind, DocumentPasteEdit, l10n, languages, Uri, workspace } from 'vscode';
import type { Insertable } from '../../../server/src/protocol/index.ts';
import { pageTitle } from '../../../server/src/protocol/index.ts';
import type { InsertionTarget } from '../editing/planInsertion.ts';
import { planInsertion } from '../editing/planInsertion.ts';
import { showStatusMessage } from '../prompts/statusMessage.ts';
import type { LanguageServer } from '../server/languageServer.ts';
import { postSelector } from '../server/postDocuments.ts';
import { sendRequest } from '../server/requests.ts';
import { createPasteProvider } from './providers.ts';
import { plainText, readText } from './transferred.ts';
import type { ResolveHost } from './webPage.ts';
import { fetchPageStart } from './webPage.ts';
import { toWorkspaceEdit } from './workspaceEdit.ts';

const kind = DocumentDropOrPasteEditKind.Empty.append('markdown', 'link', 'galley', 'title');

const urlPattern = /^https?:\/\/[^\s<>]+$/i;

/** Pastes the bare address until it is resolved: that stays when the page has no title. */
class TitledPaste extends DocumentPasteEdit {
  constructor(
    readonly target: InsertionTarget,
    readonly url: string,
  ) {
    super(url, l10n.t('Insert Link with Page Title'), kind);
  }
}

/**
 * Offers a link with the title of the page for an address pasted without a selection, where the writer's settings allow
 * the request for it.
 */
export function registerTitledLinkPaste(server: LanguageServer, resolveHost: ResolveHost | undefined): Disposable {
  const provider: DocumentPasteEditProvider<TitledPaste> = {
    ...createPasteProvider((target, transfer) => createEdit(server, target, transfer)),
    resolveDocumentPasteEdit: async (paste, token) => {
      const abort = new AbortController();
      token.onCancellationRequested(() => abort.abort());
      const html = await fetchPageStart(paste.url, abort.signal, resolveHost);
      const title = await findTitle(server, paste.url, html);
      if (title !== null) await addTitle(server, paste, title);
      return paste;
    },
  };
  return languages.registerDocumentPasteEditProvider(postSelector, provider, {
    providedPasteEditKinds: [kind],
    pasteMimeTypes: [plainText],
  });
}

async function createEdit(
  server: LanguageServer,
  target: InsertionTarget,
  transfer: DataTransfer,
): Promise<TitledPaste | undefined> {
  if (!areTitlesAllowed() || !target.range.isEmpty) return undefined;
  const url = await readText(transfer);
  if (!urlPattern.test(url)) return undefined;
  const plan = await planInsertion(server, target, toLink(url, url));
  return 'refusal' in plan ? undefined : new TitledPaste(target, url);
}

async function findTitle(server: LanguageServer, url: string, html: string | undefined): Promise<string | null> {
  const title = html === undefined ? null : await sendRequest(server, pageTitle, { html });
  if (title === null)
    showStatusMessage(l10n.t('{0} gave no title: the address is pasted as it is.', Uri.parse(url).authority));
  return title;
}

async function addTitle(server: LanguageServer, paste: TitledPaste, title: string): Promise<void> {
  const plan = await planInsertion(server, paste.target, toLink(paste.url, title));
  const [link, ...definitions] = 'refusal' in plan ? [] : plan.edits;
  if (!link) return;
  paste.insertText = link.newText;
  paste.additionalEdit = toWorkspaceEdit(paste.target.document, definitions);
}

function toLink(url: string, text: string): Insertable {
  return { kind: 'link', url, text, style: 'as in this post' };
}

function areTitlesAllowed(): boolean {
  return workspace.getConfiguration('galley').get('paste.pageTitles') === true;
}
