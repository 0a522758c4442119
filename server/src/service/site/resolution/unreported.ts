import type { Environment } from '../../generators/contract/model.ts';
import type { Site } from '../model/site.ts';
import { mayBeMade } from './links.ts';
import { listServedElsewhere } from './servedElsewhere.ts';

const things = { page: 'Links', image: 'Images', file: 'Links to files' } as const;
const samples = { page: '', image: 'a.png', file: 'a.pdf' } as const;

/** Returns a sentence for the writer for each kind of broken link of a site that is not reported; none where all are. */
export function listUnreportedLinks(site: Site, environment: Environment): readonly string[] {
  const { generator, siteView, isRead } = site;
  const { linking } = generator;
  if (!isRead || !linking) return [];
  const served = listServedElsewhere(site, environment)
    .filter(({ path, kind }) => mayBeMade(linking.basePath + path + samples[kind], site, environment) === undefined)
    .map(
      ({ path, kind, posts }) =>
        `${things[kind]} below \`${path}\` are not checked: ${posts} posts have some, and the site has nothing of the kind there.`,
    );
  return [...(linking.listUnreported?.(siteView) ?? []), ...served];
}
