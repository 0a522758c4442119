import type { DataTransfer, DocumentDropEditProvider, DocumentPasteEditProvider } from 'vscode';
import {
  CancellationError,
  Disposable,
  DocumentDropEdit,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  languages,
  WorkspaceEdit,
} from 'vscode';
import { readImageSize } from '../editing/imageSize.ts';
import type { InsertionTarget } from '../editing/planInsertion.ts';
import type { LanguageServer } from '../server/languageServer.ts';
import { postSelector } from '../server/postDocuments.ts';
import type { ImageInsertion } from './imageInsertion.ts';
import { planCopies, planReferences, withChosenNames } from './imageInsertion.ts';
import { createDropProvider, createPasteProvider } from './providers.ts';
import { fileList, imageTypes, readFileUris, readImages } from './transferred.ts';

const kind = DocumentDropOrPasteEditKind.Empty.append('markdown', 'image', 'galley');

const imagePattern = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;

/** Everything is inserted by the additional edit: VS Code loses a snippet next to it when an edit is resolved. */
class ImagePaste extends DocumentPasteEdit {
  constructor(readonly insertion: ImageInsertion) {
    super('', insertion.title, kind);
    this.additionalEdit = insertion.edit;
  }
}

/**
 * Offers pasted and dropped images in the form in which this author writes images: those of the site where they are,
 * others copied to where the posts of the site have theirs. The writer is asked for a name where an image comes without
 * one: for a paste when it is carried out, for a drop at once, because VS Code resolves no drops.
 */
export function registerImageTransfer(server: LanguageServer): Disposable {
  const types = [...imageTypes, fileList];
  return Disposable.from(
    languages.registerDocumentPasteEditProvider(postSelector, createImagePasteProvider(server), {
      providedPasteEditKinds: [kind],
      pasteMimeTypes: types,
    }),
    languages.registerDocumentDropEditProvider(postSelector, createImageDropProvider(server), {
      providedDropEditKinds: [kind],
      dropMimeTypes: types,
    }),
  );
}

function createImagePasteProvider(server: LanguageServer): DocumentPasteEditProvider<ImagePaste> {
  return {
    ...createPasteProvider(async (target, transfer) => {
      const insertion = await planImages(server, target, transfer);
      return insertion && new ImagePaste(insertion);
    }),
    resolveDocumentPasteEdit: async (edit) => {
      edit.additionalEdit = await withChosenNames(server, edit.insertion);
      if (!edit.additionalEdit) throw new CancellationError();
      return edit;
    },
  };
}

function createImageDropProvider(server: LanguageServer): DocumentDropEditProvider {
  return createDropProvider(async (target, transfer) => {
    const insertion = await planImages(server, target, transfer);
    if (!insertion) return undefined;
    const edit = new DocumentDropEdit('', insertion.title, kind);
    // An edit that does nothing, when the writer leaves: without one VS Code would insert its own.
    edit.additionalEdit = (await withChosenNames(server, insertion)) ?? new WorkspaceEdit();
    return edit;
  });
}

async function planImages(
  server: LanguageServer,
  target: InsertionTarget,
  transfer: DataTransfer,
): Promise<ImageInsertion | undefined> {
  const files = await readFileUris(transfer, imagePattern);
  const images = await Promise.all(files.map(async (uri) => ({ uri: uri.toString(), size: await readImageSize(uri) })));
  const references = images.length > 0 ? await planReferences(server, target, images) : undefined;
  return references ?? planCopies(server, target, await readImages(transfer));
}
