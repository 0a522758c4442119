import type { Range } from '../../text/range.ts';
import type { TagDescriptions } from './tagDescription.ts';

/** A template tag in a post: Liquid, Nunjucks, Tera or a shortcode in Go's braces. Ranges are offsets into the text given. */
export interface TemplateTag {
  readonly range: Range;
  /** `{{ … }}` writes a value; everything else is a tag. */
  readonly kind: 'output' | 'tag';
  /** First word inside: `include`, `post_url`, `endhighlight`, `/quote`. */
  readonly name: string;
}

/** Text with its template parts replaced, UTF-16 code unit for code unit, by what Markdown reads the same way. */
export interface MaskedText {
  readonly text: string;
  readonly tags: readonly TemplateTag[];
  /** Files that `{% include name %}` brings in, as written: `links.md`, `{{ page.links }}`. */
  readonly includes: readonly string[];
  /** A tag that nobody can follow may bring definitions that do not stand in the post. */
  readonly suppliesDefinitions: boolean;
}

/** Blocks of Liquid whose content never reaches Markdown as part of this page. */
const hiddenBlocks = new Set(['comment', 'capture']);

/** Finds template tags; `{% raw %}` hides those inside it, unclosed braces are text. Linear in the text. */
export function findTemplateTags(text: string): TemplateTag[] {
  const tags: TemplateTag[] = [];
  const closers = new Map<string, number>();
  let raw = false;
  for (let at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at)) {
    const second = text[at + 1];
    if (second !== '%' && second !== '{') {
      at++;
      continue;
    }
    const closer = second === '%' ? '%}' : '}}';
    const end = findNext(text, closer, at + 2, closers);
    if (end < 0) {
      at += 2;
      continue;
    }
    const tag: TemplateTag = {
      range: { start: at, end: end + 2 },
      kind: second === '%' || /[<%]/.test(text[at + 2] ?? '') ? 'tag' : 'output',
      name: /^[-<%\s]*([/\w-]*)/.exec(text.slice(at + 2, Math.min(end, at + 66)))?.[1] ?? '',
    };
    if (!raw || tag.name === 'endraw') {
      tags.push(tag);
      raw = tag.name === 'raw';
      at = tag.range.end;
    } else at += 2;
  }
  return tags;
}

/** Offset of `what` at or after `from`; remembers the last find so that a text full of openers is walked once. */
function findNext(text: string, what: string, from: number, cache: Map<string, number>): number {
  const cached = cache.get(what);
  if (cached !== undefined && (cached === -1 || cached >= from)) return cached;
  const found = text.indexOf(what, from);
  cache.set(what, found);
  return found;
}

/**
 * Returns the text as Markdown gets to see it: tags alone on their lines become blank, others a word of the same length, and
 * what comments, captures and blocks of code hold becomes blank. Offsets and line breaks stay.
 */
export function maskTemplates(text: string, facts: TagDescriptions): MaskedText {
  const hasIncludes = includeComment.test(text);
  if (!text.includes('{{') && !text.includes('{%'))
    return { text, tags: [], includes: [], suppliesDefinitions: hasIncludes };
  const tags = findTemplateTags(text);
  const blanks: Range[] = [...findStandaloneTags(text, tags), ...findOpaqueBlocks(text, tags, facts)];
  const words = tags.map((tag) => tag.range);
  return {
    text: blankOut(replaceWith(text, words, 'x'), blanks),
    tags,
    includes: tags.flatMap((tag) =>
      tag.name === 'include' ? (includedName.exec(text.slice(tag.range.start, tag.range.end))?.[1] ?? []) : [],
    ),
    suppliesDefinitions: hasIncludes || tags.some((tag) => maySupplyDefinitions(text, tag, facts)),
  };
}

/** `<!-- @include: ./part.md -->`, which several tools replace by the text of a file before they read Markdown. */
export const includeComment = /<!--\s{0,20}@include:/;

const includedName = /^\{%-?\s*include\s+(\{\{.*?\}\}\S*|[^\s%]+)/;

function maySupplyDefinitions(text: string, tag: TemplateTag, facts: TagDescriptions): boolean {
  if (tag.name !== 'render' && !facts.get(tag.name)?.insertsUnknownText) return false;
  return /\.(md|markdown|mkd|mkdn|mkdown)\b|\{\{/.test(text.slice(tag.range.start, tag.range.end));
}

function findOpaqueBlocks(text: string, tags: readonly TemplateTag[], facts: TagDescriptions): Range[] {
  // The inside of {{< name >}} goes to the shortcode as it is; that of {{% name %}} is Markdown of the page.
  return findBlocks(tags, ({ name, range: { start } }) =>
    text[start + 1] === '%' ? isHidden(name, facts) : text[start + 2] === '<',
  );
}

/** Whether the content of a block is code, or hidden from the reader. */
function isHidden(name: string, facts: TagDescriptions): boolean {
  return hiddenBlocks.has(name) || facts.get(name)?.isCode === true;
}

/** Tags of a text, and with them what they enclose where readers see it as code or not at all. */
export function findUnreadTemplates(text: string, facts: TagDescriptions): Range[] {
  if (!text.includes('{{') && !text.includes('{%')) return [];
  const tags = findTemplateTags(text);
  return [...tags.map(({ range }) => range), ...findBlocks(tags, ({ name }) => isHidden(name, facts))];
}

/** From an opening tag that is wanted to the tag that closes it, `{% endname %}` or `{{< /name >}}`. */
function findBlocks(tags: readonly TemplateTag[], isWanted: (tag: TemplateTag) => boolean): Range[] {
  const found: Range[] = [];
  const open = new Map<string, TemplateTag>();
  for (const tag of tags) {
    const closed = /^(?:end|\/)(.*)/.exec(tag.name)?.[1];
    const opening = closed === undefined ? undefined : open.get(closed);
    if (opening) {
      found.push({ start: opening.range.start, end: tag.range.end });
      open.clear();
    } else if (isWanted(tag)) open.set(tag.name, tag);
  }
  return found;
}

/** Returns runs of tags (not outputs) with nothing but white space next to them on their lines. */
function findStandaloneTags(text: string, tags: readonly TemplateTag[]): Range[] {
  const found: Range[] = [];
  let run: Range | undefined;
  for (const [index, tag] of tags.entries()) {
    const startsLine = run
      ? false
      : /(^|\n)[ \t]*$/.test(text.slice(Math.max(0, tag.range.start - 80), tag.range.start));
    if (tag.kind === 'output' || !(run || startsLine)) {
      run = undefined;
      continue;
    }
    run = { start: run?.start ?? tag.range.start, end: tag.range.end };
    const next = tags[index + 1];
    const lineEnd = text.indexOf('\n', tag.range.end);
    const rest = text.slice(
      tag.range.end,
      next && (lineEnd < 0 || next.range.start < lineEnd) ? next.range.start : lineEnd < 0 ? undefined : lineEnd,
    );
    if (rest.trim() !== '') run = undefined;
    else if (!next || (lineEnd >= 0 && lineEnd < next.range.start)) {
      found.push(run);
      run = undefined;
    }
  }
  return found;
}

/** Returns the text with every UTF-16 code unit of the ranges but line breaks replaced by one character. */
export function replaceWith(text: string, ranges: readonly Range[], character: string): string {
  if (ranges.length === 0) return text;
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    const replaced = text.slice(from, end);
    parts.push(text.slice(at, from));
    parts.push(/[\n\r]/.test(replaced) ? replaced.replace(/[^\n\r]/g, character) : character.repeat(replaced.length));
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** Returns the text with the ranges turned into white space. */
export function blankOut(text: string, ranges: readonly Range[]): string {
  return replaceWith(text, ranges, ' ');
}
