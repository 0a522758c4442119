import type { Environment, NewPostSource } from '../contract/model.ts';
import { dirname } from '../../text/paths.ts';
import { slugify } from './slug.ts';
import { isoDay, zonedTime } from '../../text/calendar.ts';

/** The parts of a new post's path. */
export interface PostNameParts {
  /** `2024-05-01` of now in the site's zone. */
  readonly day: string;
  /** Slug of the title; never ''. */
  readonly slug: string;
  /** Whether the file name starts with the date where no sibling shows it. */
  readonly startsWithDate: boolean;
}

/** Returns the parts of a new post's path, from its title and the current time; its name starts with the date only on request. */
export function createPostNameParts(
  title: string,
  { now, timeZone }: Environment,
  { startsWithDate }: Pick<PostNameParts, 'startsWithDate'> = { startsWithDate: false },
): PostNameParts {
  return { day: isoDay(zonedTime(now, timeZone)), slug: slugify(title) || 'untitled', startsWithDate };
}

/** Returns the path of a new post, relative to the site root, formed as those of the newest siblings: folder, date, extension, page bundle. */
export function buildPostPath(
  { collection, siblings }: NewPostSource,
  { day, slug, startsWithDate }: PostNameParts,
): string {
  const newest = siblings.slice(0, 9).map((path) => splitPath(path, collection.folder));
  const hasOwnFolder = isMajority(newest, ({ name }) => /^index\.\w+$/.test(name));
  const isDated =
    newest.length === 0
      ? startsWithDate
      : isMajority(newest, (each) =>
          /^\d{4}-\d{1,2}-\d{1,2}-/.test(hasOwnFolder ? (each.folder.split('/').at(-1) ?? '') : each.name),
        );
  const extension = newest[0]?.extension ?? '.md';
  const name = isDated ? `${day}-${slug}` : slug;
  const folders = newest.map(({ folder }) => (hasOwnFolder ? dirname(folder) : folder));
  const folder = [collection.folder, inferFolder(folders, day)].filter((part) => part !== '').join('/');
  return [
    ...(folder === '' ? [] : [folder]),
    ...(hasOwnFolder ? [name, `index${extension}`] : [`${name}${extension}`]),
  ].join('/');
}

interface PathParts {
  /** Below the collection's folder. */
  readonly folder: string;
  readonly name: string;
  readonly extension: string;
}

function splitPath(path: string, folder: string): PathParts {
  const below = folder !== '' && path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
  const slash = below.lastIndexOf('/');
  const name = below.slice(slash + 1);
  const dot = name.lastIndexOf('.');
  return { folder: slash < 0 ? '' : below.slice(0, slash), name, extension: dot > 0 ? name.slice(dot) : '.md' };
}

/** Returns the subfolder that most of the newest siblings share; folders of years and months are those of the day (`2024-05-01`). */
export function inferFolder(folders: readonly string[], day: string): string {
  const newest = folders[0] ?? '';
  const [year, month] = day.split('-') as [string, string];
  if (/^\d{4}$/.test(newest) && isMajority(folders, (each) => /^\d{4}$/.test(each))) return year;
  if (/^\d{4}\/\d{2}$/.test(newest) && isMajority(folders, (each) => /^\d{4}\/\d{2}$/.test(each)))
    return `${year}/${month}`;
  return isMajority(folders, (each) => each === newest) ? newest : '';
}

function isMajority<T>(items: readonly T[], test: (item: T) => boolean): boolean {
  return items.filter(test).length * 2 > items.length;
}
