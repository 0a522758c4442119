import type { Environment, Publication, SiteView } from '../../../generators/contract/model.ts';
import type { Post, Site } from '../../../site/model/site.ts';
import { withChanges } from '../../../site/model/site.ts';
import type { OpenPost } from '../../../site/model/snapshot.ts';
import { toFrontMatterOutline } from '../../../syntax/frontMatter/outline.ts';
import { parseFrontMatter } from '../../../syntax/frontMatter/parseFrontMatter.ts';
import { addEntry, removeEntry, setValue } from '../../../syntax/frontMatter/edits.ts';
import type { Entry, FrontMatter, FrontMatterFormat } from '../../../syntax/frontMatter/index.ts';
import type { TextEdit } from '../../../text/edit.ts';
import { applyEdits } from '../../../text/edit.ts';
import { memoize } from '../../../text/memo.ts';
import { dirname } from '../../../text/paths.ts';

/** A post of a site that is about to change. */
export interface PostChangeContext {
  readonly open: OpenPost;
  readonly site: Site;
  readonly post: Post;
  /** Its publication before the change. */
  readonly publication: Publication;
  readonly environment: Environment;
  /** IANA name of the zone that the site's dates are in. */
  readonly zone: string;
}

/** The result of a change: the post's path (relative to the site root) and the edits of its text. */
export interface Outcome {
  readonly path: string;
  readonly edits: readonly TextEdit[];
}

/** The publication of a post after a change. */
export function publicationAfter(changeContext: PostChangeContext, { path, edits }: Outcome): Publication {
  const { open, site, environment } = changeContext;
  const text = applyEdits(open.document.text, edits);
  const { generator } = site;
  const frontMatter = toFrontMatterOutline(
    parseFrontMatter(text, generator.frontMatterFormats, generator.frontMatterOptions),
    text,
  );
  const siteView = generator.affectsOtherPosts?.(path)
    ? siteViewWith(changeContext, path, frontMatter)
    : siteViewAfter(changeContext, path);
  return generator.getPublication({ path, frontMatter, siteView }, environment);
}

/** The site view after the post, or its own folder, moved to another path. */
function siteViewAfter(changeContext: PostChangeContext, path: string): SiteView {
  return path === changeContext.post.path ? changeContext.site.siteView : siteViewAfterMove(changeContext, path);
}

const siteViewAfterMove = memoize((changeContext: PostChangeContext, path: string) =>
  siteViewWith(changeContext, path, changeContext.post.frontMatter),
);

/** The same with another front matter of the post, which counts where it affects others. */
function siteViewWith({ site, post }: PostChangeContext, path: string, frontMatter: Post['frontMatter']): SiteView {
  const [from, to] = toMove(post.path, path);
  const files =
    path === post.path
      ? site.files
      : new Set(
          [...site.files].map((file) =>
            file === from || file.startsWith(`${from}/`) ? to + file.slice(from.length) : file,
          ),
        );
  return withChanges(site, { files, posts: new Map([[post.uri, { ...post, path, frontMatter }]]) }).siteView;
}

/** What moves when a post goes from one path to another: its file, or the folder it has to itself. */
export function toMove(from: string, to: string): readonly [from: string, to: string] {
  const [before, after] = [from, to].map(dirname) as [string, string];
  const isFolder = before !== after && to.startsWith(`${after}/index.`) && from.startsWith(`${before}/index.`);
  return isFolder ? [before, after] : [from, to];
}

/** The entry with one of these keys, the first key first, that is not commented out. */
export function findEntry(
  { open, site }: Pick<PostChangeContext, 'open' | 'site'>,
  keys: readonly string[],
): Entry | undefined {
  const entries = (open.syntax.frontMatter?.entries ?? []).filter(({ commented }) => !commented);
  return keys
    .map((key) => entries.findLast((entry) => isKey(entry.key, key, site.generator)))
    .find((entry) => entry !== undefined);
}

/** Whether a written key is this one. */
export function isKey(
  written: string,
  key: string,
  { publishing }: { readonly publishing: Site['generator']['publishing'] },
): boolean {
  return written === key || (publishing.areKeysCaseInsensitive === true && written.toLowerCase() === key.toLowerCase());
}

/** The edit that changes the value of an entry; `written` is in its format. */
export function setEntry({ open }: Pick<PostChangeContext, 'open'>, entry: Entry, written: string): TextEdit {
  return setValue(entry, open.document.text, written);
}

/** The edit that adds an entry after the one with the key `after`, with a front matter where there is none. */
export function addKey(
  { open, site }: Pick<PostChangeContext, 'open' | 'site'>,
  key: string,
  value: ValueWriter,
  after?: string,
): TextEdit | undefined {
  const { frontMatter } = open.syntax;
  const { text } = open.document;
  if (frontMatter) return addEntry(frontMatter, text, key, value(frontMatter.format), { after });
  const format = site.generator.frontMatterFormats[0]!;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const fence = format === 'toml' ? '+++' : '---';
  if (format === 'meta')
    return { range: { start: 0, end: 0 }, newText: [`${key}: ${value(format)}`, '', ''].join(newline) };
  const line = format === 'toml' ? `${key} = ${value(format)}` : `${key}: ${value(format)}`;
  return { range: { start: 0, end: 0 }, newText: [fence, line, fence, '', ''].join(newline) };
}

/** A value as a format writes it. */
export type ValueWriter = (format: FrontMatterFormat) => string;

/** The edit that removes an entry. */
export function removeKey({ open }: Pick<PostChangeContext, 'open'>, entry: Entry): TextEdit | undefined {
  return removeEntry(open.syntax.frontMatter!, open.document.text, entry);
}

/** Whether a front matter can be edited: it is closed and has no mistake. */
export function isEditable(frontMatter: FrontMatter | undefined): boolean {
  return !frontMatter || (frontMatter.closed && frontMatter.errors.length === 0);
}

/** The zone in which a site's dates are written. */
export function getTimeZone({ generator }: Pick<Site, 'generator'>, { timeZone }: Environment): string {
  return generator.timeZone ?? timeZone;
}
