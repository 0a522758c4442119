import { createCommonTemplates } from '../../syntax/templates/languages.ts';
import { gfm } from '../../dialects/gfm.ts';
import { listStyleSheetFolders } from '../contract/folders.ts';
import { parseIsoDate } from '../shared/dates.ts';
import type { ConfiguredGenerator, Generator } from '../contract/generator.ts';
import type { Collection } from '../contract/model.ts';
import { getPostName, isMarkdown, toTerms } from '../shared/markdownFile.ts';
import { createPostNameParts, buildPostPath } from '../shared/naming.ts';
import { draftFlag, conventionalFlags } from '../contract/publishing.ts';
import { addCommonTags } from '../shared/tags.ts';
import { toTitle } from '../shared/slug.ts';
import { isoTime } from '../../text/calendar.ts';
import { basename, dirname, relativePath } from '../../text/paths.ts';

const skippedFolder = /^(?:\..+|node_modules|vendor|_site|dist|build|out|target|public)$/;

const identity = { id: 'plain', name: 'Markdown folder', configurationFiles: [] };

/** Any folder of Markdown, of which only drafts and dates are known. */
export const plain: Generator = { ...identity, detect: () => true, configure: () => ({ ...folder }) };

const tags = addCommonTags({
  highlight: { content: 'code' },
  code: { content: 'code' },
  codeblock: { content: 'code' },
});
const templates = createCommonTemplates(tags);

const folder: ConfiguredGenerator = {
  ...identity,
  dialect: gfm(),
  errors: [],
  frontMatterFormats: ['yaml', 'toml', 'json'],
  frontMatterOptions: { yaml: { allowsColonFirst: true, allowsTabsOnEmptyLines: true } },
  tags,
  getTemplates: () => templates,
  preview: { getExcerptSeparators: () => ['more', 'truncate'] },
  frontMatterKeys: [],
  getCollection: (path) => (isMarkdown(path) ? createCollection(dirname(path)) : undefined),
  isMarkdown,
  isOutputFolder: (path) => skippedFolder.test(basename(path)),
  isSkippedFolder: (path) => skippedFolder.test(basename(path)),
  publishing: {
    flags: [draftFlag],
    siteConventions: conventionalFlags,
    dateKeys: ['date'],
    dateSample: '2000-01-01',
    draftDateOnPublish: 'replace',
  },
  getPublication: ({ path, frontMatter }, { timeZone }) => {
    const data = frontMatter?.data ?? {};
    const instant = parseIsoDate(data.date, timeZone);
    return {
      title: typeof data.title === 'string' && data.title !== '' ? data.title : toTitle(getPostName(path)),
      ...(instant !== undefined && { date: isoTime(instant, timeZone) }),
      categories: toTerms(data.categories ?? data.category),
      tags: toTerms(data.tags),
      state: data.draft === true ? 'draft' : 'published',
      reasons: data.draft === true ? ['Its front matter says `draft: true`.'] : [],
    };
  },
  folders: {
    static: ['', 'static', 'public', 'source', 'src', 'assets'],
    styleSheets: [
      ...['_site', 'public', 'dist'].flatMap((built) => listStyleSheetFolders(built, [])),
      ...listStyleSheetFolders('', ['static', 'src', 'source']),
    ],
  },
  insertion: { formatPostReference: (path, from) => relativePath(from, path) },
  newPostCollections: [createCollection('')],
  createPostPath: (post, environment) => buildPostPath(post, createPostNameParts(post.title, environment)),
};

function createCollection(configuredGenerator: string): Collection {
  return { name: configuredGenerator === '' ? 'posts' : configuredGenerator, folder: configuredGenerator };
}
