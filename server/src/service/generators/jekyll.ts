import { readConfigurationFile } from './configurationFile.ts';
import type { Configuration, Environment, Generator, PostSource, PostState, Publication } from './generator.ts';
import type { JekyllDocument } from './jekyll/document.ts';
import { isDatedName, isUnreadable, readDocument } from './jekyll/document.ts';
import { keysWith } from './jekyll/keys.ts';
import { addressOf } from './jekyll/permalink.ts';
import type { Place } from './jekyll/place.ts';
import { folderOf, isSkipped, placeOf } from './jekyll/place.ts';
import type { JekyllSettings } from './jekyll/settings.ts';
import { settingsOf, truthy } from './jekyll/settings.ts';
import { namingOf, pathLike } from './naming.ts';
import { titleOfSlug } from './slug.ts';
import { isoTime } from './zone.ts';

const configurationFiles = ['_config.yml', '_config.yaml', '_config.toml'];

/** Jekyll 4; facts by its source (4.3). */
export const jekyll: Generator = {
  id: 'jekyll',
  name: 'Jekyll',
  detect: (names) => (names.some((name) => configurationFiles.includes(name)) ? !names.includes('scaffolds') : names.includes('_posts')),
  configurationFiles,
  configure,
  frontMatterFormats: ['yaml'],
  frontMatterDefects: {
    unreadable: 'Jekyll ignores the whole front matter and publishes without it.',
    unclosed: 'Jekyll prints it as text.',
    wantsFirstCharacter: true,
  },
  keys: (configuration) => keysWith(settingsOf(configuration).plugins),
  collectionOf: (path, configuration) => placeOf(path, settingsOf(configuration))?.collection,
  skipFolder: (path, configuration) => isSkipped(path, settingsOf(configuration)),
  publication: publicationOf,
  places: (configuration) => {
    const settings = settingsOf(configuration);
    const names = ['posts', ...settings.collections.keys(), 'drafts'];
    return names.map((name) => ({ name, folder: folderOf(name, settings) }));
  },
  newPostPath: (post, environment, configuration) => {
    const zone = settingsOf(configuration).timeZone ?? environment.timeZone;
    const isPost = post.collection.name === 'posts';
    const siblings = isPost ? post.siblings.filter((path) => isDatedName(path.slice(path.lastIndexOf('/') + 1))) : post.siblings;
    return pathLike({ ...post, siblings }, namingOf(post.title, { ...environment, timeZone: zone }, isPost));
  },
  timeZone: (configuration) => settingsOf(configuration).timeZone,
};

function configure(files: ReadonlyMap<string, string>): Configuration {
  const name = configurationFiles.find((file) => files.has(file));
  const { data, errors } = name === undefined ? { data: {}, errors: [] } : readConfigurationFile(name, files.get(name)!);
  const isKramdown = typeof data.markdown !== 'string' || data.markdown.toLowerCase() === 'kramdown';
  return { data, dialect: isKramdown ? 'kramdown' : 'gfm', errors };
}

function publicationOf(source: PostSource, configuration: Configuration, environment: Environment): Publication {
  const settings = settingsOf(configuration);
  const place = placeOf(source.path, settings);
  if (!place) return { title: titleOfSlug(source.path), categories: [], tags: [], state: 'skipped', reasons: ['Jekyll does not look at this file.'] };
  const document = readDocument(source, place, settings, environment);
  const { title, categories, tags, date, zone } = document;
  const verdict = verdictOn(source, document, settings, environment);
  const address = verdict.state === 'skipped' ? undefined : addressOf(document, settings);
  const facts = { title, collection: place.collection.name, categories, tags };
  const dated = typeof date === 'object' && 'instant' in date ? { date: isoTime(date.instant, zone) } : {};
  if (address && 'unknown' in address) {
    if (verdict.state !== 'published') return { ...facts, ...dated, ...verdict };
    return { ...facts, ...dated, state: 'skipped', reasons: [`The permalink’s \`:${address.unknown}\` is no placeholder of Jekyll, which stops the build.`] };
  }
  return { ...facts, ...dated, ...verdict, ...(address && { url: `${settings.baseurl}${address.url}` }) };
}

/** Files that jekyll-optional-front-matter leaves alone. */
const companion = /^(?:readme|licen[cs]e|copying|code_of_conduct|contributing|issue_template|pull_request_template)\./i;

interface Verdict {
  readonly state: PostState;
  readonly reasons: readonly string[];
}

function verdictOn(source: PostSource, document: JekyllDocument, settings: JekyllSettings, environment: Environment): Verdict {
  const skipped = skippedBecause(source, document, settings);
  if (skipped !== undefined) return { state: 'skipped', reasons: [skipped] };
  const { date, place, data } = document;
  if (isHeldBack(data, place, source) && !settings.unpublished) {
    return { state: 'unpublished', reasons: ['`published: false` keeps it off the site.'] };
  }
  if (place.kind === 'draft' && !settings.showDrafts) {
    return { state: 'draft', reasons: ['It is in `_drafts`: only `jekyll serve --drafts` shows it. Move it to `_posts` to publish it.'] };
  }
  if (typeof date === 'object' && 'instant' in date && Math.floor(date.instant / 1000) > Math.floor(environment.now / 1000) && !settings.future) {
    return { state: 'scheduled', reasons: [`Its date, ${isoTime(date.instant, document.zone)}, is still to come: a build after it will publish it.`] };
  }
  return { state: 'published', reasons: remarks(source, document) };
}

function remarks(source: PostSource, { data, place }: JekyllDocument): string[] {
  const broken = isUnreadable(source, place) ? ['Its front matter cannot be read: Jekyll publishes it without title, date and all other keys.'] : [];
  const draft = data.draft === true && place.kind !== 'draft' ? ['`draft: true` does not keep it back in Jekyll: use `published: false` or move it to `_drafts`.'] : [];
  return [...broken, ...draft];
}

/** Why Jekyll makes no page of a file at all, or undefined when it does. */
function skippedBecause(source: PostSource, { place, date, data }: JekyllDocument, settings: JekyllSettings): string | undefined {
  if (place.kind === 'post' && !isDatedName(place.name)) {
    return 'Files in `_posts` are posts only when named `year-month-day-title.md`, such as `2024-05-01-a-title.md`: rename it.';
  }
  const isOptional = place.kind === 'page' && settings.plugins.includes('jekyll-optional-front-matter') && !companion.test(place.name);
  if ((place.kind === 'document' || place.kind === 'page') && !source.frontMatter && !isOptional) {
    return 'It has no front matter: Jekyll copies it as it is. Start it with two lines of `---` to make it a page.';
  }
  if (place.kind === 'page' && source.frontMatter?.data.permalink === '') return 'Its `permalink` is empty, which stops the build: write an address or remove it.';
  if (isUnreadable(source, place) && settings.strictFrontMatter) {
    return 'Its front matter cannot be read, which stops the build because of `strict_front_matter`: mend it.';
  }
  if (typeof date === 'object' && 'unreadable' in date) {
    return `Jekyll cannot read the date "${date.unreadable}" in the ${date.where} and stops the build: write it as \`2024-05-01 09:30:00 +0200\`.`;
  }
  if (typeof data.slug === 'number' && place.kind !== 'page') return `The slug ${data.slug} is a number, which stops the build: put it in quotes.`;
  if (place.kind === 'document' && !settings.collections.get(place.label)?.output) {
    return `The collection \`${place.label}\` has no \`output: true\` in the configuration: Jekyll writes no pages for it.`;
  }
  return undefined;
}

/** `publisher.rb`: an empty `published:` holds back as well; defaults count for documents, not for pages. */
function isHeldBack(data: JekyllDocument['data'], place: Place, source: PostSource): boolean {
  const relevant = place.kind === 'page' ? (source.frontMatter?.data ?? {}) : data;
  return 'published' in relevant && !truthy(relevant.published);
}
