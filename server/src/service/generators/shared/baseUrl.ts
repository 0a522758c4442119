import { decodeUri } from '../../text/uri.ts';

/** A site's base URL. */
export interface BaseUrl {
  /** `https://example.org`; undefined where the base URL has none. */
  readonly origin: string | undefined;
  /** `/blog`, decoded; '' at the root of the host. */
  readonly path: string;
}

/** Parses a base URL, `https://example.org/blog/` or `/blog/`; any other value has no origin and the path ''. */
export function parseBaseUrl(written: unknown): BaseUrl {
  const found = typeof written === 'string' ? /^\s*((?:https?:)?\/\/[^/?#\s]+)?([^?#]*)/i.exec(written) : null;
  const path = joinUrlPath(found?.[2]?.trim() ?? '').replace(/\/$/, '');
  return { origin: found?.[1], path: decodeUri(path) };
}

/** Joins parts of a URL path with single slashes: `/a/b/` of `a/`, `/b/`. */
export function joinUrlPath(...parts: readonly string[]): string {
  return `/${parts.join('/')}`.replace(/\/{2,}/g, '/');
}
