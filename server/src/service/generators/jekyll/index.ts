import { readConfigurationFile } from '../shared/configurationFile.ts';
import type { Configuration, Environment, Generator, PostSource, Publication } from '../contract/generator.ts';
import { compose } from './compose.ts';
import { defaultValuesFor } from './defaults.ts';
import { isDatedName, readDocument } from './document.ts';
import { keysWith } from './keys.ts';
import { layoutsIn } from './layouts.ts';
import { jekyllLinking } from './linking.ts';
import { addressOf } from './permalink.ts';
import { folderOf, isDestination, isMarkdownFile, isSkipped, isSupport, placeOf } from './place.ts';
import { jekyllPublishing } from './publish.ts';
import { settingsOf } from './settings.ts';
import { verdictOn } from './verdict.ts';
import { namingOf, pathLike } from '../shared/naming.ts';
import { titleOfSlug } from '../shared/slug.ts';
import { isoTime } from '../shared/zone.ts';

const configurationFiles = ['_config.yml', '_config.yaml', '_config.toml'];

/** Jekyll 4; facts by its source (4.3). */
export const jekyll: Generator = {
  id: 'jekyll',
  name: 'Jekyll',
  localServer: {
    port: 4000,
    command: (siteView) => `${siteView.has('Gemfile') ? 'bundle exec ' : ''}jekyll serve --drafts --livereload`,
  },
  detect: (names) =>
    names.some((name) => configurationFiles.includes(name)) ? !names.includes('scaffolds') : names.includes('_posts'),
  configurationFiles,
  configure,
  frontMatterFormats: ['yaml'],
  frontMatterDefects: {
    unreadable: 'Jekyll ignores the whole front matter and publishes without it.',
    unclosed: 'Jekyll prints it as text.',
    wantsFirstCharacter: true,
  },
  keys: (configuration) => keysWith(settingsOf(configuration).plugins),
  defaultValues: (path, configuration) => {
    const settings = settingsOf(configuration);
    const place = placeOf(path, settings);
    return place ? defaultValuesFor(settings.defaults, place.relativePath, place.label) : new Map();
  },
  layouts: (files, configuration) => layoutsIn(files, settingsOf(configuration)),
  termsSplitAtSpaces: ['tags', 'categories'],
  collectionOf: (path, configuration) => placeOf(path, settingsOf(configuration))?.collection,
  isMarkdown: (path, configuration) => isMarkdownFile(path, settingsOf(configuration)),
  skipFolder: (path, configuration) => isSkipped(path, settingsOf(configuration)),
  isOutput: (path, configuration) =>
    /(^|\/)\.(jekyll|sass)-cache$|(^|\/)vendor\/(bundle|cache|gems|ruby)$/.test(path) ||
    isDestination(path, settingsOf(configuration)),
  linking: jekyllLinking,
  reads: (path, configuration) => isSupport(path, settingsOf(configuration)),
  includePath: (name, configuration) => {
    const { source, includesDir } = settingsOf(configuration);
    return [source, includesDir, name].filter((part) => part !== '').join('/');
  },
  templates: compose,
  publishing: jekyllPublishing,
  publication: publicationOf,
  places: (configuration) => {
    const settings = settingsOf(configuration);
    const names = ['posts', ...settings.collections.keys(), 'drafts'];
    return names.map((name) => ({ name, folder: folderOf(name, settings) }));
  },
  newPostPath: (post, environment, configuration) => {
    const zone = settingsOf(configuration).timeZone ?? environment.timeZone;
    const isPost = post.collection.name === 'posts';
    const siblings = isPost
      ? post.siblings.filter((path) => isDatedName(path.slice(path.lastIndexOf('/') + 1)))
      : post.siblings;
    return pathLike({ ...post, siblings }, namingOf(post.title, { ...environment, timeZone: zone }, isPost));
  },
  timeZone: (configuration) => settingsOf(configuration).timeZone,
};

function configure(files: ReadonlyMap<string, string>): Configuration {
  const name = configurationFiles.find((file) => files.has(file));
  const { data, errors } =
    name === undefined ? { data: {}, errors: [] } : readConfigurationFile(name, files.get(name)!);
  const isKramdown = typeof data.markdown !== 'string' || data.markdown.toLowerCase() === 'kramdown';
  return { data, dialect: isKramdown ? 'kramdown' : 'gfm', errors };
}

function publicationOf(source: PostSource, configuration: Configuration, environment: Environment): Publication {
  const settings = settingsOf(configuration);
  const place = placeOf(source.path, settings);
  if (!place)
    return {
      title: titleOfSlug(source.path),
      categories: [],
      tags: [],
      state: 'skipped',
      reasons: ['Jekyll does not look at this file.'],
    };
  const document = readDocument(source, place, settings, environment);
  const { title, categories, tags, date, zone } = document;
  const facts = {
    title,
    collection: place.collection.name,
    categories,
    tags,
    ...(typeof date === 'object' && 'instant' in date && { date: isoTime(date.instant, zone) }),
  };
  const verdict = verdictOn(source, document, settings, environment);
  const address = verdict.state === 'skipped' ? undefined : addressOf(document, settings);
  if (!address || 'url' in address)
    return { ...facts, ...verdict, ...(address && { url: `${settings.baseurl}${address.url}` }) };
  if (verdict.state !== 'published') return { ...facts, ...verdict };
  const reason = `The permalink’s \`:${address.unknown}\` is no placeholder of Jekyll, which stops the build.`;
  const key = source.frontMatter && 'permalink' in source.frontMatter.data ? { key: 'permalink' } : {};
  return { ...facts, state: 'skipped', reasons: [reason], causes: [{ about: 'build', reason, ...key }] };
}
