import type { Collection } from '../../../generators/contract/model.ts';
import type { Language, Languages } from '../../../generators/contract/languages.ts';
import { createLanguage, getNativeName } from '../../../generators/contract/languages.ts';
import type { Post, Site } from '../../../site/model/site.ts';
import { addEntry, setValue } from '../../../syntax/frontMatter/edits.ts';
import { parseFrontMatter } from '../../../syntax/frontMatter/parseFrontMatter.ts';
import { applyEdits } from '../../../text/edit.ts';
import { quoteText, openingQuote } from '../../frontMatter/quote.ts';
import { memoize } from '../../../text/memo.ts';
import { dirname } from '../../../text/paths.ts';

/** Keys for the language of a post where its path does not say it. */
const languageKeys = ['lang', 'locale'];

/** The languages of a site that paths distinguish; undefined where front matter does. */
export function languagesByPath(site: Site): Languages | undefined {
  const { languages } = site.generator;
  return languages?.isConvention && !hasPathsInOtherLanguages(site, languages) ? undefined : languages;
}

const hasPathsInOtherLanguages = memoize(({ posts }: Site, languages: Languages): boolean =>
  [...posts.values()].some(({ path }) => languages.getLanguage(path) !== languages.all[0]?.code),
);

/**
 * The languages that a new post of a collection can be in, the site's own first; empty where there is nothing to
 * choose.
 */
export function languagesFor(site: Site, collection: Collection): readonly Language[] {
  const languages = languagesByPath(site);
  const found = languages
    ? languages.all.filter(({ code }) => toLanguagePath(site, toSamplePath(collection.folder), code) !== undefined)
    : languagesInFrontMatter(site, collection);
  return found.length > 1 ? found : [];
}

/** Languages in the front matter of posts, and those that the configuration lists. */
function languagesInFrontMatter(site: Site, { name }: Collection): Language[] {
  const posts = [...site.posts.values()].filter(({ collection }) => collection.name === name);
  const counts = new Map<string, number>();
  for (const code of posts.map((post) => getLanguage(site, post)))
    if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
  const hasUnmarked = posts.some((post) => getLanguage(site, post) === undefined);
  const declared = site.generator.declaredLanguages;
  if (counts.size === 0 && !declared?.areInFileNames) return [];
  const listed = (declared?.all ?? []).filter(isCode);
  for (const code of listed) counts.set(code, counts.get(code) ?? 0);
  const declaredCodes = [...(declared?.defaultCandidates ?? []), ...listed].filter(isCode);
  const own = findOwnCode(declaredCodes, [...counts.keys()]) ?? (hasUnmarked ? declaredCodes[0] : undefined);
  if (own !== undefined) counts.set(own, counts.get(own) ?? 0);
  const codes = [...counts]
    .sort(([a, many], [b, few]) => Number(b === own) - Number(a === own) || few - many)
    .map(([code]) => code);
  return codes.filter(isCode).map((code) => createLanguage(code));
}

/** The first declared code, as posts write it (`en` for `en-US`); undefined where no post has it. */
function findOwnCode(codes: readonly string[], used: readonly string[]): string | undefined {
  return (
    codes.find((code) => used.includes(code)) ??
    used.find((code) => codes[0] !== undefined && isSameLanguage(code, codes[0]))
  );
}

function isCode(code: string): boolean {
  return getNativeName(code) !== undefined;
}

/** `en` and `en_US`. */
function isSameLanguage(one: string, other: string): boolean {
  const [a, b] = [one, other].map((code) => code.split(/[-_]/)[0]!.toLowerCase());
  return a === b;
}

/** The language of a post, by its path or its front matter; undefined for none. */
export function getLanguage(site: Site, { path, frontMatter }: Pick<Post, 'path' | 'frontMatter'>): string | undefined {
  const languages = languagesByPath(site);
  if (languages) return languages.getLanguage(path);
  const code = languageKeys.map((key) => frontMatter?.data[key]).find((each) => typeof each === 'string');
  return typeof code === 'string' && getNativeName(code) !== undefined ? code : undefined;
}

/**
 * The path of a post in a language, in the form that most of `posts` in that language have; undefined where it has
 * none.
 */
export function toLanguagePath(
  site: Site,
  path: string,
  code: string,
  posts: readonly Post[] = [],
): string | undefined {
  const languages = languagesByPath(site);
  if (!languages) return path;
  const [usual, other] = languages.getTranslationPaths(path, code);
  const others =
    other === undefined
      ? 0
      : posts.filter((post) => languages.getTranslationPaths(post.path, code)[1] === post.path).length;
  return others * 2 > posts.length ? other : usual;
}

/** The path in the site's own language, where paths distinguish languages. */
export function toOwnLanguagePath(site: Site, path: string): string {
  const [own, second] = languagesByPath(site)?.all ?? [];
  return own && second ? (toLanguagePath(site, path, own.code) ?? path) : path;
}

/** The folder of the site's own language that corresponds to a folder of another. */
export function toOwnLanguageFolder(site: Site, folder: string): string {
  return dirname(toOwnLanguagePath(site, toSamplePath(folder)));
}

/** A path in a folder, for questions about the folder. */
export function toSamplePath(folder: string): string {
  return folder === '' ? 'x.md' : `${folder}/x.md`;
}

/**
 * Sets the language in the front matter of a text, where posts do so: in other languages than the site's own, and in
 * its own if most posts in it do.
 */
export function setLanguage(
  site: Site,
  text: string,
  { code, isOwn }: { readonly code: string; readonly isOwn: boolean },
  posts: readonly Post[],
): string {
  const frontMatter = parseFrontMatter(text, site.generator.frontMatterFormats, site.generator.frontMatterOptions);
  if (languagesByPath(site) || !frontMatter) return text;
  const marked = posts.filter((post) => getLanguage(site, post) !== undefined);
  const key =
    languageKeys.find((each) => marked.some((post) => post.frontMatter?.data[each] !== undefined)) ?? languageKeys[0]!;
  const entry = frontMatter.entries.findLast((each) => each.key === key && !each.commented);
  if (entry)
    return entry.value === code
      ? text
      : applyEdits(text, [
          setValue(
            entry,
            text,
            quoteText(code, openingQuote(text.slice(entry.valueRange.start, entry.valueRange.end))),
          ),
        ]);
  if (isOwn && posts.filter((post) => getLanguage(site, post) === code).length <= posts.length - marked.length)
    return text;
  const edit = addEntry(
    frontMatter,
    text,
    key,
    frontMatter.format === 'yaml' ? quoteText(code, '') : JSON.stringify(code),
    { after: 'title' },
  );
  return edit ? applyEdits(text, [edit]) : text;
}
