import { readConfigurationFile } from '../shared/configurationFile.ts';
import type { PostSource, SiteView } from '../contract/model.ts';
import type { FrontMatterOutline } from '../../syntax/frontMatter/index.ts';
import type { MergeRules } from '../shared/mergeDeep.ts';
import { mergeDeep } from '../shared/mergeDeep.ts';
import { readScript } from '../shared/script/index.ts';
import { asNonEmptyString } from '../shared/values.ts';
import { memoizeByName } from '../../text/memo.ts';
import type { EleventySettings } from './settings.ts';

type Data = Readonly<Record<string, unknown>>;

/** The data of a page from files, and which keys of it code can set. */
export interface PageData {
  readonly data: Data;
  /** Keys whose values code sets; `all` where code can set any key. */
  readonly unknownKeys: ReadonlySet<string> | 'all';
}

/** A page or template as the data cascade needs it. */
interface PageSource extends Pick<PostSource, 'path' | 'siteView'> {
  readonly frontMatter: Pick<FrontMatterOutline, 'data'> | undefined;
}

/** Merges the data cascade of a page (`TemplateData.js`): data files of its folders from the top down, its own data file, its front matter. */
export function mergeDataCascade({ path, frontMatter, siteView }: PageSource, settings: EleventySettings): PageData {
  const stems = getDataFileStems(path, settings);
  const files = stems.flatMap((stem) =>
    ['.json', '.11tydata.json', '.11tydata.mjs', '.11tydata.cjs', '.11tydata.js'].map((ending) => stem + ending),
  );
  const unknownKeys = new Set<string>();
  let isOpen = false;
  let data: Data = {};
  for (const file of files) {
    if (!siteView.hasFile(file)) continue;
    const own = readDataFile(siteView, file);
    if (own === undefined || '...' in own) isOpen = true;
    for (const [key, value] of Object.entries(own ?? {})) if (value === undefined) unknownKeys.add(key);
    data = mergeDeep(data, own ?? {}, mergeRules);
  }
  data = mergeDeep(data, frontMatter?.data ?? {}, mergeRules);
  if (hasLayoutPermalink(data.layout, siteView, settings)) unknownKeys.add('permalink');
  for (const key of Object.keys(frontMatter?.data ?? {})) unknownKeys.delete(key);
  return { data, unknownKeys: isOpen ? 'all' : unknownKeys };
}

/** Returns the paths without extension of the data files of a page: `posts/posts` for the folder, `posts/a` for the page. */
function getDataFileStems(path: string, { inputFolder }: EleventySettings): string[] {
  const segments = path.split('/');
  const depth = inputFolder === '' ? 0 : inputFolder.split('/').length;
  const folders = segments.slice(0, -1).map((name, at) => [...segments.slice(0, at + 1), name].join('/'));
  return [...folders.slice(Math.max(0, depth - 1)), path.replace(/(?:\.11ty)?\.[^./]+$/, '')];
}

const readDataFile = memoizeByName((siteView: SiteView, file: string): Data | undefined => {
  const text = siteView.getText(file);
  if (text === undefined) return undefined;
  return file.endsWith('.json') ? readConfigurationFile(file, text).data : readScript(text).exported;
});

/** `Merge.js`: lists are concatenated, a single tag is a list, and a key with `override:` replaces the value. */
const mergeRules: MergeRules = {
  toKey: (written) => written.replace(/^override:/, ''),
  chooseValue: (before, after, key) => {
    const [old, fresh] = key === 'tags' ? [toList(before), toList(after)] : [before, after];
    return Array.isArray(old) && Array.isArray(fresh)
      ? [...new Set([...(old as unknown[]), ...(fresh as unknown[])])]
      : fresh;
  },
};

function toList(value: unknown): unknown {
  return typeof value === 'string' ? [value] : value;
}

/** Whether the layout has a `permalink` in its front matter, which pages without one inherit. */
function hasLayoutPermalink(
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
