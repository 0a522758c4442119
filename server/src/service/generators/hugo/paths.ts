import { toLowerCase } from '../shared/slug.ts';
import { decodeUri } from '../../text/uri.ts';

/** What decides how Hugo spells paths. */
export interface PathStyle {
  readonly disablePathToLower: boolean;
  readonly removePathAccents: boolean;
}

const allowed = /[\p{L}\p{Nd}\p{M}./\\_#+~\-@]/u;

/** A path as Hugo writes it (`PathSpec.MakePathSanitized`): other signs than letters, digits and a few go, spaces become `-`, and all is in lower case. */
export function sanitized(path: string, { disablePathToLower, removePathAccents }: PathStyle): string {
  const plain = cleaned(
    removePathAccents
      ? path
          .normalize('NFD')
          .replace(/\p{Mn}/gu, '')
          .normalize('NFC')
      : path,
  );
  return disablePathToLower ? plain : toLowerCase(plain.replaceAll('İ', 'i'));
}

function cleaned(path: string): string {
  if (/^[a-zA-Z0-9./_-]*$/.test(path)) return path;
  let target = '';
  let wantsHyphen = false;
  let wasHyphen = false;
  let at = 0;
  for (const sign of path) {
    if (allowed.test(sign) || (sign === '%' && /^%[0-9a-f]{2}/i.test(path.slice(at, at + 3)))) {
      wasHyphen = sign === '-';
      target += wantsHyphen && !wasHyphen ? `-${sign}` : sign;
      wantsHyphen = false;
    } else if (target !== '' && !wasHyphen && /[\s\u0085]/u.test(sign) && sign !== '\ufeff') wantsHyphen = true;
    at += sign.length;
  }
  return target;
}

/** A part of a permalink: what `url.QueryUnescape` leaves of an escaped path, so that `+` is a space. */
export function unescapedPart(part: string): string {
  return decodeUri(part.replaceAll('+', ' '));
}

/** An address as Go's `net/url` writes it: what is after a `#` or `?` in it counts as fragment or query. */
export function escapedUrl(link: string): string {
  if (/^[A-Za-z0-9\-_.~/]*$/.test(link)) return link;
  const [, path = '', query = '', fragment = ''] = /^([^?#]*)(\?[^#]*)?(#[\s\S]*)?$/.exec(link) ?? [];
  return escapedPath(path) + query + (fragment.length > 1 ? `#${escapedFragment(fragment.slice(1))}` : '');
}

/** Signs that stay as they are where no other has to be escaped. */
const validPath = /^(?:[A-Za-z0-9\-_.~!$&'()*+,;=:@[\]/]|%[0-9A-Fa-f]{2})*$/;

function escapedPath(path: string): string {
  if (validPath.test(path)) return path;
  return encoded(decodeUri(path), /[^A-Za-z0-9\-_.~$&+,/:;=@]/gu);
}

function escapedFragment(fragment: string): string {
  return validPath.test(fragment) ? fragment : encoded(decodeUri(fragment), /[^A-Za-z0-9\-_.~$&+,/:;=?@!()*]/gu);
}

function encoded(text: string, signs: RegExp): string {
  return text.replace(/\p{Cs}/gu, '\ufffd').replace(signs, percent);
}

function percent(sign: string): string {
  const escaped = encodeURIComponent(sign);
  return escaped === sign ? `%${sign.charCodeAt(0).toString(16).toUpperCase()}` : escaped;
}

/** Paths put together and made plain as Go's `path.Join` does, a slash at the end kept; no slash at the start. */
export function pathJoin(...parts: readonly string[]): string {
  const whole = parts.filter((part) => part !== '').join('/');
  const segments: string[] = [];
  for (const segment of whole.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/') + (whole.endsWith('/') && segments.length > 0 ? '/' : '');
}
