import type { DataTransfer, WorkspaceEdit } from 'vscode';
import { Disposable, DocumentDropEdit, DocumentDropOrPasteEditKind, DocumentPasteEdit, l10n, languages } from 'vscode';
import type { InsertionTarget } from '../editing/planInsertion.ts';
import { planInsertion } from '../editing/planInsertion.ts';
import type { LanguageServer } from '../server/languageServer.ts';
import { postSelector } from '../server/postDocuments.ts';
import { createDropProvider, createPasteProvider } from './providers.ts';
import { fileList, readFileUris } from './transferred.ts';
import { toWorkspaceEdit } from './workspaceEdit.ts';

const kind = DocumentDropOrPasteEditKind.Text.append('galley', 'post');

const postPattern = /\.(?:md|mkd|mkdn|mkdown|markdown|mdx)$/i;

/** A link to posts, or a list of links, with the definitions that belong to it. */
interface PostLink {
  readonly text: string;
  readonly definitions: WorkspaceEdit;
  readonly title: string;
}

/**
 * Offers links, in the form in which this author writes them, for posts that are pasted or dropped from the Explorer or
 * the Posts view.
 */
export function registerPostTransfer(server: LanguageServer): Disposable {
  const paste = createPasteProvider(async (target, transfer) => {
    const link = await planLink(server, target, transfer);
    if (!link) return undefined;
    const edit = new DocumentPasteEdit(link.text, link.title, kind);
    edit.additionalEdit = link.definitions;
    return edit;
  });
  const drop = createDropProvider(async (target, transfer) => {
    const link = await planLink(server, target, transfer);
    if (!link) return undefined;
    const edit = new DocumentDropEdit(link.text, link.title, kind);
    edit.additionalEdit = link.definitions;
    return edit;
  });
  return Disposable.from(
    languages.registerDocumentPasteEditProvider(postSelector, paste, {
      providedPasteEditKinds: [kind],
      pasteMimeTypes: [fileList],
    }),
    languages.registerDocumentDropEditProvider(postSelector, drop, {
      providedDropEditKinds: [kind],
      dropMimeTypes: [fileList],
    }),
  );
}

async function planLink(
  server: LanguageServer,
  target: InsertionTarget,
  transfer: DataTransfer,
): Promise<PostLink | undefined> {
  const uris = await readFileUris(transfer, postPattern);
  if (uris.length === 0) return undefined;
  const plan = await planInsertion(server, target, { kind: 'posts', uris: uris.map(String) });
  const [link, ...definitions] = 'refusal' in plan ? [] : plan.edits;
  const title = uris.length === 1 ? l10n.t('Insert Link to Post') : l10n.t('Insert Links to Posts');
  return link && { text: link.newText, definitions: toWorkspaceEdit(target.document, definitions), title };
}
