import type { CancellationToken, DataTransfer, DocumentDropEditProvider, DocumentPasteEditProvider, Position, Range, TextDocument } from 'vscode';
import { DocumentDropEdit, DocumentDropOrPasteEditKind, DocumentPasteEdit, l10n, SnippetString, Uri, window, WorkspaceEdit } from 'vscode';
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

class ImagePaste extends DocumentPasteEdit {
  constructor(readonly place: ImagePlace, readonly picture: Picture) {
    super(imageSnippet(place), l10n.t('Insert Image in {0}', folderOf(place.path)), imageKind);
  }
}

/** Puts pasted and dropped images where the posts of the site have theirs; a pasted one without a name of its own is given one. */
export class ImageTransfer implements DocumentPasteEditProvider<ImagePaste>, DocumentDropEditProvider {
  constructor(private readonly server: LanguageServer) {}

  async provideDocumentPasteEdits(document: TextDocument, ranges: readonly Range[], transfer: DataTransfer): Promise<ImagePaste[] | undefined> {
    const found = ranges.length === 1 ? await this.placed(document, transfer) : undefined;
    return found && [new ImagePaste(found.place, found.picture)];
  }

  /** Asks for a name only once the edit is the one that is made. */
  async resolveDocumentPasteEdit(edit: ImagePaste): Promise<ImagePaste> {
    const place = edit.place.isNameless ? await named(edit.place) : edit.place;
    edit.insertText = imageSnippet(place);
    edit.additionalEdit = await created(place, edit.picture);
    return edit;
  }

  async provideDocumentDropEdits(document: TextDocument, _position: Position, transfer: DataTransfer, token: CancellationToken): Promise<DocumentDropEdit | undefined> {
    const found = await this.placed(document, transfer);
    if (!found || token.isCancellationRequested) return undefined;
    const edit = new DocumentDropEdit(imageSnippet(found.place), l10n.t('Insert Image in {0}', folderOf(found.place.path)), imageKind);
    edit.additionalEdit = await created(found.place, found.picture);
    return edit;
  }

  private async placed(document: TextDocument, transfer: DataTransfer): Promise<{ readonly place: ImagePlace; readonly picture: Picture } | undefined> {
    const picture = isPost(document) ? pictureIn(transfer) : undefined;
    const place = picture && (await ask(this.server, imagePlace, { uri: document.uri.toString(), name: picture.name }));
    return place ? { place, picture } : undefined;
  }
}

function pictureIn(transfer: DataTransfer): Picture | undefined {
  for (const [type, item] of transfer) {
    const ending = endings[type];
    const file = item.asFile();
    if (ending !== undefined && file) return { name: file.name === '' ? `image.${ending}` : file.name, data: () => file.data() };
  }
  return undefined;
}

/** The place under a name that the writer types; as it was when they leave the box. */
async function named(place: ImagePlace): Promise<ImagePlace> {
  const [, folder = '', bare = '', ending = ''] = /^(.*?)([^/]*?)(\.[^./]+)$/.exec(place.path) ?? [];
  const typed = await window.showInputBox({
    title: l10n.t('Name of the Image'), value: bare, prompt: l10n.t('The image goes to {0}', folder),
    validateInput: (text) => (/^[^/\\:*?"<>|]+$/.test(text.trim()) ? undefined : l10n.t('A file cannot have this name.')),
  });
  if (typed === undefined || typed.trim() === bare) return place;
  const name = typed.trim().replace(/\s+/g, '-');
  const renamed = (path: string): string => path.replace(bare + ending, name + ending);
  const uri = Uri.parse(place.uri);
  return { ...place, uri: uri.with({ path: renamed(uri.path) }).toString(), path: renamed(place.path), destination: renamed(place.destination) };
}

async function created({ uri }: ImagePlace, picture: Picture): Promise<WorkspaceEdit> {
  const edit = new WorkspaceEdit();
  edit.createFile(Uri.parse(uri), { contents: await picture.data(), ignoreIfExists: false });
  return edit;
}

function imageSnippet({ destination }: ImagePlace): SnippetString {
  const snippet = new SnippetString('![');
  snippet.appendPlaceholder(l10n.t('alt text'));
  snippet.appendText(`](${/\s/.test(destination) && !destination.includes('{') ? `<${destination}>` : destination})`);
  return snippet;
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/'))) || '.';
}
