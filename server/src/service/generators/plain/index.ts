import { gfm } from '../../dialects/gfm.ts';
import { styleFoldersIn } from '../contract/folders.ts';
import { isoInstant } from '../shared/dates.ts';
import type { ConfiguredGenerator, Generator } from '../contract/generator.ts';
import type { Collection } from '../contract/model.ts';
import { postName, isMarkdown, termsOf } from '../shared/markdownFile.ts';
import { namingOf, pathLike } from '../shared/naming.ts';
import { draftFlag, ownFlags } from '../contract/publishing.ts';
import { withCommonTags } from '../shared/tags.ts';
import { titleOfSlug } from '../shared/slug.ts';
import { isoTime } from '../../text/calendar.ts';
import { basename, dirname, relativePath } from '../../text/paths.ts';

const skipped = /^(?:\..+|node_modules|vendor|_site|dist|build|out|target|public)$/;

const identity = { id: 'plain', name: 'Markdown folder', configurationFiles: [] };

/** Any folder of Markdown: nothing is known of how it is published, so nothing is said about it. */
export const plain: Generator = { ...identity, detect: () => true, configure: () => ({ ...folder }) };

const folder: ConfiguredGenerator = {
  ...identity,
  dialect: gfm(),
  errors: [],
  frontMatterFormats: ['yaml', 'toml', 'json'],
  tags: withCommonTags({ highlight: { isCode: true }, code: { isCode: true }, codeblock: { isCode: true } }),
  preview: { excerptMarks: () => ['more', 'truncate'] },
  keys: [],
  collectionOf: (path) => (isMarkdown(path) ? collectionIn(dirname(path)) : undefined),
  isMarkdown,
  isOutput: (path) => skipped.test(basename(path)),
  skipFolder: (path) => skipped.test(basename(path)),
  publishing: {
    flags: [draftFlag],
    siteConventions: ownFlags,
    dateKeys: ['date'],
    dateSample: '2000-01-01',
    draftDate: 'gives way',
  },
  publication: ({ path, frontMatter }, { timeZone }) => {
    const data = frontMatter?.data ?? {};
    const instant = isoInstant(data.date, timeZone);
    return {
      title: typeof data.title === 'string' && data.title !== '' ? data.title : titleOfSlug(postName(path)),
      ...(instant !== undefined && { date: isoTime(instant, timeZone) }),
      categories: termsOf(data.categories ?? data.category),
      tags: termsOf(data.tags),
      state: data.draft === true ? 'draft' : 'published',
      reasons: data.draft === true ? ['Its front matter says `draft: true`.'] : [],
    };
  },
  folders: {
    published: ['', 'static', 'public', 'source', 'src', 'assets'],
    styles: [
      ...['_site', 'public', 'dist'].flatMap((built) => styleFoldersIn(built, [])),
      ...styleFoldersIn('', ['static', 'src', 'source']),
    ],
  },
  insertion: { postReference: (path, from) => relativePath(from, path) },
  places: [collectionIn('')],
  newPostPath: (post, environment) => pathLike(post, namingOf(post.title, environment, false)),
};

function collectionIn(folder: string): Collection {
  return { name: folder === '' ? 'posts' : folder, folder };
}
