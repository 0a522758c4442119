import type { DataTransfer } from 'vscode';
import { Uri } from 'vscode';
import type { ImageSize } from '../editing/imageSize.ts';
import { parseImageSize } from '../editing/imageSize.ts';

/** Types of images that browsers show, with their ending. */
const imageExtensions: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/svg+xml': 'svg',
};

/** What is transferred for images, for the registration. */
export const imageTypes = Object.keys(imageExtensions);

/** How files are transferred that VS Code itself shows, for the registration. */
export const fileList = 'text/uri-list';

/** An image that comes with its bytes. */
export interface TransferredImage {
  readonly name: string;
  readonly contents: Uint8Array;
  readonly size: ImageSize | undefined;
}

/** The images among what is transferred, read: that is possible only while VS Code asks for edits. */
export async function readImages(transfer: DataTransfer): Promise<TransferredImage[]> {
  const files = [...transfer].flatMap(([type, item]) => {
    const ending = imageExtensions[type];
    const file = item.asFile();
    return ending !== undefined && file ? [{ name: file.name === '' ? `image.${ending}` : file.name, file }] : [];
  });
  return Promise.all(
    files.map(async ({ name, file }) => {
      const contents = await file.data();
      return { name, contents, size: parseImageSize(contents) };
    }),
  );
}

/** The files that are transferred by their address, if each has one of these endings; none otherwise. */
export async function readFileUris(transfer: DataTransfer, ending: RegExp): Promise<Uri[]> {
  const list = (await transfer.get(fileList)?.asString()) ?? '';
  const uris = list
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => Uri.parse(line));
  return uris.every(({ path }) => ending.test(path)) ? uris : [];
}
