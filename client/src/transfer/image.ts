import type { DataTransfer, DocumentDropEditProvider, DocumentPasteEditProvider, Position, Range, TextDocument } from 'vscode';
import { DocumentDropEdit, DocumentDropOrPasteEditKind, DocumentPasteEdit, l10n, SnippetString, Uri, WorkspaceEdit } from 'vscode';
import type { ImagePlace } from '../../../server/src/protocol/index.ts';
import { imagePlace } from '../../../server/src/protocol/index.ts';
import { ask } from '../ask.ts';
import type { LanguageServer } from '../languageServer.ts';
import { isPost } from '../posts.ts';

/** An image that comes from outside of the workspace goes to the folder in which this site keeps images. */
export const imageKind = DocumentDropOrPasteEditKind.Empty.append('markdown', 'image', 'galley');

/** Types of images that browsers show, with their ending. */
const endings: Readonly<Record<string, string>> = {
  'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif', 'image/webp': 'webp', 'image/avif': 'avif', 'image/svg+xml': 'svg',
};

/** What is transferred for images, for the registration. */
export const imageTypes = Object.keys(endings);

interface Picture {
  readonly name: string;
  readonly data: () => Thenable<Uint8Array>;
}

/**
 * Puts pasted and dropped images where the posts of the site have theirs, named as they come or, where that says nothing, after the
 * post; renaming the path in the post renames the file, by VS Code's own Markdown support.
 */
export class ImageTransfer implements DocumentPasteEditProvider, DocumentDropEditProvider {
  constructor(private readonly server: LanguageServer) {}

  async provideDocumentPasteEdits(document: TextDocument, ranges: readonly Range[], transfer: DataTransfer): Promise<DocumentPasteEdit[] | undefined> {
    const found = ranges.length === 1 ? await this.placed(document, transfer) : undefined;
    if (!found) return undefined;
    const edit = new DocumentPasteEdit(imageSnippet(found.place, document.getText(ranges[0])), titleFor(found.place), imageKind);
    edit.additionalEdit = found.created;
    return [edit];
  }

  async provideDocumentDropEdits(document: TextDocument, _position: Position, transfer: DataTransfer): Promise<DocumentDropEdit | undefined> {
    const found = await this.placed(document, transfer);
    if (!found) return undefined;
    const edit = new DocumentDropEdit(imageSnippet(found.place, ''), titleFor(found.place), imageKind);
    edit.additionalEdit = found.created;
    return edit;
  }

  /** What is transferred can be read only while the edit is asked for. */
  private async placed(document: TextDocument, transfer: DataTransfer): Promise<{ readonly place: ImagePlace; readonly created: WorkspaceEdit } | undefined> {
    const picture = isPost(document) ? pictureIn(transfer) : undefined;
    if (!picture) return undefined;
    const [contents, place] = await Promise.all([picture.data(), ask(this.server, imagePlace, { uri: document.uri.toString(), name: picture.name })]);
    if (!place) return undefined;
    const created = new WorkspaceEdit();
    created.createFile(Uri.parse(place.uri), { contents });
    return { place, created };
  }
}

function titleFor({ path }: ImagePlace): string {
  return l10n.t('Insert Image in {0}', path.slice(0, Math.max(0, path.lastIndexOf('/'))) || '.');
}

function pictureIn(transfer: DataTransfer): Picture | undefined {
  for (const [type, item] of transfer) {
    const ending = endings[type];
    const file = item.asFile();
    if (ending !== undefined && file) return { name: file.name === '' ? `image.${ending}` : file.name, data: () => file.data() };
  }
  return undefined;
}

/** What was selected is the alternative text; else it is what the writer types next. */
function imageSnippet({ destination }: ImagePlace, selected: string): SnippetString {
  const snippet = new SnippetString('![');
  snippet.appendPlaceholder(selected.trim() === '' || selected.includes('\n') ? l10n.t('alt text') : selected);
  snippet.appendText(`](${/\s/.test(destination) && !destination.includes('{') ? `<${destination}>` : destination})`);
  return snippet;
}
