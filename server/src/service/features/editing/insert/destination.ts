import { folderOfPath } from '../../../generators/shared/markdownFile.ts';
import type { Environment } from '../../../generators/contract/model.ts';
import type { OpenPost, Snapshot } from '../../../site/model/snapshot.ts';
import type { Workspace } from '../../../text/workspace.ts';
import type { Habits } from '../../links/conventions.ts';
import { habitsOf, learnHabits } from '../../links/conventions.ts';
import type { Addressed } from '../../links/linkForms.ts';
import { addressedPost, basePathOf, inForm } from '../../links/linkForms.ts';

/** A place in an open post where a link is to be written. */
export interface LinkPlace {
  readonly snapshot: Snapshot;
  readonly open: OpenPost;
  /** Offset into the post. */
  readonly at: number;
  readonly environment: Environment;
  readonly files: Workspace;
}

/** How a post or file of the site is named in a link: as this post's or its siblings' links are written, else in the generator's usual way. */
export async function destinationOf(
  target: Addressed,
  kind: keyof Habits,
  { snapshot, open, at, environment, files }: LinkPlace,
): Promise<string> {
  const { site, post } = open;
  if (!site || !post) return target.url ?? target.path;
  await learnHabits(snapshot, open, environment, files);
  const from = addressedPost(post.path, site, post.uri, environment);
  const forms = habitsOf(open, at, environment)[kind].filter(
    ({ before }) => !before.includes('post_url') || /(?:^|\/)_posts\//.test(target.path),
  );
  const written = forms.map((form) => inForm(form, target, from, basePathOf(site))).find((each) => each !== undefined);
  return (
    written ??
    (kind === 'posts' ? usual[site.generator.id]?.(target.path, post.path) : undefined) ??
    target.url ??
    fromFile(post.path, target.path)
  );
}

/** The way of each generator to name a post by its file; undefined where that file cannot be named so. */
const usual: Readonly<Record<string, (path: string, from: string) => string | undefined>> = {
  jekyll: (path) => {
    const name = /(?:^|\/)_posts\/(.*?\d{2,4}-\d{1,2}-\d{1,2}-[^/]+)\.[^./]+$/.exec(path)?.[1];
    return name === undefined ? undefined : `{% post_url ${name} %}`;
  },
  hugo: (path) => `{{< relref "${path.replace(/^[^/]+/, '')}" >}}`,
  zola: (path) => `@/${path.replace(/^content\//, '')}`,
  hexo: (path) => {
    const name = /(?:^|\/)_posts\/(.+)\.[^./]+$/.exec(path)?.[1];
    return name === undefined ? undefined : `{% post_path ${name} %}`;
  },
  docusaurus: (path, from) => fromFile(from, path),
  plain: (path, from) => fromFile(from, path),
};

/** The relative reference from a file to another. */
function fromFile(from: string, to: string): string {
  const start = folderOfPath(from)
    .split('/')
    .filter((part) => part !== '');
  const end = to.split('/');
  let shared = 0;
  while (shared < start.length && start[shared] === end[shared]) shared++;
  return [...start.slice(shared).map(() => '..'), ...end.slice(shared)].join('/');
}
