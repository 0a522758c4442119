import { URI, Utils } from 'vscode-uri';

/**
 * Returns a URI parsed, with what is the same in any case (host, drive letter) in lower case. Halves of surrogate pairs, which no
 * encoding has, become U+FFFD; a path begins with one slash, and the path of a host is not empty; what is no URI is taken for a path.
 */
function parse(uri: string): URI {
  const text = toWellFormed(uri);
  const parsed = parseLeniently(text.replace(/^([a-z][a-z\d+.-]*:\/\/)\/{2,}/i, '$1/'));
  const authority = lowerCaseHost(parsed.authority);
  const path = authority !== '' && parsed.path === '' ? '/' : lowerCaseDrive(parsed.path);
  return authority === parsed.authority && path === parsed.path ? parsed : parsed.with({ authority, path });
}

/** A URI whose host holds what none can, even encoded, is none. */
function parseLeniently(text: string): URI {
  try {
    const parsed = URI.parse(text);
    if (!/[%/?#]/.test(parsed.authority)) return parsed;
  } catch {
    // What has no scheme, or one that cannot be, is no URI either.
  }
  return URI.from({ scheme: 'file', path: `/${text.replace(/^\/+/, '')}` });
}

/** `/c:/a` of `/C:/a`. */
function lowerCaseDrive(path: string): string {
  return path.replace(/^\/?[A-Z]:/, (drive) => drive.toLowerCase());
}

/** The host of `user@HOST:8080` in lower case. */
function lowerCaseHost(authority: string): string {
  const start = authority.indexOf('@') + 1;
  return authority.slice(0, start) + authority.slice(start).toLowerCase();
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

/** A path, query or fragment with percent-encoding where a URI needs it; characters that have a meaning in one stay. */
export function encodeUri(text: string): string {
  return encodeURI(toWellFormed(text));
}

/** Any text with percent-encoding, so that it is one part of a URI. */
export function encodeUriComponent(text: string): string {
  return encodeURIComponent(toWellFormed(text));
}
