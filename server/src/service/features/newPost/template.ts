import type { Collection, Environment } from '../../generators/generator.ts';
import { slugify } from '../../generators/slug.ts';
import { digits, isoTime, zonedTime } from '../../generators/zone.ts';
import type { TemplateFacts } from '../../generators/templates.ts';
import type { Site } from '../../site/site.ts';
import { setValue } from '../../syntax/frontMatter/edits.ts';
import { parseFrontMatter } from '../../syntax/frontMatter/parseFrontMatter.ts';
import type { FrontMatterFormat } from '../../syntax/frontMatter.ts';
import { applyEdits } from '../../text/edit.ts';
import { join } from '../../text/uri.ts';
import type { Workspace } from '../../text/workspace.ts';
import { isPlain, quotedText, quoteOf } from './quote.ts';

/** Stands for the title while a template is filled in: a word that needs no quotes anywhere. */
const standIn = 'TheTitleOfThisPost';

/** A template filled in, and the path (relative to the site root) that it makes of the post's. */
export interface Filled {
  readonly path: string;
  readonly text: string;
}

/** The post that a template is to begin. */
export interface Start {
  readonly site: Site;
  readonly collection: Collection;
  readonly path: string;
  readonly title: string;
  readonly hasSiblings: boolean;
  /** A template that the writer chose. */
  readonly template?: string;
}

/** Files of `_templates` and of the generator that are not taken by themselves for a collection. */
export function templatesToChoose({ files, generator, configuration }: Site): { readonly name: string; readonly file: string }[] {
  const own = [...files].flatMap((file) => {
    const name = /^_templates\/([^/]+)\.(?:md|markdown|mdx)$/.exec(file)?.[1];
    return name === undefined || generator.places(configuration).some((place) => namesOf(place).includes(name)) ? [] : [{ name, file }];
  });
  return [...own, ...(generator.templates?.others?.(files) ?? [])];
}

/** What the site's template for a new post begins it with: the one chosen, one of `_templates`, the generator's; undefined where there is none that can be filled in. */
export async function filledTemplate(start: Start, environment: Environment, workspace: Workspace): Promise<Filled | undefined> {
  const { site, collection, path, template } = start;
  const wanted = { collection: collection.name, path };
  const own = namesOf(collection).map((name) => `_templates/${name}.md`);
  const theirs = site.generator.templates?.files(wanted, site.configuration) ?? [];
  const file = template ?? [...own, ...theirs].find((each) => site.files.has(each));
  const text = file === undefined ? withoutFile(start) : await workspace.read(join(site.root, file));
  if (text === undefined) return undefined;
  const isBundle = file !== undefined && file.endsWith('/index.md') && !/(^|\/)index\.[^/]+$/.test(path);
  const place = isBundle ? path.replace(/\.[^./]+$/, '/index.md') : path;
  const fill = file?.startsWith('_templates/') ? ownTokens : site.generator.templates?.fill;
  const zone = environment.timeZone;
  const filled = fill?.(text, { ...wanted, path: place, title: standIn, now: environment.now, zone, configuration: site.configuration });
  return filled === undefined ? undefined : { path: place, text: titled(filled, start, fill === ownTokens ? '"' : (site.generator.templates?.quote ?? '"')) };
}

function withoutFile({ site: { generator, configuration }, collection, path, hasSiblings }: Start): string | undefined {
  const wanted = { collection: collection.name, path };
  const { templates } = generator;
  return templates?.configured?.(wanted, configuration) ?? (hasSiblings ? undefined : templates?.builtIn?.(wanted, configuration));
}

/** `post` for `posts`. */
function namesOf({ name }: Pick<Collection, 'name'>): string[] {
  return [name, name.replace(/s$/, '')];
}

function ownTokens(template: string, { now, zone }: TemplateFacts): string {
  const { year, month, day, hour, minute } = zonedTime(now, zone);
  const values: Readonly<Record<string, string>> = {
    title: standIn, slug: `${standIn}Slug`, date: isoTime(now, zone), now: isoTime(now, zone),
    year: digits(year, 4), month: digits(month), day: digits(day), hour: digits(hour), minute: digits(minute), time: `${digits(hour)}:${digits(minute)}`,
  };
  return template.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => values[name] ?? whole);
}

/** The text with the writer's title in place of the word that stood for it, quoted where it is a value. */
function titled(text: string, { site, title }: Start, usual: '"' | "'"): string {
  const frontMatter = parseFrontMatter(text, site.generator.frontMatterFormats);
  const edits = (frontMatter?.entries ?? []).filter(({ value }) => value === standIn).map((entry) => {
    const quote = quoteOf(text.slice(entry.valueRange.start, entry.valueRange.end));
    return setValue(entry, text, writtenTitle(title, quote, frontMatter!.format, usual));
  });
  return applyEdits(text, edits).replaceAll(`${standIn}Slug`, () => slugify(title)).replaceAll(standIn, () => title);
}

function writtenTitle(title: string, quote: '"' | "'" | '', format: FrontMatterFormat, usual: '"' | "'"): string {
  if (format === 'toml' && quote === "'" && !title.includes("'")) return `'${title}'`;
  if (format !== 'yaml') return JSON.stringify(title);
  return quote === '' && isPlain(title) ? title : quotedText(title, quote === '' ? usual : quote);
}
