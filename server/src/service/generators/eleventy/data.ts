import { readConfigurationFile } from '../shared/configurationFile.ts';
import type { PostSource, SiteView } from '../contract/model.ts';
import type { MergeRules } from '../shared/mergeDeep.ts';
import { mergeDeep } from '../shared/mergeDeep.ts';
import { readScript } from '../shared/script/index.ts';
import { asNonEmptyString } from '../shared/values.ts';
import { memoizeByName } from '../../text/memo.ts';
import type { EleventySettings } from './settings.ts';

type Data = Readonly<Record<string, unknown>>;

/** The data of a page as far as files say it, and whether code may add to it. */
export interface PageData {
  readonly data: Data;
  /** Keys that code may set in ways nobody sees; `all` where anything may come. */
  readonly unsure: ReadonlySet<string> | 'all';
}

/** The data cascade of a page (`TemplateData.js`): files of its folders from the top down, its own, its front matter. */
export function cascade(
  { path, frontMatter, siteView }: Pick<PostSource, 'path' | 'frontMatter' | 'siteView'>,
  settings: EleventySettings,
): PageData {
  const stems = stemsOf(path, settings);
  const files = stems.flatMap((stem) =>
    ['.json', '.11tydata.json', '.11tydata.mjs', '.11tydata.cjs', '.11tydata.js'].map((ending) => stem + ending),
  );
  const unsure = new Set<string>();
  let isOpen = false;
  let data: Data = {};
  for (const file of files) {
    if (!siteView.hasFile(file)) continue;
    const own = dataIn(siteView, file);
    if (own === undefined || '...' in own) isOpen = true;
    for (const [key, value] of Object.entries(own ?? {})) if (value === undefined) unsure.add(key);
    data = mergeDeep(data, own ?? {}, mergeRules);
  }
  data = mergeDeep(data, frontMatter?.data ?? {}, mergeRules);
  if (layoutSetsPermalink(data.layout, siteView, settings)) unsure.add('permalink');
  for (const key of Object.keys(frontMatter?.data ?? {})) unsure.delete(key);
  return { data, unsure: isOpen ? 'all' : unsure };
}

/** Paths without ending of the data files for a page: `posts/posts` for the folder, `posts/a` for the page. */
function stemsOf(path: string, { inputFolder }: EleventySettings): string[] {
  const segments = path.split('/');
  const depth = inputFolder === '' ? 0 : inputFolder.split('/').length;
  const folders = segments.slice(0, -1).map((name, at) => [...segments.slice(0, at + 1), name].join('/'));
  return [...folders.slice(Math.max(0, depth - 1)), path.replace(/\.[^./]+$/, '')];
}

const dataIn = memoizeByName((siteView: SiteView, file: string): Data | undefined => {
  const text = siteView.getText(file);
  if (text === undefined) return undefined;
  return file.endsWith('.json') ? readConfigurationFile(file, text).data : readScript(text).exported;
});

/** `Merge.js`: lists are joined, a single tag counts as a list, and `override:` takes the new value alone. */
const mergeRules: MergeRules = {
  toKey: (written) => written.replace(/^override:/, ''),
  chooseValue: (before, after, key) => {
    const [old, fresh] = key === 'tags' ? [listed(before), listed(after)] : [before, after];
    return Array.isArray(old) && Array.isArray(fresh)
      ? [...new Set([...(old as unknown[]), ...(fresh as unknown[])])]
      : fresh;
  },
};

function listed(value: unknown): unknown {
  return typeof value === 'string' ? [value] : value;
}

/** Whether the layout has a `permalink` in its front matter, which pages without one take over. */
function layoutSetsPermalink(
  layout: unknown,
  siteView: SiteView,
  { includesFolder, layoutsFolder }: EleventySettings,
): boolean {
  const name = asNonEmptyString(layout);
  if (name === undefined) return false;
  const endings = ['', '.njk', '.liquid', '.html', '.webc', '.hbs', '.ejs', '.pug', '.md'];
  const texts = endings.map((ending) => siteView.getText(`${layoutsFolder ?? includesFolder}/${name}${ending}`));
  return /^---[^]*?\n(?:permalink|eleventyComputed)\s*:/.test(
    texts.find((text) => text !== undefined)?.slice(0, 2000) ?? '',
  );
}
