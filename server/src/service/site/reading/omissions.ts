import type { Omission } from '../../text/omission.ts';
import { relative } from '../../text/uri.ts';
import type { Site } from '../model/site.ts';
import { isWanted, placeOf } from './walk.ts';

/**
 * What it means to a site that something was left out: a post may be missing, something else of it, or nothing that it
 * needs.
 */
export function consequenceOf(site: Site, { uri, type, reason }: Omission): 'posts' | 'files' | 'nothing' {
  const path = relative(site.root, uri);
  if (path === undefined) return 'nothing';
  if (path === '') return 'posts';
  if (type !== 'file') {
    const place = placeOf(`${path}/`, site);
    return place === 'nowhere' ? 'nothing' : type === 'folder' ? place : 'files';
  }
  const { generator } = site;
  const isPost = placeOf(path, site) === 'posts' && generator.collectionOf(path) !== undefined;
  if (isPost) return reason === 'not UTF-8' ? 'files' : 'posts';
  return isWanted(path, site) || generator.configurationFiles.includes(path) ? 'files' : 'nothing';
}
