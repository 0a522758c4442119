import { findAuthors } from '../../../site/frontMatter/authors.ts';
import type { FrontMatterModel } from '../../../site/frontMatter/schema/frontMatterModel.ts';
import { findLayouts } from '../../../site/frontMatter/schema/frontMatterModel.ts';
import type { OpenPost } from '../../../site/model/snapshot.ts';
import { toScalars } from '../../../site/frontMatter/vocabulary/values.ts';
import { dirname, join, relative } from '../../../text/uri.ts';
import { formatPostCount, isWorthProposing } from '../../frontMatter/keyInfo.ts';
import { resolveImageFile } from '../../frontMatter/imageFiles.ts';
import { codeSpan, escapeMarkdown } from '../../text/markdown.ts';
import { dayInWords } from '../../../text/calendar.ts';

/**
 * What a value of a key (`extra.team`) means and how many other posts have it, as paragraphs; none for a list or map.
 */
export function describeValue(key: string, value: unknown, post: OpenPost, model: FrontMatterModel): string[] {
  const [first, ...rest] = toScalars(value);
  if (first === undefined || rest.length > 0) return [];
  const text = String(first);
  return [describeMeaning(key, text, post), describeWeekday(text), describeOtherPosts(key, text, model)].filter(
    (part) => part !== '',
  );
}

function describeMeaning(key: string, value: string, { site, document }: OpenPost): string {
  if (!site) return '';
  if (key === 'layout') return findLayouts(site).names.includes(value) ? 'A layout of this site.' : '';
  const author = /^authors?$/.test(key) ? findAuthors(site).get(value) : undefined;
  if (author !== undefined && author !== value) return `**${escapeMarkdown(author)}**`;
  const file = resolveImageFile(value, site, relative(site.root, dirname(document.uri)) ?? '');
  return file === undefined ? '' : `![](${join(site.root, file)}|height=180)\n\n${codeSpan(file)}`;
}

/** `Wednesday, 1 May 2024` for a date as front matter has it. */
function describeWeekday(value: string): string {
  const words = /^\d{4}-\d\d?-\d\d?(?:$|[T ])/.test(value) ? dayInWords(value, 'full') : value;
  return words === value ? '' : `${words}.`;
}

function describeOtherPosts(key: string, value: string, { vocabulary }: FrontMatterModel): string {
  const use = vocabulary.keys.get(key);
  const count = use?.values.get(value)?.count ?? 0;
  if (count > 0) return `${codeSpan(value)} is in ${count} of the other ${formatPostCount(vocabulary.posts)}.`;
  return use && isWorthProposing(key, use) ? `No other post has ${codeSpan(value)}.` : '';
}
