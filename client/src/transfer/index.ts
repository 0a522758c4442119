import type { Disposable } from 'vscode';
import { languages } from 'vscode';
import type { LanguageServer } from '../server/languageServer.ts';
import { postLanguages } from '../server/postDocuments.ts';
import { ReferencePaste, referenceKind } from './referencePaste.ts';
import { imageKind, ImageTransfer } from './imageTransfer.ts';
import { postLinkKind, PostTransfer } from './postTransfer.ts';
import { TitledLinkPaste, titleKind } from './titledLinkPaste.ts';
import { fileList, imageTypes } from './transferredFiles.ts';

/** Registers what Galley makes of what is pasted and dropped into posts; where it has nothing to say, VS Code's own providers do. */
export function registerTransfers(server: LanguageServer): Disposable[] {
  const selector = postLanguages.map((language) => ({ language }));
  const images = new ImageTransfer(server);
  const posts = new PostTransfer(server);
  const shown = [...imageTypes, fileList];
  return [
    languages.registerDocumentPasteEditProvider(selector, new ReferencePaste(server), {
      providedPasteEditKinds: [referenceKind],
      pasteMimeTypes: ['text/plain'],
    }),
    languages.registerDocumentPasteEditProvider(selector, new TitledLinkPaste(server), {
      providedPasteEditKinds: [titleKind],
      pasteMimeTypes: ['text/plain'],
    }),
    languages.registerDocumentPasteEditProvider(selector, images, {
      providedPasteEditKinds: [imageKind],
      pasteMimeTypes: shown,
    }),
    languages.registerDocumentDropEditProvider(selector, images, {
      providedDropEditKinds: [imageKind],
      dropMimeTypes: shown,
    }),
    languages.registerDocumentPasteEditProvider(selector, posts, {
      providedPasteEditKinds: [postLinkKind],
      pasteMimeTypes: [fileList],
    }),
    languages.registerDocumentDropEditProvider(selector, posts, {
      providedDropEditKinds: [postLinkKind],
      dropMimeTypes: [fileList],
    }),
  ];
}
