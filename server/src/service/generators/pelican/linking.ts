import { basename, dirname, resolvePath, stem } from '../../text/paths.ts';
import { decodeUri } from '../../text/uri.ts';
import type { Linking, LinkTarget } from '../contract/linking.ts';
import type { PostSource } from '../contract/model.ts';
import { joinUrlPath } from '../shared/baseUrl.ts';
import { getPathWithin } from '../shared/values.ts';
import { isMarkdown } from './page.ts';
import type { PelicanSettings } from './settings.ts';

/** Creates the linking of a Pelican site. */
export function createPelicanLinking(settings: PelicanSettings): Linking {
  const { base, contentFolder, staticFolders, otherPlugins } = settings;
  return {
    basePath: base.path,
    origins: [base.origin ?? []].flat(),
    getFileUrls: (path) => {
      const sourcePath = getPathWithin(contentFolder, path);
      const isStatic =
        sourcePath !== undefined &&
        staticFolders.some((folder) => folder === sourcePath || getPathWithin(folder, sourcePath) !== undefined);
      return isStatic ? [joinUrlPath(base.path, sourcePath)] : [];
    },
    getAliases: () => [],
    /** The theme's templates and the settings `*_SAVE_AS` write lists at any place. */
    canGenerate: () => true,
    listUnreported: () => [
      otherPlugins.length > 0
        ? `Links to missing addresses are not reported: \`${otherPlugins[0]!}\` and the theme may write pages anywhere. Links with \`{filename}\` are.`
        : 'Links to missing addresses are not reported: the theme may write pages anywhere. Links with `{filename}` are.',
    ],
    resolveLink: (destination, from) => resolveLink(destination, from, settings),
  };
}

/** `INTRASITE_LINK_REGEX`, with its older marks. */
const sourceLink = /^(?:\{(\w+)\}|\|(\w+)\|)([^#]*)(#.*)?$/s;
const fileMarks = new Set(['filename', 'static', 'attach', 'photo']);

/** Resolves `{filename}a.md`, the path of a file from the folder of the post or, after a slash, from the content folder (`_link_replacer` in contents.py). */
function resolveLink(destination: string, from: PostSource, settings: PelicanSettings): LinkTarget | undefined {
  const [, braced, barred, written = '', fragment = ''] = sourceLink.exec(destination) ?? [];
  const mark = braced ?? barred;
  if (mark === undefined) return /\{\{|\{%/.test(destination) ? { kind: 'unknown' } : undefined;
  const path = decodeUri(written.replace(/\?.*$/s, ''));
  if (!fileMarks.has(mark) || mark === 'photo' || path === '') return { kind: 'unknown' };
  const folder = path.startsWith('/') ? settings.contentFolder : dirname(from.path);
  const file = resolvePath(path.replace(/^\/+/, ''), folder);
  /** Sources in other formats and files that the settings copy from elsewhere are not in sight. */
  if (mark === 'filename' && !isMarkdown(path) && (file === undefined || !from.siteView.hasFile(file)))
    return { kind: 'unknown' };
  return {
    kind: 'file',
    stem: stem(basename(path)),
    matches: (each) => each === file,
    fragment,
    displayName: path,
    stopsBuild: false,
  };
}
