import { toLowerCase } from '../shared/slug.ts';
import { decodeUri, encodeUriComponent } from '../../text/uri.ts';

/** Settings of how Hugo writes paths. */
export interface PathStyle {
  readonly disablePathToLower: boolean;
  readonly removePathAccents: boolean;
}

const allowed = /[\p{L}\p{Nd}\p{M}./\\_#+~\-@]/u;

/** Returns a path as Hugo writes it (`PathSpec.MakePathSanitized`): only letters, digits and a few other characters, `-` for spaces, in lower case. */
export function sanitizePath(path: string, { disablePathToLower, removePathAccents }: PathStyle): string {
  const plain = replaceCharacters(
    removePathAccents
      ? path
          .normalize('NFD')
          .replace(/\p{Mn}/gu, '')
          .normalize('NFC')
      : path,
  );
  return disablePathToLower ? plain : toLowerCase(plain.replaceAll('İ', 'i'));
}

function replaceCharacters(path: string): string {
  if (/^[a-zA-Z0-9./_-]*$/.test(path)) return path;
  let target = '';
  let wantsHyphen = false;
  let wasHyphen = false;
  let at = 0;
  for (const character of path) {
    if (allowed.test(character) || (character === '%' && /^%[0-9a-f]{2}/i.test(path.slice(at, at + 3)))) {
      wasHyphen = character === '-';
      target += wantsHyphen && !wasHyphen ? `-${character}` : character;
      wantsHyphen = false;
    } else if (target !== '' && !wasHyphen && /[\s\u0085]/u.test(character) && character !== '\ufeff')
      wantsHyphen = true;
    at += character.length;
  }
  return target;
}

/** Unescapes a part of a permalink as `url.QueryUnescape` does, by which `+` is a space. */
export function unescapePart(part: string): string {
  return decodeUri(part.replaceAll('+', ' '));
}

/** Escapes a URL as Go's `net/url` does: text after a `#` or `?` is fragment or query. */
export function escapeUrl(link: string): string {
  if (/^[A-Za-z0-9\-_.~/]*$/.test(link)) return link;
  const [, path = '', query = '', fragment = ''] = /^([^?#]*)(\?[^#]*)?(#[\s\S]*)?$/.exec(link) ?? [];
  return escapePath(path) + query + (fragment.length > 1 ? `#${escapeFragment(fragment.slice(1))}` : '');
}

/** A path without a character that has to be escaped. */
const validPath = /^(?:[A-Za-z0-9\-_.~!$&'()*+,;=:@[\]/]|%[0-9A-Fa-f]{2})*$/;

function escapePath(path: string): string {
  if (validPath.test(path)) return path;
  return percentEncode(decodeUri(path), /[^A-Za-z0-9\-_.~$&+,/:;=@]/gu);
}

function escapeFragment(fragment: string): string {
  return validPath.test(fragment) ? fragment : percentEncode(decodeUri(fragment), /[^A-Za-z0-9\-_.~$&+,/:;=?@!()*]/gu);
}

function percentEncode(text: string, characters: RegExp): string {
  return text.replace(/\p{Cs}/gu, '\ufffd').replace(characters, encodeCharacter);
}

function encodeCharacter(character: string): string {
  const escaped = encodeUriComponent(character);
  return escaped === character ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : escaped;
}

/** Joins and cleans paths as Go's `path.Join` does; a slash at the end stays, one at the start does not. */
export function joinGoPath(...parts: readonly string[]): string {
  const whole = parts.filter((part) => part !== '').join('/');
  const segments: string[] = [];
  for (const segment of whole.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/') + (whole.endsWith('/') && segments.length > 0 ? '/' : '');
}
