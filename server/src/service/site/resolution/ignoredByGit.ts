import type { SiteView } from '../../generators/contract/model.ts';
import type { PathTest } from '../../text/glob.ts';
import { createPathTest } from '../../text/glob.ts';
import { dirname, joinPath } from '../../text/paths.ts';
import { memoize } from '../../text/memo.ts';
import type { Site } from '../model/site.ts';

/** Whether the build may make the source of a URL (path on the host, decoded): `.gitignore` names the place where it would be, so that nobody sees it in a checkout. */
export function isMadeByBuild(url: string, { generator, siteView }: Site): boolean {
  const isIgnored = readGitignore(siteView);
  if (isIgnored === undefined || !generator.linking) return false;
  const bare = url.slice(generator.linking.basePath.length).replace(/^\/|\/(?:index\.html)?$|\.html$/g, '');
  const folders = generator.newPostCollections.flatMap(({ folder }) => [folder, ...listAncestors(folder)]);
  return [...new Set([...generator.folders.static, ...folders])].some((folder) =>
    ['', '.md', '/index.md'].some((ending) => isIgnored(joinPath(folder, bare + ending)) === true),
  );
}

const readGitignore = memoize((siteView: SiteView): PathTest | undefined => {
  const lines = (siteView.getText('.gitignore') ?? '').split(/\r?\n/).map((line) => line.trim());
  const patterns = lines.filter((line) => line !== '' && !line.startsWith('#')).flatMap(toGlobs);
  return patterns.length === 0 ? undefined : createPathTest(patterns);
});

/** Converts a pattern of Git to globs for the path and what is below it; one without a slash but at its end counts in every folder. */
function toGlobs(pattern: string): string[] {
  const sign = pattern.startsWith('!') ? '!' : '';
  const written = pattern.slice(sign.length).replace(/\/$/, '');
  const glob = written.includes('/') ? written.replace(/^\//, '') : `**/${written}`;
  return [`${sign}${glob}`, `${sign}${glob}/**`];
}

function listAncestors(folder: string): string[] {
  const above = dirname(folder);
  return above === '' || above === folder ? [] : [above, ...listAncestors(above)];
}
