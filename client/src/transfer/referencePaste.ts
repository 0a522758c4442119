import type { DataTransfer, Disposable, TextDocument } from 'vscode';
import { DocumentDropOrPasteEditKind, DocumentPasteEdit, l10n, languages, workspace } from 'vscode';
import type { InsertionTarget } from '../editing/planInsertion.ts';
import { planInsertion } from '../editing/planInsertion.ts';
import type { LanguageServer } from '../server/languageServer.ts';
import { postSelector } from '../server/postDocuments.ts';
import { createPasteProvider } from './providers.ts';
import { plainText, readText } from './transferred.ts';
import { toWorkspaceEdit } from './workspaceEdit.ts';

const kind = DocumentDropOrPasteEditKind.Text.append('galley', 'reference');

const urlPattern = /^(?:https?:\/\/|mailto:)[^\s<>]+$/i;

/**
 * Offers a reference link, with its definition where this author keeps those, for a URL pasted over a selection: as the
 * first choice where the post writes references, after VS Code's own inline link elsewhere.
 */
export function registerReferencePaste(server: LanguageServer): Disposable {
  const provider = createPasteProvider((target, transfer) => createEdit(server, target, transfer));
  return languages.registerDocumentPasteEditProvider(postSelector, provider, {
    providedPasteEditKinds: [kind],
    pasteMimeTypes: [plainText],
  });
}

async function createEdit(
  server: LanguageServer,
  target: InsertionTarget,
  transfer: DataTransfer,
): Promise<DocumentPasteEdit | undefined> {
  const { document, range } = target;
  const url = await readText(transfer);
  if (range.isEmpty || !urlPattern.test(url) || urlPattern.test(document.getText(range).trim())) return undefined;
  const plan = await planInsertion(server, target, { kind: 'link', url, style: 'reference' });
  if ('refusal' in plan) return undefined;
  const [link, ...definitions] = plan.edits;
  if (!link?.newText.endsWith(']')) return undefined;
  const edit = new DocumentPasteEdit(link.newText, l10n.t('Insert Reference Link'), kind);
  edit.additionalEdit = toWorkspaceEdit(document, definitions);
  if (!plan.isUsual) edit.yieldTo = [getBuiltinPasteKind(document)];
  return edit;
}

/**
 * What VS Code would paste by itself: its link, which may in turn come after the bare text, or that text where the
 * writer wants no links.
 */
function getBuiltinPasteKind(document: TextDocument): DocumentDropOrPasteEditKind {
  const setting = workspace.getConfiguration('markdown', document).get('editor.pasteUrlAsFormattedLink.enabled');
  return setting === undefined || setting === 'never'
    ? DocumentDropOrPasteEditKind.Text
    : DocumentDropOrPasteEditKind.Empty.append('markdown', 'link');
}
