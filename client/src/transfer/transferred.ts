import type { DataTransfer } from 'vscode';
import { Uri } from 'vscode';
import type { ImageSize } from '../editing/imageSize.ts';
import { parseImageSize } from '../editing/imageSize.ts';

/** File extensions of the images that browsers show, by media type. */
const imageExtensions: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/svg+xml': 'svg',
};

/** The media types of images that browsers show. */
export const imageTypes = Object.keys(imageExtensions);

/** The media type of a list of files by URI, as the Explorer sets it. */
export const fileList = 'text/uri-list';

/** The media type of text. */
export const plainText = 'text/plain';

/** An image that is transferred with its bytes. */
export interface TransferredImage {
  readonly name: string;
  readonly contents: Uint8Array;
  readonly size: ImageSize | undefined;
}

/** The text of a transfer, trimmed; '' without one. */
export async function readText(transfer: DataTransfer): Promise<string> {
  return ((await transfer.get(plainText)?.asString()) ?? '').trim();
}

/** The images of a transfer with their bytes, which can be read only while VS Code asks for edits. */
export async function readImages(transfer: DataTransfer): Promise<TransferredImage[]> {
  const files = [...transfer].flatMap(([type, item]) => {
    const extension = imageExtensions[type];
    const file = item.asFile();
    return extension !== undefined && file ? [{ name: file.name === '' ? `image.${extension}` : file.name, file }] : [];
  });
  return Promise.all(
    files.map(async ({ name, file }) => {
      const contents = await file.data();
      return { name, contents, size: parseImageSize(contents) };
    }),
  );
}

/** The files of a transfer by URI, if the path of each matches; none otherwise. */
export async function readFileUris(transfer: DataTransfer, pathPattern: RegExp): Promise<Uri[]> {
  const list = (await transfer.get(fileList)?.asString()) ?? '';
  const uris = list
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => Uri.parse(line));
  return uris.every(({ path }) => pathPattern.test(path)) ? uris : [];
}
