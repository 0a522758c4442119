import type { Post, Site } from '../../site/site.ts';
import { folderOfPath } from '../../generators/markdownFile.ts';

/** What one can say of a post in a link. */
interface Target {
  readonly path: string;
  /** With the base path; undefined where only the build knows. */
  readonly url: string | undefined;
  /** The address without the base path. */
  readonly below: string | undefined;
}

/** One way to write a link to a post, with what shows in a text that the author writes so. */
interface Way {
  readonly generators: readonly string[];
  readonly sign: RegExp;
  write(target: Target, from: string): string | undefined;
}

const datedPost = /(?:^|\/)_posts\/(.*?\d{4}-\d{2}-\d{2}-[^/]+)\.[^./]+$/;

/** Without signs of a habit, the first that can be written is taken. */
const ways: readonly Way[] = [
  { generators: ['jekyll'], sign: /(?<!baseurl *\}\})\{%-? *post_url /g, write: ({ path }) => withName(datedPost.exec(path)?.[1], (name) => `{% post_url ${name} %}`) },
  { generators: ['jekyll'], sign: /\{%-? *link /g, write: ({ path }) => `{% link ${path} %}` },
  { generators: ['jekyll'], sign: /\{\{ *site\.baseurl *\}\}\{% *post_url /g, write: ({ path }) => withName(datedPost.exec(path)?.[1], (name) => `{{ site.baseurl }}{% post_url ${name} %}`) },
  { generators: ['jekyll'], sign: /\{\{ *site\.baseurl *\}\}\//g, write: ({ below }) => below && `{{ site.baseurl }}${below}` },
  { generators: ['jekyll'], sign: /\| *relative_url *\}\}/g, write: ({ below }) => below && `{{ '${below}' | relative_url }}` },
  { generators: ['hugo'], sign: /\{\{[<%] *relref /g, write: ({ path }) => `{{< relref "${contentPath(path)}" >}}` },
  { generators: ['hugo'], sign: /\{\{[<%] *ref /g, write: ({ path }) => `{{< ref "${contentPath(path)}" >}}` },
  { generators: ['zola'], sign: /\]\(@\//g, write: ({ path }) => `@/${contentPath(path).slice(1)}` },
  { generators: ['hexo'], sign: /\{% *post_path /g, write: ({ path }) => withName(/(?:^|\/)_posts\/(.+)\.[^./]+$/.exec(path)?.[1], (name) => `{% post_path ${name} %}`) },
  { generators: ['docusaurus', 'plain', 'vitepress'], sign: /\]\((?!https?:)[^)\s]*\.mdx?[)#]/g, write: ({ path }, from) => fromFile(from, path) },
  { generators: [], sign: /\]\(\/(?!\/)/g, write: ({ url }) => url },
];

function withName(name: string | undefined, write: (name: string) => string): string | undefined {
  return name === undefined ? undefined : write(name);
}

/** The destination of a link from a post (path relative to the root) to another, in the way that `habits`, texts of the same author, use most. */
export function postDestination(site: Site, from: string, target: Pick<Post, 'path'>, url: string | undefined, habits: readonly string[]): string {
  const { generator, configuration } = site;
  const base = generator.linking?.basePath(configuration) ?? '';
  const below = url !== undefined && url.startsWith(`${base}/`) ? url.slice(base.length) : url;
  const all = habits.join('\n');
  const possible = ways
    .filter(({ generators }) => generators.length === 0 || generators.includes(generator.id))
    .map((way) => ({ written: way.write({ path: target.path, url, below }, from), count: all.match(way.sign)?.length ?? 0 }))
    .filter((way): way is { written: string; count: number } => way.written !== undefined && way.written !== '');
  const most = possible.reduce((best, each) => (each.count > best.count ? each : best), possible[0] ?? { written: fromFile(from, target.path), count: 0 });
  return most.written;
}

/** `/posts/a.md` of `content/posts/a.md`. */
function contentPath(path: string): string {
  return path.replace(/^[^/]+/, '');
}

function fromFile(from: string, to: string): string {
  const start = folderOfPath(from).split('/').filter((part) => part !== '');
  const end = to.split('/');
  let shared = 0;
  while (shared < start.length && start[shared] === end[shared]) shared++;
  const up = start.slice(shared).map(() => '..');
  return [...(up.length > 0 ? up : ['.']), ...end.slice(shared)].join('/');
}
