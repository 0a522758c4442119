import type { Choice, ImageToInsert, Insertable, Refusal } from '../../../../protocol/index.ts';
import { toPostSource } from '../../../site/model/site.ts';
import type { Site } from '../../../site/model/site.ts';
import type { OpenPost } from '../../../site/model/snapshot.ts';
import { toCanonical, join, relative } from '../../../text/uri.ts';
import type { Range } from '../../../text/range.ts';
import type { Context } from '../../context.ts';
import { basename } from '../../../text/paths.ts';
import { listComponents } from './component.ts';
import { insertContents } from './contents.ts';
import type { InsertionPoint } from './destination.ts';
import { formatDestination } from './destination.ts';
import { insertFootnote } from './footnote.ts';
import { listImages, createImageSnippet } from './image.ts';
import { insertLink, insertLinkList, toLinkText, toLiteralText } from './link.ts';
import { isVerbatim, findLinkObstacle } from './linkObstacle.ts';
import { toPostEndpoint } from '../../links/linkForms.ts';
import { formatLike } from '../../text/dateStyle.ts';
import type { Insertion } from '../../results.ts';

const notInSite: Refusal = { refusal: 'This document is not a post of a site that Galley knows.' };

/**
 * Edits or a snippet that insert something in place of a selection (offsets) as this author writes it; or the refusal.
 */
export async function insert(
  context: Context,
  open: OpenPost,
  selection: Range,
  what: Insertable,
): Promise<Insertion | Refusal> {
  const { syntax, site, post } = open;
  if (what.kind === 'footnote') return insertFootnote(syntax, selection);
  if (what.kind === 'contents') return insertContents(open, selection);
  if (what.kind === 'date') return { edits: [{ range: selection, newText: formatToday(context, open, selection) }] };
  if (isVerbatim(syntax, selection))
    return { refusal: 'Links are not read in code and front matter: put the caret into the text.' };
  const obstacle = what.kind === 'link' || what.kind === 'posts' ? findLinkObstacle(syntax, selection) : undefined;
  if (obstacle !== undefined) return { refusal: obstacle };
  if (what.kind === 'link')
    return insertLink(syntax, selection, {
      destination: what.url,
      words: toLiteralText(what.text ?? ''),
      style: what.style,
    });
  if (!site || !post) return notInSite;
  const place: InsertionPoint = { open, offset: selection.start };
  if (what.kind === 'posts') return insertPostLinks(context, place, selection, what.uris);
  return what.kind === 'images'
    ? insertImages(context, place, selection, what.images)
    : insertComponent(context, site, selection, what.path);
}

async function insertImages(
  context: Context,
  place: InsertionPoint,
  selection: Range,
  wanted: readonly ImageToInsert[],
): Promise<Insertion | Refusal> {
  const { syntax, site } = place.open;
  const selected = syntax.text.slice(selection.start, selection.end);
  const isAlt = wanted.length === 1 && selected.trim() !== '' && !selected.includes('\n');
  const found = wanted.map(({ uri, alt, size }) => ({
    path: site && relative(site.root, toCanonical(uri)),
    alt: isAlt ? selected : alt,
    size,
  }));
  const inside = found.flatMap(({ path, ...each }) => (path === undefined ? [] : [{ path, ...each }]));
  if (inside.length < found.length) return { refusal: 'That image is not in the folder of this site.' };
  return { edits: [], snippet: { range: selection, text: await createImageSnippet(context, place, inside) } };
}

async function insertComponent(
  { files }: Context,
  site: Site,
  selection: Range,
  path: string,
): Promise<Insertion | Refusal> {
  const text = (await files.read(join(site.root, path))) ?? '';
  const { components } = site.generator.insertion;
  const name = site.files.has(path) ? components?.getName(path) : undefined;
  return name === undefined
    ? { refusal: `${path} is no longer there.` }
    : { edits: [], snippet: { range: selection, text: components!.formatCall(name, text) } };
}

/** The images or the includes and shortcodes that one may choose for a post. */
export function choices({ site, post }: OpenPost, kind: 'image' | 'component'): Choice[] {
  if (!site || !post) return [];
  if (kind === 'component')
    return listComponents(site).map(({ name, file }) => ({
      uri: join(site.root, file),
      path: file,
      label: name,
      detail: file,
    }));
  return listImages(site, post.path).map((path) => ({
    uri: join(site.root, path),
    path,
    label: basename(path),
    detail: path,
  }));
}

/** A link to a post; to several, a list of them. */
async function insertPostLinks(
  context: Context,
  place: InsertionPoint,
  selection: Range,
  uris: readonly string[],
): Promise<Insertion | Refusal> {
  const { environment } = context;
  const { site, syntax } = place.open;
  const targets = uris.flatMap((uri) => site?.posts.get(toCanonical(uri)) ?? []);
  if (!site || targets.length === 0 || targets.length < uris.length)
    return { refusal: 'That post is not of this site.' };
  const links = await Promise.all(
    targets.map(async (target) => {
      const { title } = site.generator.getPublication(toPostSource(site, target), environment);
      return {
        text: toLinkText(title),
        destination: await formatDestination(
          context,
          place,
          toPostEndpoint(target.path, site, target.uri, environment),
          'posts',
        ),
      };
    }),
  );
  const [only] = links;
  return only && links.length === 1
    ? insertLink(syntax, selection, { destination: only.destination, words: only.text, style: 'as in this post' })
    : insertLinkList(syntax, selection, links);
}

/** Now, in the format of the front matter's date inside front matter, else as a day. */
function formatToday({ environment }: Context, { syntax, site }: OpenPost, { start }: Range): string {
  const timeZone = (site && site.generator.timeZone) ?? environment.timeZone;
  const entry =
    start < syntax.body.start
      ? syntax.frontMatter?.entries.find(({ key, commented }) => key === 'date' && !commented)
      : undefined;
  return formatLike(entry ? syntax.text.slice(entry.valueRange.start, entry.valueRange.end) : '2000-01-01', {
    epochMs: environment.now,
    timeZone,
  });
}
