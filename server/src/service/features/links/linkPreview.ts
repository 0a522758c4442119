import type { Publication } from '../../generators/contract/model.ts';
import type { Destination } from '../../site/resolution/links.ts';
import type { Post, Site } from '../../site/model/site.ts';
import { toUri, toPostSource } from '../../site/model/site.ts';
import type { OpenPost } from '../../site/model/snapshot.ts';
import { dayInWords } from '../../text/calendar.ts';
import { codeSpan, escapeMarkdown, withoutImages } from '../text/markdown.ts';
import type { Context } from '../context.ts';
import type { Hover } from '../results.ts';
import { extractExcerpt } from './excerpt.ts';
import { readDocument } from './linkTarget.ts';
import { linkAt } from './linkAtOffset.ts';

const imagePattern = /\.(?:avif|bmp|gif|ico|jpe?g|png|svg|webp)$/i;

/**
 * The hover of a link at an offset: its post's title, date, state and first sentences, an image, a file; undefined for
 * what is not of the site.
 */
export async function linkHover(context: Context, open: OpenPost, offset: number): Promise<Hover | undefined> {
  const { site } = open;
  const pointed = site && linkAt(open, offset, context.environment);
  if (!pointed) return undefined;
  const markdown = await describeDestination(context, pointed.destination, site);
  return markdown === undefined ? undefined : { range: pointed.range, markdown };
}

async function describeDestination(
  context: Context,
  destination: Destination,
  site: Site,
): Promise<string | undefined> {
  if (destination.kind === 'file') return formatFile(destination.path, site);
  if (destination.kind !== 'post') return undefined;
  const { post, isRedirect, fragment } = destination;
  const publication = site.generator.getPublication(toPostSource(site, post), context.environment);
  const document = await readDocument(context, post.uri);
  const excerpt = document ? extractExcerpt(document.text, site.generator.frontMatterFormats) : '';
  return [
    formatHeading(post, publication, fragment),
    formatSummary(publication),
    isRedirect ? `An old address: readers are sent on to ${codeSpan(publication.url ?? post.path)}.` : '',
    ...(publication.state === 'published' ? [] : publication.reasons.map(withoutImages)),
    excerpt === '' ? '' : `> ${escapeMarkdown(excerpt)}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function formatHeading(post: Post, { title }: Publication, fragment: string): string {
  return `**[${escapeMarkdown(title)}](${post.uri})**${fragment === '' ? '' : ` ${codeSpan(`#${fragment}`)}`}`;
}

function formatSummary({ state, date, url }: Publication): string {
  const words = [
    date === undefined ? '' : dayInWords(date),
    state === 'published' ? '' : `**${state[0]!.toUpperCase()}${state.slice(1)}**`,
    url === undefined ? '' : codeSpan(url),
  ];
  return words.filter((part) => part !== '').join(' · ');
}

function formatFile(path: string, site: Site): string {
  const uri = toUri(site, path);
  return imagePattern.test(path) ? `![](${uri}|height=180)\n\n${codeSpan(path)}` : `[${escapeMarkdown(path)}](${uri})`;
}
