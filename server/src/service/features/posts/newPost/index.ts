import type { NewPostParams } from '../../../../protocol/index.ts';
import type { Collection, Environment } from '../../../generators/contract/model.ts';
import type { Post, Site } from '../../../site/model/site.ts';
import { Document } from '../../../text/document.ts';
import { join } from '../../../text/uri.ts';
import { exists } from '../../../text/workspace.ts';
import { toDraft } from '../changePost/plan.ts';
import { publicationOfNewFile } from '../changePost/newFile.ts';
import {
  toLanguagePath,
  toOwnLanguagePath,
  getLanguage,
  languagesByPath,
  languagesFor,
  setLanguage,
} from './languages.ts';
import { inferFrontMatter } from './inferFrontMatter.ts';
import { findPlace } from './places.ts';
import { findNewestSiblings } from '../../../site/resolution/newestSiblings.ts';
import type { FilledTemplate } from './template.ts';
import { fillTemplate } from './template.ts';
import { writeFrontMatter } from './write.ts';
import type { Context } from '../../context.ts';
import type { NewPost } from '../../results.ts';

/** How many of the newest siblings are models for a new post. */
const maxModels = 12;
/** How many show how files are named; some of them may be elsewhere. */
const maxNameModels = 200;

/**
 * A new post with the front matter of the site's template, else with that of its siblings; undefined when the place is
 * gone.
 */
export async function newPost(context: Context, input: NewPostParams): Promise<NewPost | undefined> {
  const { snapshot, files } = context;
  const environment = { ...context.environment, now: input.now };
  const found = findPlace(snapshot, input.place);
  if (!found) return undefined;
  const { site, collection, template } = found;
  const title = input.title.trim();
  const newest = findNewestSiblings(site, collection);
  const language = findPostLanguage(site, collection, newest, input.language);
  const models = language && language.posts.length > 0 ? language.posts : newest;
  const path = planPath({ site, collection, title, newest: models }, language, environment);
  const inLanguage = (each: string): string =>
    (language && toLanguagePath(site, each, language.code, language.posts.slice(0, maxModels))) ?? each;
  const start = {
    site,
    collection,
    path,
    inLanguage,
    title,
    hasSiblings: newest.length > 0,
    ...(template !== undefined && { template }),
  };
  const filled = await fillTemplate(start, environment, files);
  const postDraft = filled ?? {
    path: inLanguage(path),
    text: createFromSiblings({ site, collection, title, newest: models }, path, environment),
  };
  const text = language ? setLanguage(site, postDraft.text, language, newest) : postDraft.text;
  const draft = input.draft
    ? toDraft({ ...context, environment }, new Document(join(site.root, postDraft.path), 0, text))
    : undefined;
  const post = toNewPost(site, { ...postDraft, text, ...draft }, environment);
  return { ...post, exists: await exists(files, post.uri) };
}

/** The language of a new post on a site with several. */
interface PostLanguage {
  readonly code: string;
  readonly isOwn: boolean;
  /** Posts in that language, the newest first. */
  readonly posts: readonly Post[];
  /** Codes of all languages. */
  readonly codes: readonly string[];
}

function findPostLanguage(
  site: Site,
  collection: Collection,
  newest: readonly Post[],
  wanted: string | undefined,
): PostLanguage | undefined {
  const codes = languagesFor(site, collection).map(({ code }) => code);
  const [own] = codes;
  if (own === undefined) return undefined;
  const code = codes.find((each) => each === wanted) ?? own;
  return {
    code,
    isOwn: code === own,
    codes,
    posts: newest.filter((post) => (getLanguage(site, post) ?? own) === code),
  };
}

/**
 * The path in the site's own language; where front matter distinguishes languages, folders named after a language are
 * replaced by the post's.
 */
function planPath(
  { site, collection, title, newest }: NewPostInput,
  language: PostLanguage | undefined,
  environment: Environment,
): string {
  const { generator } = site;
  const paths = [...new Set(newest.slice(0, maxNameModels).map((post) => toOwnLanguagePath(site, post.path)))];
  const siblings = paths.filter((each) => collection.folder === '' || each.startsWith(`${collection.folder}/`));
  const path = generator.createPostPath(
    { collection, title, siblings, ...(language && { language: language.code }) },
    environment,
  );
  if (!language || languagesByPath(site)) return path;
  const segments = path.split('/');
  return segments
    .map((segment, index) =>
      index < segments.length - 1 && language.codes.includes(segment) ? language.code : segment,
    )
    .join('/');
}

interface NewPostInput {
  readonly site: Site;
  readonly collection: Collection;
  readonly title: string;
  readonly newest: readonly Post[];
}

/** The text of a new post with the front matter of the newest siblings. */
function createFromSiblings(
  { site, collection, title, newest }: NewPostInput,
  path: string,
  environment: Environment,
): string {
  const { generator } = site;
  const isDraft = collection.name === 'drafts';
  const models = isDraft && newest.length === 0 ? findNewestSiblings(site, { ...collection, name: 'posts' }) : newest;
  if (models.length > 0 && models.every(({ frontMatter }) => !frontMatter)) return `# ${title}\n\n`;
  const lines = inferFrontMatter(
    models.slice(0, maxModels).map(({ frontMatter }) => frontMatter),
    {
      title,
      epochMs: environment.now,
      timeZone: generator.timeZone ?? environment.timeZone,
      date:
        isDraft && models !== newest
          ? 'leave out'
          : !isDraft && !/(?:^|\/)\d{4}-\d{2}-\d{2}-[^/]*(?:\/[^/]*)?$/.test(path)
            ? 'needed'
            : 'as siblings',
    },
  );
  const format = models.find(({ frontMatter }) => frontMatter)?.frontMatter?.format ?? generator.frontMatterFormats[0]!;
  return `${writeFrontMatter(lines, format)}\n`;
}

function toNewPost(
  site: Site,
  { path, text, additionalFiles = [] }: FilledTemplate,
  environment: Environment,
): Omit<NewPost, 'exists'> {
  const { root } = site;
  const { url = null } = publicationOfNewFile(site, path, text, environment);
  const others = additionalFiles.map((each) =>
    'from' in each
      ? { uri: join(root, each.path), from: join(root, each.from) }
      : { uri: join(root, each.path), text: each.text },
  );
  return { uri: join(root, path), path, url, text, cursor: text.length, additionalFiles: others };
}
