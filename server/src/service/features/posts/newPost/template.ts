import type { Collection, Environment } from '../../../generators/contract/model.ts';
import { postName, bundled } from '../../../generators/shared/markdownFile.ts';
import { slugify, titleOfSlug } from '../../../generators/shared/slug.ts';
import { zeroPad, isoTime, zonedTime } from '../../../text/calendar.ts';
import type { TemplateFacts } from '../../../generators/contract/templates.ts';
import type { Site } from '../../../site/model/site.ts';
import { setValue } from '../../../syntax/frontMatter/edits.ts';
import { parseFrontMatter } from '../../../syntax/frontMatter/parseFrontMatter.ts';
import { applyEdits } from '../../../text/edit.ts';
import { join } from '../../../text/uri.ts';
import type { Workspace } from '../../../text/workspace.ts';
import { dirname } from '../../../text/paths.ts';
import { languageOf } from './languages.ts';
import { quoteOf, writtenTitle } from '../../frontMatter/quote.ts';

/** Stands for the title while a template is filled in: a word that needs no quotes anywhere. */
const standIn = 'TheTitleOfThisPost';

/** A template filled in, and the path (relative to the site root) that it makes of the post's. */
export interface Filled {
  readonly path: string;
  readonly text: string;
  /** Files that come with the post. */
  readonly beside?: readonly Beside[];
}

/** A file beside a new post, its path relative to the site root: a text, or a copy of a file of the site. */
type Beside = { readonly path: string; readonly text: string } | { readonly path: string; readonly from: string };

/** The post that a template is to begin. */
export interface Start {
  readonly site: Site;
  readonly collection: Collection;
  /** As it is in the site's own language. */
  readonly path: string;
  /** The path as it is in the post's language. */
  inLanguage(path: string): string;
  readonly title: string;
  readonly hasSiblings: boolean;
  /** A template that the writer chose. */
  readonly template?: string;
}

/** Files of `_templates` and of the generator that are not taken by themselves for one of the site's collections. */
export function templatesToChoose(
  { files, generator }: Site,
  collections: readonly Collection[],
): { readonly name: string; readonly file: string }[] {
  const own = [...files].flatMap((file) => {
    const name = /^_templates\/([^/]+)\.(?:md|markdown|mdx)$/.exec(file)?.[1];
    return name === undefined || collections.some((collection) => namesOf(collection).includes(name))
      ? []
      : [{ name, file }];
  });
  const theirs = generator.templates?.others?.(files) ?? [];
  return [...own, ...theirs.filter(({ name }) => !collections.some((collection) => collection.name === name))];
}

/** What the site's template for a new post begins it with: the one chosen, one of `_templates`, the generator's; undefined where there is none that can be filled in. */
export async function filledTemplate(
  start: Start,
  environment: Environment,
  workspace: Workspace,
): Promise<Filled | undefined> {
  const { site, path: written, title } = start;
  const file = templateFor(start);
  if (file?.endsWith('/')) return filledFolder(start, file, environment, workspace);
  const template = file === undefined ? withoutFile(start) : await workspace.read(join(site.root, file));
  const path = start.inLanguage(written);
  const text = template === undefined ? undefined : filledIn(template, { ...start, file, path, title }, environment);
  return text === undefined ? undefined : { path, text };
}

function templateFor({ template, site, collection, path }: Start): string | undefined {
  const own = namesOf(collection).map((name) => `_templates/${name}.md`);
  const theirs = site.generator.templates?.files({ collection: collection.name, path }) ?? [];
  return (
    template ??
    [...own, ...theirs].find((each) => (each.endsWith('/') ? filesIn(site, each).some(isIndex) : site.files.has(each)))
  );
}

/** Paths below a folder of templates, editors' and systems' own files left out. */
function filesIn({ files, siteView }: Site, folder: string): string[] {
  if (!siteView.hasFolder(folder.slice(0, -1))) return [];
  return [...files]
    .filter((file) => file.startsWith(folder))
    .map((file) => file.slice(folder.length))
    .filter((path) => !/(?:^|\/)\./.test(path));
}

function isIndex(path: string): boolean {
  return /^index\.(?:[^/]+\.)?md$/.test(path);
}

/** A folder of templates as the folder of a post: pages filled in, all else copied; undefined where a page is beyond us. */
async function filledFolder(
  start: Start,
  folder: string,
  environment: Environment,
  workspace: Workspace,
): Promise<Filled | undefined> {
  const { site } = start;
  const usual = start.inLanguage(bundled(start.path));
  const home = dirname(usual);
  const files = filesIn(site, folder);
  const spoken = languageOf(site, { path: usual, frontMatter: undefined });
  const marked = files.find(
    (file) =>
      isIndex(file) &&
      file !== 'index.md' &&
      languageOf(site, { path: `${home}/${file}`, frontMatter: undefined }) === spoken,
  );
  const main = marked ?? (files.includes('index.md') ? 'index.md' : files.find(isIndex));
  const targets = files.map((file) => ({
    file,
    path: file !== main ? `${home}/${file}` : marked ? `${home}/${marked}` : usual,
  }));
  const filled = await Promise.all(targets.map((target) => filledFile(start, folder, target, environment, workspace)));
  const made = filled.filter((each) => each !== undefined);
  const post = made.length < files.length ? undefined : made[files.indexOf(main ?? '')];
  return post && 'text' in post ? { ...post, beside: made.filter((each) => each !== post) } : undefined;
}

/** One file of a folder of templates, `file` within `folder`, as the file `path` of a post; undefined where it is beyond us. */
async function filledFile(
  start: Start,
  folder: string,
  { file, path }: { readonly file: string; readonly path: string },
  environment: Environment,
  workspace: Workspace,
): Promise<Beside | undefined> {
  const { site } = start;
  if (!site.generator.templates?.fills?.(file)) return { path, from: folder + file };
  const template = await workspace.read(join(site.root, folder + file));
  if (template === undefined) return undefined;
  const title = isIndex(file) ? start.title : titleOfSlug(postName(file));
  const text = filledIn(template, { ...start, file: folder, path, title }, environment);
  return text === undefined ? undefined : { path, text };
}

interface Filling extends Pick<Start, 'site' | 'collection' | 'template'> {
  readonly file: string | undefined;
  readonly path: string;
  readonly title: string;
}

function filledIn(template: string, filling: Filling, environment: Environment): string | undefined {
  const {
    site: { generator },
    collection,
    file,
    path,
  } = filling;
  const isOwn = file?.startsWith('_templates/') === true;
  const kind = isOwn ? undefined : /([^/]+?)(?:\.md|\/)$/.exec(filling.template ?? '')?.[1];
  const zone =
    isOwn || generator.templates?.inSitesZone ? (generator.timeZone ?? environment.timeZone) : environment.timeZone;
  const fill = isOwn ? ownTokens : generator.templates?.fill;
  const filled = fill?.(template, {
    collection: collection.name,
    path,
    title: standIn,
    now: environment.now,
    zone,
    ...(kind !== undefined && { kind }),
  });
  return filled === undefined ? undefined : titled(filled, filling, isOwn);
}

function withoutFile({ site: { generator }, collection, path, hasSiblings }: Start): string | undefined {
  const wanted = { collection: collection.name, path };
  const { templates } = generator;
  return templates?.configured?.(wanted) ?? (hasSiblings ? undefined : templates?.builtIn?.(wanted));
}

/** `post` for `posts`. */
function namesOf({ name }: Pick<Collection, 'name'>): string[] {
  return [name, name.replace(/s$/, '')];
}

function ownTokens(template: string, { now, zone }: TemplateFacts): string {
  const { year, month, day, hour, minute } = zonedTime(now, zone);
  const values: Readonly<Record<string, string>> = {
    title: standIn,
    slug: `${standIn}Slug`,
    date: isoTime(now, zone),
    now: isoTime(now, zone),
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
function titled(text: string, { site: { generator }, title }: Filling, isOwn: boolean): string {
  const frontMatter = parseFrontMatter(text, generator.frontMatterFormats);
  const templates = isOwn ? undefined : generator.templates;
  const edits = (frontMatter?.entries ?? [])
    .filter(({ value }) => value === standIn)
    .map((entry) => {
      const quote =
        quoteOf(text.slice(entry.valueRange.start, entry.valueRange.end)) ||
        (templates?.quotesAnyway?.(title) ? '"' : '');
      return setValue(entry, text, writtenTitle(title, quote, frontMatter!.format, templates?.quote ?? '"'));
    });
  return applyEdits(text, edits)
    .replaceAll(`${standIn}Slug`, () => slugify(title))
    .replaceAll(standIn, () => title);
}
