import type { Choice, ImageToInsert, Insertable, Refusal } from '../../../../protocol/index.ts';
import { sourceOf } from '../../../site/model/site.ts';
import type { Site } from '../../../site/model/site.ts';
import type { OpenPost } from '../../../site/model/snapshot.ts';
import { canonical, join, relative } from '../../../text/uri.ts';
import type { Range } from '../../../text/range.ts';
import type { Context } from '../../context.ts';
import { basename } from '../../../text/paths.ts';
import { components } from './component.ts';
import { contents } from './contents.ts';
import type { LinkPlace } from './destination.ts';
import { destinationOf } from './destination.ts';
import { footnote } from './footnote.ts';
import { imagesFor, imageSnippet } from './image.ts';
import { link, linkList, linkText, literalText } from './link.ts';
import { isVerbatim, whyNoLink } from './surroundings.ts';
import { addressedPost } from '../../links/linkForms.ts';
import { momentLike } from '../../text/dateStyle.ts';
import type { Insertion } from '../../results.ts';

const elsewhere: Refusal = { refusal: 'This document is not a post of a site that Galley knows.' };

/** What to write for something that a writer puts in place of a selection, in the way this author writes such things; or why it cannot be. */
export async function insert(
  context: Context,
  open: OpenPost,
  selection: Range,
  what: Insertable,
): Promise<Insertion | Refusal> {
  const { syntax, site, post } = open;
  if (what.kind === 'footnote') return footnote(syntax, selection);
  if (what.kind === 'contents') return contents(open, selection);
  if (what.kind === 'date') return { edits: [{ range: selection, newText: today(context, open, selection) }] };
  if (isVerbatim(syntax, selection))
    return { refusal: 'Links are not read in code and front matter: put the caret into the text.' };
  const against = what.kind === 'link' || what.kind === 'posts' ? whyNoLink(syntax, selection) : undefined;
  if (against !== undefined) return { refusal: against };
  if (what.kind === 'link')
    return link(syntax, selection, { destination: what.url, words: literalText(what.text ?? ''), style: what.style });
  if (!site || !post) return elsewhere;
  const place: LinkPlace = { open, at: selection.start };
  if (what.kind === 'posts') return postLinks(context, place, selection, what.uris);
  return what.kind === 'images'
    ? images(context, place, selection, what.images)
    : component(context, site, selection, what.path);
}

async function images(
  context: Context,
  place: LinkPlace,
  selection: Range,
  wanted: readonly ImageToInsert[],
): Promise<Insertion | Refusal> {
  const { syntax, site } = place.open;
  const selected = syntax.text.slice(selection.start, selection.end);
  const isAlt = wanted.length === 1 && selected.trim() !== '' && !selected.includes('\n');
  const found = wanted.map(({ uri, alt, size }) => ({
    path: site && relative(site.root, canonical(uri)),
    alt: isAlt ? selected : alt,
    size,
  }));
  const inside = found.flatMap(({ path, ...each }) => (path === undefined ? [] : [{ path, ...each }]));
  if (inside.length < found.length) return { refusal: 'That image is not in the folder of this site.' };
  return { edits: [], snippet: { range: selection, text: await imageSnippet(context, place, inside) } };
}

async function component({ files }: Context, site: Site, selection: Range, path: string): Promise<Insertion | Refusal> {
  const text = (await files.read(join(site.root, path))) ?? '';
  const { components: known } = site.generator.insertion;
  const name = site.files.has(path) ? known?.nameOf(path) : undefined;
  return name === undefined
    ? { refusal: `${path} is no longer there.` }
    : { edits: [], snippet: { range: selection, text: known!.call(name, text) } };
}

/** The images or the includes and shortcodes that one may choose for a post. */
export function choices({ site, post }: OpenPost, kind: 'image' | 'component'): Choice[] {
  if (!site || !post) return [];
  if (kind === 'component')
    return components(site).map(({ name, file }) => ({
      uri: join(site.root, file),
      path: file,
      label: name,
      detail: file,
    }));
  return imagesFor(site, post.path).map((path) => ({
    uri: join(site.root, path),
    path,
    label: basename(path),
    detail: path,
  }));
}

/** A link to a post; to several, a list of them. */
async function postLinks(
  context: Context,
  place: LinkPlace,
  selection: Range,
  uris: readonly string[],
): Promise<Insertion | Refusal> {
  const { environment } = context;
  const { site, syntax } = place.open;
  const targets = uris.flatMap((uri) => site?.posts.get(canonical(uri)) ?? []);
  if (!site || targets.length === 0 || targets.length < uris.length)
    return { refusal: 'That post is not of this site.' };
  const links = await Promise.all(
    targets.map(async (target) => {
      const { title } = site.generator.publication(sourceOf(site, target), environment);
      return {
        text: linkText(title),
        destination: await destinationOf(
          context,
          place,
          addressedPost(target.path, site, target.uri, environment),
          'posts',
        ),
      };
    }),
  );
  const [only] = links;
  return only && links.length === 1
    ? link(syntax, selection, { destination: only.destination, words: only.text, style: 'as in this post' })
    : linkList(syntax, selection, links);
}

/** Now: in front matter as the date there is written, in the text as a day. */
function today({ environment }: Context, { syntax, site }: OpenPost, { start }: Range): string {
  const zone = (site && site.generator.timeZone) ?? environment.timeZone;
  const entry =
    start < syntax.body.start
      ? syntax.frontMatter?.entries.find(({ key, commented }) => key === 'date' && !commented)
      : undefined;
  return momentLike(entry ? syntax.text.slice(entry.valueRange.start, entry.valueRange.end) : '2000-01-01', {
    now: environment.now,
    zone,
  });
}
