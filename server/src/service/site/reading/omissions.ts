import type { Omission } from '../../text/omission.ts';
import { relative } from '../../text/uri.ts';
import type { Site } from '../model/site.ts';
import { isTextNeeded, classifyPath } from './walk.ts';

/**
 * Returns what a site lacks because a file or folder was left out: possibly posts, other files that it needs, or
 * nothing.
 */
export function findConsequence(site: Site, { uri, type, reason }: Omission): 'posts' | 'files' | 'nothing' {
  const path = relative(site.root, uri);
  if (path === undefined) return 'nothing';
  if (path === '') return 'posts';
  if (type !== 'file') {
    const pathClass = classifyPath(`${path}/`, site);
    return pathClass === 'ignored' ? 'nothing' : type === 'folder' ? pathClass : 'files';
  }
  const { generator } = site;
  const isPost = classifyPath(path, site) === 'posts' && generator.getCollection(path) !== undefined;
  if (isPost) return reason === 'not UTF-8' ? 'files' : 'posts';
  return isTextNeeded(path, site) || generator.configurationFiles.includes(path) ? 'files' : 'nothing';
}
