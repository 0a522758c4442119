import type { Disposable } from 'vscode';
import { languages } from 'vscode';
import type { LanguageServer } from '../languageServer.ts';
import { postLanguages } from '../posts.ts';
import { AddressPaste, referenceKind } from './address.ts';
import { imageKind, ImageTransfer, imageTypes } from './image.ts';
import { PostDrop, postLinkKind } from './post.ts';

/** Registers what Galley makes of what is pasted and dropped into posts; where it has nothing to say, VS Code's own providers do. */
export function registerTransfers(server: LanguageServer): Disposable[] {
  const selector = postLanguages.map((language) => ({ language }));
  const images = new ImageTransfer(server);
  return [
    languages.registerDocumentPasteEditProvider(selector, new AddressPaste(server), { providedPasteEditKinds: [referenceKind], pasteMimeTypes: ['text/plain'] }),
    languages.registerDocumentPasteEditProvider(selector, images, { providedPasteEditKinds: [imageKind], pasteMimeTypes: imageTypes }),
    languages.registerDocumentDropEditProvider(selector, images, { providedDropEditKinds: [imageKind], dropMimeTypes: imageTypes }),
    languages.registerDocumentDropEditProvider(selector, new PostDrop(server), { providedDropEditKinds: [postLinkKind], dropMimeTypes: ['text/uri-list'] }),
  ];
}
