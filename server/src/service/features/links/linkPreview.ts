import type { Publication } from '../../generators/contract/model.ts';
import type { Destination } from '../../site/resolution/links.ts';
import type { Post, Site } from '../../site/model/site.ts';
import { fileUri, sourceOf } from '../../site/model/site.ts';
import type { OpenPost } from '../../site/model/snapshot.ts';
import { dayInWords } from '../../text/calendar.ts';
import { codeSpan, escapeMarkdown } from '../text/markdown.ts';
import type { Context } from '../context.ts';
import type { Hover } from '../results.ts';
import { excerptOf } from './excerpt.ts';
import { documentAt } from './linkTarget.ts';
import { pointedAt } from './linkAtOffset.ts';

const images = /\.(?:avif|bmp|gif|ico|jpe?g|png|svg|webp)$/i;

/** What a reader finds behind the link at an offset: a post's title, date, state and first sentences, a picture, a file; undefined for what is not of the site. */
export async function linkHover(context: Context, open: OpenPost, offset: number): Promise<Hover | undefined> {
  const { site } = open;
  const pointed = site && pointedAt(open, offset, context.environment);
  if (!pointed) return undefined;
  const markdown = await described(context, pointed.destination, site);
  return markdown === undefined ? undefined : { range: pointed.range, markdown };
}

async function described(context: Context, destination: Destination, site: Site): Promise<string | undefined> {
  if (destination.kind === 'file') return fileCard(destination.path, site);
  if (destination.kind !== 'post') return undefined;
  const { post, isRedirect, fragment } = destination;
  const publication = site.generator.publication(sourceOf(site, post), context.environment);
  const document = await documentAt(context, post.uri);
  const excerpt = document ? excerptOf(document.text, site.generator.frontMatterFormats) : '';
  return [
    heading(post, publication, fragment),
    facts(publication),
    isRedirect ? `An old address: readers are sent on to ${codeSpan(publication.url ?? post.path)}.` : '',
    ...(publication.state === 'published' ? [] : publication.reasons),
    excerpt === '' ? '' : `> ${escapeMarkdown(excerpt)}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function heading(post: Post, { title }: Publication, fragment: string): string {
  return `**[${escapeMarkdown(title)}](${post.uri})**${fragment === '' ? '' : ` ${codeSpan(`#${fragment}`)}`}`;
}

function facts({ state, date, url }: Publication): string {
  const words = [
    date === undefined ? '' : dayInWords(date),
    state === 'published' ? '' : `**${state[0]!.toUpperCase()}${state.slice(1)}**`,
    url === undefined ? '' : codeSpan(url),
  ];
  return words.filter((part) => part !== '').join(' · ');
}

function fileCard(path: string, site: Site): string {
  const uri = fileUri(site, path);
  return images.test(path) ? `![](${uri}|height=180)\n\n${codeSpan(path)}` : `[${escapeMarkdown(path)}](${uri})`;
}
