import { joinUrlPath } from '../shared/baseUrl.ts';

/** What the URLs have in common that a permalink with variables can give. */
export interface UrlPattern {
  /** What they begin and end with, without the path prefix. */
  readonly start: string;
  readonly end: string;
  /** How many slashes are in between; undefined where a value may have some. */
  readonly slashes: number | undefined;
  /** Whether what is in between is nothing or has a number. */
  readonly isNumbered: boolean;
}

/** An output or a tag of a template, or a value in a JavaScript text. */
const variable = /\{\{[^{}]*\}\}|\{%[^{}]*%\}|\$\{[^{}]*\}/g;

/** Filters and values whose text has no slash. */
const slashless = /slug|pageNumber/i;

/** Returns what a permalink with variables tells of the URLs; undefined for one without variables. */
export function toUrlPattern(permalink: string): UrlPattern | undefined {
  const variables = permalink.match(variable);
  if (!variables) return undefined;
  const literals = permalink.split(variable);
  const outputs = variables.filter((written) => !written.startsWith('{%'));
  return {
    start: joinUrlPath('/', literals[0]!),
    end: literals.at(-1)!.replace(/(^|\/)index\.html$/, '$1'),
    slashes: outputs.every((written) => slashless.test(written))
      ? literals.slice(1, -1).join('').split('/').length - 1
      : undefined,
    isNumbered: outputs.length > 0 && outputs.every((written) => written.includes('pageNumber')),
  };
}

/** Returns what the URLs of the pages of a list have in common whose first page is at a URL. */
export function toPagesPattern(url: string): UrlPattern {
  return { start: url, end: '', slashes: 1, isNumbered: true };
}

/** Whether a pattern tells nothing, so that any URL is possible. */
export function isOpen({ start, end, slashes, isNumbered }: UrlPattern): boolean {
  return start === '/' && end.replace('/', '') === '' && slashes === undefined && !isNumbered;
}

/** Whether a URL (path without the path prefix) is possible; servers find a folder without its slash. */
export function matchesUrl(pattern: UrlPattern, url: string): boolean {
  return isPossible(pattern, url) || (!url.endsWith('/') && isPossible(pattern, `${url}/`));
}

function isPossible({ start, end, slashes, isNumbered }: UrlPattern, url: string): boolean {
  if (url.length < start.length + end.length || !url.startsWith(start) || !url.endsWith(end)) return false;
  const middle = url.slice(start.length, url.length - end.length);
  return (
    (slashes === undefined || middle.split('/').length - 1 <= slashes) &&
    (!isNumbered || middle === '' || /\d/.test(middle))
  );
}
