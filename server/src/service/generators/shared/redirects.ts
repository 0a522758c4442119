import { memoize } from '../../text/memo.ts';
import { isRecord, readConfigurationFile } from './configurationFile.ts';
import type { SiteView } from '../contract/model.ts';

const netlifyFile = 'netlify.toml';

/** Whether a file configures redirects of the host: Netlify and Cloudflare Pages read it. */
export function isRedirectsFile(path: string): boolean {
  return path === netlifyFile || /^(?:(?:static|public|source|src)\/)?_redirects$/.test(path);
}

/** Whether the site's host redirects a URL, given as its path on the host. */
export function isRedirected(url: string, siteView: SiteView): boolean {
  return readRedirectSources(siteView).some((pattern) => isMatch(pattern, url));
}

/** Whether the site is on Netlify, which serves `/about.html` at `/about/` too. */
export function hasPrettyUrls(siteView: SiteView): boolean {
  return siteView.hasFile(netlifyFile);
}

const readRedirectSources = memoize((siteView: SiteView): readonly string[] => {
  const { redirects } = readConfigurationFile(netlifyFile, siteView.getText(netlifyFile) ?? '').data;
  const settings = (Array.isArray(redirects) ? redirects : []).filter(isRecord).map(({ from }) => from);
  const files = siteView.getTexts((path) => path !== netlifyFile && isRedirectsFile(path));
  const lists = [...files.values()].flatMap((text) => text.split('\n').map((line) => line.trim().split(/\s/)[0]));
  return [...settings, ...lists]
    .filter((from) => typeof from === 'string')
    .map((from) => from.replace(/^https?:\/\/[^/]*/, ''))
    .filter((from) => from.startsWith('/'));
});

/** Whether a redirect pattern matches a URL: `*` at the end matches any rest, `:name` one segment. */
function isMatch(pattern: string, url: string): boolean {
  const [wanted, given] = [pattern, url].map((path) => path.replace(/\/(?:index\.html)?$/, '').split('/')) as [
    string[],
    string[],
  ];
  const isOpen = wanted.at(-1) === '*';
  if (isOpen && wanted.length === 2) return false;
  const fixed = isOpen ? wanted.slice(0, -1) : wanted;
  return (
    (isOpen ? given.length >= fixed.length : given.length === fixed.length) &&
    fixed.every((segment, index) => /^(?::|\*$)/.test(segment) || segment === given[index])
  );
}
