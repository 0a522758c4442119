import type { NewPostParams } from '../../../../protocol/index.ts';
import type { Collection, Environment } from '../../../generators/contract/model.ts';
import type { Post, Site } from '../../../site/model/site.ts';
import { Document } from '../../../text/document.ts';
import { join } from '../../../text/uri.ts';
import { exists } from '../../../text/workspace.ts';
import { asDraft } from '../changePost/plan.ts';
import { judgedAt } from '../changePost/newFile.ts';
import { inLanguage, inOwnLanguage, languageOf, languagesByPath, languagesFor, withLanguage } from './languages.ts';
import { learn } from './learn.ts';
import { placeOf } from './places.ts';
import { newestSiblings } from '../../../site/resolution/newestSiblings.ts';
import type { Filled } from './template.ts';
import { filledTemplate } from './template.ts';
import { writeFrontMatter } from './write.ts';
import type { Context } from '../../context.ts';
import type { NewPost } from '../../results.ts';

/** So many of the newest siblings show how a post is begun on this site. */
const shown = 12;
/** So many show how files are named; some of them may lie elsewhere. */
const looked = 200;

/** A new post, its front matter begun by the site's template or else as its siblings' is; undefined when the place is gone. */
export async function newPost(context: Context, input: NewPostParams): Promise<NewPost | undefined> {
  const { snapshot, files } = context;
  const environment = { ...context.environment, now: input.now };
  const found = placeOf(snapshot, input.place);
  if (!found) return undefined;
  const { site, collection, template } = found;
  const title = input.title.trim();
  const newest = newestSiblings(site, collection);
  const spoken = tongueOf(site, collection, newest, input.language);
  const models = spoken && spoken.posts.length > 0 ? spoken.posts : newest;
  const path = pathFor({ site, collection, title, newest: models }, spoken, environment);
  const inItsLanguage = (each: string): string =>
    (spoken && inLanguage(site, each, spoken.code, spoken.posts.slice(0, shown))) ?? each;
  const start = {
    site,
    collection,
    path,
    inLanguage: inItsLanguage,
    title,
    hasSiblings: newest.length > 0,
    ...(template !== undefined && { template }),
  };
  const filled = await filledTemplate(start, environment, files);
  const begun = filled ?? {
    path: inItsLanguage(path),
    text: learnt({ site, collection, title, newest: models }, path, environment),
  };
  const text = spoken ? withLanguage(site, begun.text, spoken.code, newest, spoken.isOwn) : begun.text;
  const draft = input.draft
    ? asDraft({ ...context, environment }, new Document(join(site.root, begun.path), 0, text))
    : undefined;
  const post = finished(site, { ...begun, text, ...draft }, environment);
  return { ...post, exists: await exists(files, post.uri) };
}

/** The language of a new post on a site with several. */
interface Tongue {
  readonly code: string;
  readonly isOwn: boolean;
  /** Posts in that language, the newest first. */
  readonly posts: readonly Post[];
  /** Codes of all languages. */
  readonly codes: readonly string[];
}

function tongueOf(
  site: Site,
  collection: Collection,
  newest: readonly Post[],
  wanted: string | undefined,
): Tongue | undefined {
  const codes = languagesFor(site, collection).map(({ code }) => code);
  const [own] = codes;
  if (own === undefined) return undefined;
  const code = codes.find((each) => each === wanted) ?? own;
  return { code, isOwn: code === own, codes, posts: newest.filter((post) => (languageOf(site, post) ?? own) === code) };
}

/** The path as it is in the site's own language; where front matter tells languages, folders that are named after them go with the post's. */
function pathFor(
  { site, collection, title, newest }: Beginning,
  spoken: Tongue | undefined,
  environment: Environment,
): string {
  const { generator } = site;
  const paths = [...new Set(newest.slice(0, looked).map((post) => inOwnLanguage(site, post.path)))];
  const siblings = paths.filter((each) => collection.folder === '' || each.startsWith(`${collection.folder}/`));
  const path = generator.newPostPath(
    { collection, title, siblings, ...(spoken && { language: spoken.code }) },
    environment,
  );
  if (!spoken || languagesByPath(site)) return path;
  const segments = path.split('/');
  return segments
    .map((segment, index) => (index < segments.length - 1 && spoken.codes.includes(segment) ? spoken.code : segment))
    .join('/');
}

interface Beginning {
  readonly site: Site;
  readonly collection: Collection;
  readonly title: string;
  readonly newest: readonly Post[];
}

/** A text whose front matter is begun as that of the newest siblings. */
function learnt({ site, collection, title, newest }: Beginning, path: string, environment: Environment): string {
  const { generator } = site;
  const isDraft = collection.name === 'drafts';
  const models = isDraft && newest.length === 0 ? newestSiblings(site, { ...collection, name: 'posts' }) : newest;
  if (models.length > 0 && models.every(({ frontMatter }) => !frontMatter)) return `# ${title}\n\n`;
  const lines = learn(
    models.slice(0, shown).map(({ frontMatter }) => frontMatter),
    {
      title,
      now: environment.now,
      zone: generator.timeZone ?? environment.timeZone,
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

function finished(site: Site, { path, text, beside = [] }: Filled, environment: Environment): Omit<NewPost, 'exists'> {
  const { root } = site;
  const { url = null } = judgedAt(site, path, text, environment);
  const others = beside.map((each) =>
    'from' in each
      ? { uri: join(root, each.path), from: join(root, each.from) }
      : { uri: join(root, each.path), text: each.text },
  );
  return { uri: join(root, path), path, url, text, cursor: text.length, beside: others };
}
