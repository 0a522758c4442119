import { decodeUri } from '../../text/uri.ts';
import { getUrlKind } from '../../text/urlKind.ts';

/** An address from the root of the host: in parentheses, in quotes, after a tag, or in a definition. */
const rootAddress = /(?:[("'}]|\]: )(\/[^\s"'(){}<>?#/][^\s"'(){}<>?#]*)/g;

/** Returns each first folder below the base path in which a text links to something, with what that is: `\n/img/ image\n`. One string, since a site holds thousands. */
export function findLinkedFolders(text: string, basePath: string): string {
  const toPath = (url: string): string => (url.startsWith(`${basePath}/`) ? url.slice(basePath.length) : url);
  const found = new Set([...text.matchAll(rootAddress)].map(([, url]) => toLinkedFolder(toPath(decodeUri(url!)))));
  return [...found, ''].join('\n');
}

/** Returns the first folder of a URL (path below the base path, decoded) with what is expected there, as `findLinkedFolders` names it. */
export function toLinkedFolder(url: string): string {
  return `${url.slice(0, url.indexOf('/', 1) + 1) || '/'} ${getUrlKind(url)}`;
}
