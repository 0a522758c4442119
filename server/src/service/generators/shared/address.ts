import { decodeUri } from '../../text/uri.ts';

/** The parts of a site's base URL. */
export interface BaseUrl {
  /** `https://example.org`; undefined where none is named. */
  readonly origin: string | undefined;
  /** `/blog`, decoded; '' at the root of the host. */
  readonly path: string;
}

/** Origin and path of `https://example.org/blog/` or `/blog/`; of anything else, no origin and ''. */
export function parseBaseUrl(written: unknown): BaseUrl {
  const found = typeof written === 'string' ? /^\s*((?:https?:)?\/\/[^/?#\s]+)?([^?#]*)/i.exec(written) : null;
  const path = joinUrlPath(found?.[2]?.trim() ?? '').replace(/\/$/, '');
  return { origin: found?.[1], path: decodeUri(path) };
}

/** Parts of a path joinUrlPath with one slash each: `/a/b/` of `a/`, `/b/`. */
export function joinUrlPath(...parts: readonly string[]): string {
  return `/${parts.join('/')}`.replace(/\/{2,}/g, '/');
}
