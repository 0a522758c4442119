import type { Environment } from '../generators/generator.ts';
import { toPreviewHtml } from '../render/html.ts';
import { publicationOf } from '../site/publication.ts';
import type { OpenPost } from '../site/snapshot.ts';
import type { Syntax } from '../syntax/syntax.ts';
import type { Rendered } from './results.ts';

/** Words a reader takes in within a minute. */
const wordsPerMinute = 220;

/** A post as its preview shows it. */
export function render(post: OpenPost, environment: Environment): Rendered {
  const { document, syntax } = post;
  const data = syntax.frontMatter?.data ?? {};
  const publication = publicationOf(post, environment);
  const date = publication?.date;
  const author = [data['author'] ?? data['authors']].flat().filter((name) => typeof name === 'string').join(', ');
  const title = text(data['title']) ?? publication?.title;
  const description = text(data['description']);
  return {
    version: document.version,
    html: toPreviewHtml(syntax),
    head: {
      ...(title !== undefined && { title }),
      ...(date !== undefined && { date: inWords(date) }),
      ...(author !== '' && { author }),
      ...(description !== undefined && { description }),
      terms: publication ? [...new Set([...publication.categories, ...publication.tags])] : [],
      state: publication?.state ?? 'page',
      ...(publication?.url !== undefined && { url: publication.url }),
      readingMinutes: Math.max(1, Math.round(countWords(syntax) / wordsPerMinute)),
    },
  };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** `2024-05-01T00:00:00+02:00` as `1 May 2024`: the day as written, whatever the zone. */
function inWords(date: string): string {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number);
  const utc = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1));
  return Number.isNaN(utc.getTime()) ? date : new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(utc);
}

/** Words of the body; code and HTML do not count. */
function countWords(syntax: Syntax): number {
  let count = 0;
  let at = syntax.body.start;
  const code = syntax.occurrences.filter(({ type }) => type === 'code');
  for (const { range } of [...code, { range: { start: syntax.text.length, end: syntax.text.length } }]) {
    if (range.start < at) continue;
    count += syntax.text.slice(at, range.start).match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu)?.length ?? 0;
    at = range.end;
  }
  return count;
}
