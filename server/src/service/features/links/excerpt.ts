import { parseFrontMatter } from '../../syntax/frontMatter/parseFrontMatter.ts';
import type { FrontMatterFormat } from '../../syntax/frontMatter/index.ts';
import { toVisibleText } from '../../syntax/structure/headings.ts';

const maxLength = 240;
/** Text further down is no beginning any more; a long post is not read to its end for a hover. */
const maxSearchLength = 6000;

/**
 * Lines of a paragraph that are no prose: headings, images alone, tags, HTML, tables, code, rules, definitions, notes,
 * attribute lists.
 */
const notProse = /^\s*(?:#|!\[|\{[{%:]|<|\||```|~~~|(?:[-*_=]\s*){3,}$|\[[^\]]*\]:|import\s|export\s| {4}\S)/;

/** The first sentences of a post as plain text; '' where it begins with none. */
export function extractExcerpt(text: string, formats: readonly FrontMatterFormat[]): string {
  const frontMatter = parseFrontMatter(text, formats);
  const body = text.slice(frontMatter?.closed ? frontMatter.range.end : 0).slice(0, maxSearchLength);
  const paragraphs = body.split(/\r?\n[ \t]*\r?\n/).map((paragraph) => paragraph.trim());
  const first = paragraphs.find((paragraph) => paragraph !== '' && !notProse.test(paragraph));
  return first === undefined ? '' : truncate(toPlainText(first));
}

function toPlainText(paragraph: string): string {
  const lines = paragraph
    .replace(/\{[{%][^{}]*[}%]\}|\[\^[^[\]\s]+\]/g, '')
    .replace(/^[ \t]*(?:>|[-*+][ \t]|\d+[.)][ \t])[ \t]*/gm, '');
  return toVisibleText(lines.replace(/[*`]+/g, '')).replace(/\s+/g, ' ').trim();
}

function truncate(text: string): string {
  if (text.length <= maxLength) return text;
  const end = text.lastIndexOf(' ', maxLength);
  return `${text.slice(0, end > 0 ? end : maxLength)} …`;
}
