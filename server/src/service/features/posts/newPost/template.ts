import type { Collection, Environment } from '../../../generators/contract/model.ts';
import { getPostName, toBundlePath } from '../../../generators/shared/markdownFile.ts';
import { slugify, toTitle } from '../../../generators/shared/slug.ts';
import { zeroPad, isoTime, zonedTime } from '../../../text/calendar.ts';
import type { TemplateVariables } from '../../../generators/contract/templates.ts';
import type { Site } from '../../../site/model/site.ts';
import { setValue } from '../../../syntax/frontMatter/edits.ts';
import { parseFrontMatter } from '../../../syntax/frontMatter/parseFrontMatter.ts';
import { applyEdits } from '../../../text/edit.ts';
import { join } from '../../../text/uri.ts';
import type { Workspace } from '../../../text/workspace.ts';
import { dirname } from '../../../text/paths.ts';
import { getLanguage } from './languages.ts';
import { openingQuote, formatTitle } from '../../frontMatter/quote.ts';

/** Placeholder of the title while a template is filled in: a word that needs no quotes in any format. */
const titlePlaceholder = 'TheTitleOfThisPost';

/** A template with its values, and the path (relative to the site root) that it gets. */
export interface FilledTemplate {
  readonly path: string;
  readonly text: string;
  /** Files that come with the post. */
  readonly additionalFiles?: readonly AdditionalFile[];
}

/** A file that comes with a new post, its path relative to the site root: a text, or a copy of a file of the site. */
type AdditionalFile =
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly from: string };

/** What a template is filled in with. */
export interface TemplateInput {
  readonly site: Site;
  readonly collection: Collection;
  /** As it is in the site's own language. */
  readonly path: string;
  /** The path as it is in the post's language. */
  inLanguage(path: string): string;
  readonly title: string;
  readonly hasSiblings: boolean;
  /** The template's file, where the writer chose one. */
  readonly template?: string;
}

/** Templates in `_templates` and of the generator that no collection of the site uses by default. */
export function listTemplates(
  { files, generator }: Site,
  collections: readonly Collection[],
): { readonly name: string; readonly file: string }[] {
  const own = [...files].flatMap((file) => {
    const name = /^_templates\/([^/]+)\.(?:md|markdown|mdx)$/.exec(file)?.[1];
    return name === undefined || collections.some((collection) => toTemplateNames(collection).includes(name))
      ? []
      : [{ name, file }];
  });
  const generatorTemplates = generator.postTemplates?.findNamedTemplates?.(files) ?? [];
  return [
    ...own,
    ...generatorTemplates.filter(({ name }) => !collections.some((collection) => collection.name === name)),
  ];
}

/**
 * A new post from the site's template: the chosen one, one of `_templates`, the generator's; undefined where there is
 * none that can be filled in.
 */
export async function fillTemplate(
  start: TemplateInput,
  environment: Environment,
  workspace: Workspace,
): Promise<FilledTemplate | undefined> {
  const { site, path: written, title } = start;
  const file = findTemplate(start);
  if (file?.endsWith('/')) return fillFolder(start, file, environment, workspace);
  const template = file === undefined ? getBuiltInTemplate(start) : await workspace.read(join(site.root, file));
  const path = start.inLanguage(written);
  const text = template === undefined ? undefined : fillText(template, { ...start, file, path, title }, environment);
  return text === undefined ? undefined : { path, text };
}

function findTemplate({ template, site, collection, path }: TemplateInput): string | undefined {
  const own = toTemplateNames(collection).map((name) => `_templates/${name}.md`);
  const generatorTemplates =
    site.generator.postTemplates?.getCandidateFiles({ collection: collection.name, path }) ?? [];
  return (
    template ??
    [...own, ...generatorTemplates].find((each) =>
      each.endsWith('/') ? listFiles(site, each).some(isIndex) : site.files.has(each),
    )
  );
}

/** Paths below a folder of templates, without hidden files. */
function listFiles({ files, siteView }: Site, folder: string): string[] {
  if (!siteView.hasFolder(folder.slice(0, -1))) return [];
  return [...files]
    .filter((file) => file.startsWith(folder))
    .map((file) => file.slice(folder.length))
    .filter((path) => !/(?:^|\/)\./.test(path));
}

function isIndex(path: string): boolean {
  return /^index\.(?:[^/]+\.)?md$/.test(path);
}

/**
 * A folder of templates as the bundle of a post: pages filled in, all else copied; undefined where a page cannot be
 * filled in.
 */
async function fillFolder(
  start: TemplateInput,
  folder: string,
  environment: Environment,
  workspace: Workspace,
): Promise<FilledTemplate | undefined> {
  const { site } = start;
  const usual = start.inLanguage(toBundlePath(start.path));
  const home = dirname(usual);
  const files = listFiles(site, folder);
  const language = getLanguage(site, { path: usual, frontMatter: undefined });
  const translated = files.find(
    (file) =>
      isIndex(file) &&
      file !== 'index.md' &&
      getLanguage(site, { path: `${home}/${file}`, frontMatter: undefined }) === language,
  );
  const main = translated ?? (files.includes('index.md') ? 'index.md' : files.find(isIndex));
  const targets = files.map((file) => ({
    folder,
    file,
    path: file !== main ? `${home}/${file}` : translated ? `${home}/${translated}` : usual,
  }));
  const filled = await Promise.all(targets.map((target) => fillFile(start, target, environment, workspace)));
  const made = filled.filter((each) => each !== undefined);
  const post = made.length < files.length ? undefined : made[files.indexOf(main ?? '')];
  return post && 'text' in post ? { ...post, additionalFiles: made.filter((each) => each !== post) } : undefined;
}

/**
 * One file of a folder of templates, `file` within `folder`, as the file `path` of a post; undefined where it cannot be
 * filled in.
 */
async function fillFile(
  start: TemplateInput,
  { folder, file, path }: { readonly folder: string; readonly file: string; readonly path: string },
  environment: Environment,
  workspace: Workspace,
): Promise<AdditionalFile | undefined> {
  const { site } = start;
  if (!site.generator.postTemplates?.isTemplateFile?.(file)) return { path, from: folder + file };
  const template = await workspace.read(join(site.root, folder + file));
  if (template === undefined) return undefined;
  const title = isIndex(file) ? start.title : toTitle(getPostName(file));
  const text = fillText(template, { ...start, file: folder, path, title }, environment);
  return text === undefined ? undefined : { path, text };
}

interface FillInput extends Pick<TemplateInput, 'site' | 'collection' | 'template'> {
  readonly file: string | undefined;
  readonly path: string;
  readonly title: string;
}

function fillText(template: string, filling: FillInput, environment: Environment): string | undefined {
  const {
    site: { generator },
    collection,
    file,
    path,
  } = filling;
  const isOwn = file?.startsWith('_templates/') === true;
  const kind = isOwn ? undefined : /(?:^|\/)([^/]+?)(?:\.md|\/)$/.exec(filling.template ?? '')?.[1];
  const zone =
    isOwn || generator.postTemplates?.usesSiteTimeZone
      ? (generator.timeZone ?? environment.timeZone)
      : environment.timeZone;
  const fill = isOwn ? fillOwnTokens : generator.postTemplates?.fill;
  const filled = fill?.(template, {
    collection: collection.name,
    path,
    title: titlePlaceholder,
    now: environment.now,
    timeZone: zone,
    ...(kind !== undefined && { kind }),
  });
  return filled === undefined ? undefined : insertTitle(filled, filling, isOwn ? undefined : generator.postTemplates);
}

function getBuiltInTemplate({ site: { generator }, collection, path, hasSiblings }: TemplateInput): string | undefined {
  const wanted = { collection: collection.name, path };
  const { postTemplates } = generator;
  return (
    postTemplates?.getConfiguredTemplate?.(wanted) ??
    (hasSiblings ? undefined : postTemplates?.getBuiltInTemplate?.(wanted))
  );
}

/** `post` for `posts`. */
function toTemplateNames({ name }: Pick<Collection, 'name'>): string[] {
  return [name, name.replace(/s$/, '')];
}

function fillOwnTokens(template: string, { now, timeZone }: TemplateVariables): string {
  const { year, month, day, hour, minute } = zonedTime(now, timeZone);
  const values: Readonly<Record<string, string>> = {
    title: titlePlaceholder,
    slug: `${titlePlaceholder}Slug`,
    date: isoTime(now, timeZone),
    now: isoTime(now, timeZone),
    year: zeroPad(year, 4),
    month: zeroPad(month),
    day: zeroPad(day),
    hour: zeroPad(hour),
    minute: zeroPad(minute),
    time: `${zeroPad(hour)}:${zeroPad(minute)}`,
  };
  return template.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => values[name] ?? whole);
}

/** The text with the writer's title in place of the word that stood for it, quoted where it is a value. */
function insertTitle(
  text: string,
  { site: { generator }, title }: FillInput,
  templates: Site['generator']['postTemplates'],
): string {
  const frontMatter = parseFrontMatter(text, generator.frontMatterFormats, generator.frontMatterOptions);
  const edits = (frontMatter?.entries ?? [])
    .filter(({ value }) => value === titlePlaceholder)
    .map((entry) => {
      const quote =
        openingQuote(text.slice(entry.valueRange.start, entry.valueRange.end)) ||
        (templates?.isAlwaysQuoted?.(title) ? '"' : '');
      return setValue(entry, text, formatTitle(title, quote, frontMatter!.format, templates?.titleQuote ?? '"'));
    });
  return applyEdits(text, edits)
    .replaceAll(`${titlePlaceholder}Slug`, () => slugify(title))
    .replaceAll(titlePlaceholder, () => title);
}
