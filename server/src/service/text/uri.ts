import { URI, Utils } from 'vscode-uri';

/** Returns a URI parsed. Halves of surrogate pairs, which no encoding has, become U+FFFD; a path begins with one slash. */
function parse(uri: string): URI {
  return URI.parse(toWellFormed(uri).replace(/^([a-z][a-z\d+.-]*:\/\/)\/{2,}/i, '$1/'));
}

function toWellFormed(text: string): string {
  return text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD');
}

/** The URI of `path` (with `/`) relative to a folder's URI; `..` goes up. */
export function join(folder: string, path: string): string {
  return Utils.joinPath(parse(folder), toWellFormed(path)).toString();
}

/** The folder that holds a URI. */
export function dirname(uri: string): string {
  return Utils.dirname(parse(uri)).toString();
}

/** The last segment of a URI's path, decoded. */
export function basename(uri: string): string {
  return Utils.basename(parse(uri));
}

/** The path of `uri` below `folder` with `/` and decoded, or undefined when it lies elsewhere; the folder itself is ''. */
export function relative(folder: string, uri: string): string | undefined {
  const outer = parse(folder);
  const inner = parse(uri);
  if (outer.scheme !== inner.scheme || outer.authority !== inner.authority) return undefined;
  const base = outer.path.endsWith('/') ? outer.path : outer.path + '/';
  if (inner.path + '/' === base) return '';
  return inner.path.startsWith(base) ? inner.path.slice(base.length) : undefined;
}

/** Returns the one form of a URI that is used as a key: clients encode the same URI differently. */
export function toCanonical(uri: string): string {
  return parse(uri).toString();
}

/** A URI's path, query or fragment without percent-encoding; as it is where what is encoded is no text. */
export function decodeUri(text: string): string {
  try {
    return text.includes('%') ? decodeURIComponent(text) : text;
  } catch {
    return text;
  }
}
