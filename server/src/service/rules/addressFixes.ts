import type { Environment } from '../generators/contract/model.ts';
import { addressedPosts, servedFiles } from '../site/resolution/addresses.ts';
import type { Destination } from '../site/resolution/links.ts';
import type { OpenPost } from '../site/model/snapshot.ts';
import type { LinkPlace } from '../syntax/structure/linkPlaces.ts';
import { basename } from '../text/paths.ts';
import { memoize } from '../text/memo.ts';
import { NearMisses, nearMiss } from './nearMiss.ts';
import type { Fix } from './rule.ts';

/** Changes of an address that leads nowhere to one that was probably meant: what is nearby, or one or two typing mistakes away. */
export function addressFixes(
  place: LinkPlace,
  { url, tag, nearby }: Extract<Destination, { kind: 'missing' }>,
  { site }: OpenPost,
  environment: Environment,
): Fix[] {
  const written = nearby?.written ?? (site && (tag ? nearFile(tag.shown, site) : urlsOf(site, environment).find(url)));
  if (written === undefined) return [];
  const newText = tag ? place.written.replace(tag.shown, () => written) : withFragment(written, place.written);
  return [{ title: `Change to "${written}"`, edits: [{ range: place.range, newText }], preferred: true }];
}

type Site = NonNullable<OpenPost['site']>;

const urlsOf = memoize((site: Site, environment: Environment) => {
  const urls = [...addressedPosts(site, environment)].map(([target]) => target.replace(/\/index\.html$/, '/'));
  return new NearMisses([...urls, ...servedFiles(site).keys()]);
});

function nearFile(shown: string, site: Site): string | undefined {
  const paths = [...site.posts.values()].map(({ path }) => path);
  return nearMiss(shown, shown.includes('/') ? paths : paths.flatMap((path) => namesInTags(path, site)));
}

/** What tags may call a post, without its ending: in the generator's way, and that without folders. */
function namesInTags(path: string, { generator }: Site): string[] {
  const name = generator.linking?.tagName?.(path);
  const names = name === undefined ? [path] : [name, basename(name)];
  return names.map((each) => each.replace(/\.[^./]+$/, ''));
}

/** An address with the query and the fragment of another one. */
function withFragment(address: string, written: string): string {
  return address.includes('#') ? address : address + (/[?#].*$/s.exec(written)?.[0] ?? '');
}
