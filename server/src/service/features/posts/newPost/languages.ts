import type { Collection } from '../../../generators/contract/model.ts';
import type { Language, Languages } from '../../../generators/contract/languages.ts';
import { language, ownName } from '../../../generators/contract/languages.ts';
import type { Post, Site } from '../../../site/model/site.ts';
import { addEntry, setValue } from '../../../syntax/frontMatter/edits.ts';
import { parseFrontMatter } from '../../../syntax/frontMatter/parseFrontMatter.ts';
import { applyEdits } from '../../../text/edit.ts';
import { quotedText, quoteOf } from '../../frontMatter/quote.ts';
import { memoize } from '../../../text/memo.ts';
import { dirname } from '../../../text/paths.ts';

/** Keys by which posts tell their language where their place does not. */
const keys = ['lang', 'locale'];

/** How paths tell languages on a site; undefined where front matter does. */
export function languagesByPath(site: Site): Languages | undefined {
  const { languages } = site.generator;
  return languages?.isHabit && !hasPathsInOtherLanguages(site, languages) ? undefined : languages;
}

const hasPathsInOtherLanguages = memoize(({ posts }: Site, languages: Languages): boolean =>
  [...posts.values()].some(({ path }) => languages.of(path) !== languages.all[0]?.code),
);

/** The languages that a new post of a collection can be in, the site's own first; empty where there is nothing to choose. */
export function languagesFor(site: Site, collection: Collection): readonly Language[] {
  const languages = languagesByPath(site);
  const found = languages
    ? languages.all.filter(({ code }) => inLanguage(site, fileIn(collection.folder), code) !== undefined)
    : spokenIn(site, collection);
  return found.length > 1 ? found : [];
}

/** Languages of posts that say so in their front matter, and those the configuration lists beside them. */
function spokenIn(site: Site, { name }: Collection): Language[] {
  const posts = [...site.posts.values()].filter(({ collection }) => collection.name === name);
  const counts = new Map<string, number>();
  for (const code of posts.map((post) => languageOf(site, post)))
    if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
  const unmarked = posts.some((post) => languageOf(site, post) === undefined);
  const declared = site.generator.declaredLanguages;
  if (counts.size === 0 && !declared?.areInFileNames) return [];
  const listed = (declared?.listed ?? []).filter(isCode);
  for (const code of listed) counts.set(code, counts.get(code) ?? 0);
  const own = ownCode([...(declared?.own ?? []), ...listed].filter(isCode), [...counts.keys()], unmarked);
  if (own !== undefined) counts.set(own, counts.get(own) ?? 0);
  const codes = [...counts]
    .sort(([a, many], [b, few]) => Number(b === own) - Number(a === own) || few - many)
    .map(([code]) => code);
  return codes.filter(isCode).map((code) => language(code));
}

/** The language that the configuration names as the site's own, spelt as posts spell it; that of posts which name none, if there are such. */
function ownCode(named: readonly string[], used: readonly string[], unmarked: boolean): string | undefined {
  return (
    named.find((code) => used.includes(code)) ??
    used.find((code) => named[0] !== undefined && isSameTongue(code, named[0])) ??
    (unmarked ? named[0] : undefined)
  );
}

function isCode(code: string): boolean {
  return ownName(code) !== undefined;
}

/** `en` and `en_US`. */
function isSameTongue(one: string, other: string): boolean {
  const [a, b] = [one, other].map((code) => code.split(/[-_]/)[0]!.toLowerCase());
  return a === b;
}

/** The language of a post, by its path or its front matter; undefined for none. */
export function languageOf(site: Site, { path, frontMatter }: Pick<Post, 'path' | 'frontMatter'>): string | undefined {
  const languages = languagesByPath(site);
  if (languages) return languages.of(path);
  const code = keys.map((key) => frontMatter?.data[key]).find((each) => typeof each === 'string');
  return typeof code === 'string' && ownName(code) !== undefined ? code : undefined;
}

/** The path that a post has in a language, spelt as most of `posts` in that language are; undefined where it has no place there. */
export function inLanguage(site: Site, path: string, code: string, posts: readonly Post[] = []): string | undefined {
  const languages = languagesByPath(site);
  if (!languages) return path;
  const [usual, other] = languages.paths(path, code);
  const others =
    other === undefined ? 0 : posts.filter((post) => languages.paths(post.path, code)[1] === post.path).length;
  return others * 2 > posts.length ? other : usual;
}

/** A path as it is in the site's own language, where the path tells languages apart. */
export function inOwnLanguage(site: Site, path: string): string {
  const [own, second] = languagesByPath(site)?.all ?? [];
  return own && second ? (inLanguage(site, path, own.code) ?? path) : path;
}

/** The folder in which posts of the site's own language lie that are those of a folder in another. */
export function folderInOwnLanguage(site: Site, folder: string): string {
  return dirname(inOwnLanguage(site, fileIn(folder)));
}

/** Some post in a folder. */
export function fileIn(folder: string): string {
  return folder === '' ? 'x.md' : `${folder}/x.md`;
}

/** A text whose front matter says its language, where posts do: all in other languages than the site's own, and the site's own if most of its do. */
export function withLanguage(site: Site, text: string, code: string, posts: readonly Post[], isOwn: boolean): string {
  const frontMatter = parseFrontMatter(text, site.generator.frontMatterFormats);
  if (languagesByPath(site) || !frontMatter) return text;
  const telling = posts.filter((post) => languageOf(site, post) !== undefined);
  const key = keys.find((each) => telling.some((post) => post.frontMatter?.data[each] !== undefined)) ?? keys[0]!;
  const entry = frontMatter.entries.findLast((each) => each.key === key && !each.commented);
  if (entry)
    return entry.value === code
      ? text
      : applyEdits(text, [
          setValue(entry, text, quotedText(code, quoteOf(text.slice(entry.valueRange.start, entry.valueRange.end)))),
        ]);
  if (isOwn && posts.filter((post) => languageOf(site, post) === code).length <= posts.length - telling.length)
    return text;
  const edit = addEntry(
    frontMatter,
    text,
    key,
    frontMatter.format === 'yaml' ? quotedText(code, '') : JSON.stringify(code),
    { after: 'title' },
  );
  return edit ? applyEdits(text, [edit]) : text;
}
