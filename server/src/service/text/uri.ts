import { URI, Utils } from 'vscode-uri';

/** The URI of `path` (with `/`) relative to a folder's URI; `..` goes up. */
export function join(folder: string, path: string): string {
  return Utils.joinPath(URI.parse(folder), path).toString();
}

/** The folder that holds a URI. */
export function dirname(uri: string): string {
  return Utils.dirname(URI.parse(uri)).toString();
}

/** The last segment of a URI's path, decoded. */
export function basename(uri: string): string {
  return Utils.basename(URI.parse(uri));
}

/** The path of `uri` below `folder` with `/` and decoded, or undefined when it lies elsewhere; the folder itself is ''. */
export function relative(folder: string, uri: string): string | undefined {
  const outer = URI.parse(folder);
  const inner = URI.parse(uri);
  if (outer.scheme !== inner.scheme || outer.authority !== inner.authority) return undefined;
  const base = outer.path.endsWith('/') ? outer.path : outer.path + '/';
  if (inner.path + '/' === base) return '';
  return inner.path.startsWith(base) ? inner.path.slice(base.length) : undefined;
}

/** Returns the one form of a URI that is used as a key: clients encode the same URI differently. */
export function toCanonical(uri: string): string {
  return URI.parse(uri).toString();
}

/** A URI's path, query or fragment without percent-encoding; as it is where what is encoded is no text. */
export function decodeUri(text: string): string {
  try {
    return text.includes('%') ? decodeURIComponent(text) : text;
  } catch {
    return text;
  }
}
