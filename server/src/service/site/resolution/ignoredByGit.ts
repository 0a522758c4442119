import type { SiteView } from '../../generators/contract/model.ts';
import type { PathTest } from '../../text/glob.ts';
import { createPathTest } from '../../text/glob.ts';
import { joinPath, listAncestors } from '../../text/paths.ts';
import { memoize } from '../../text/memo.ts';
import type { Site } from '../model/site.ts';
import { isBuildScript } from '../reading/supportFiles.ts';

/** Whether the build may make the source of a URL (path on the host, decoded): `.gitignore` names the place where it would be, or a script the folder, so that nobody sees it in a checkout. A folder of a theme that is installed by a package manager is no such place. */
export function isMadeByBuild(url: string, { generator, siteView }: Site): boolean {
  if (!generator.linking) return false;
  const bare = url.slice(generator.linking.basePath.length).replace(/^\/|\/(?:index\.html)?$|\.html$/g, '');
  if (isNamedByScript(bare, siteView)) return true;
  const isIgnored = readGitignore(siteView);
  if (isIgnored === undefined) return false;
  const folders = generator.newPostCollections.flatMap(({ folder }) => [folder, ...listAncestors(folder)]);
  return [...new Set([...generator.folders.static, ...folders])]
    .filter((folder) => folder === '' || isIgnored(folder) !== true)
    .some((folder) => ['', '.md', '/index.md'].some((ending) => isIgnored(joinPath(folder, bare + ending)) === true));
}

/** Whether a script of the build names the folder of a path, two names deep at least, to which it brings content. */
function isNamedByScript(path: string, siteView: SiteView): boolean {
  const names = path.split('/');
  const folders = names.slice(1).map((_, index) => `/${names.slice(0, index + 2).join('/')}`);
  return readScripts(siteView).some((text) =>
    folders.some((folder) => {
      const at = text.indexOf(folder);
      return at >= 0 && !/[\w-]/.test(text[at + folder.length] ?? '');
    }),
  );
}

const readScripts = memoize((siteView: SiteView): readonly string[] => [...siteView.getTexts(isBuildScript).values()]);

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
