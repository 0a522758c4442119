import { imageSize } from 'image-size';
import type { Uri } from 'vscode';
import { workspace } from 'vscode';

/** The size of an image in pixels, as a browser shows it. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** The size in the bytes of an image; undefined where they have none. */
export function parseImageSize(bytes: Uint8Array): ImageSize | undefined {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    // EXIF: from orientation 5 on the image is stored on its side, and browsers turn it.
    const [across, down] = orientation >= 5 ? [height, width] : [width, height];
    return across >= 1 && down >= 1 ? { width: Math.round(across), height: Math.round(down) } : undefined;
  } catch {
    return undefined;
  }
}

/** The size of the image in a file; undefined where it cannot be read. */
export async function readImageSize(uri: Uri): Promise<ImageSize | undefined> {
  try {
    return parseImageSize(await workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
