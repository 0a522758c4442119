import type { Dialect } from '../../../dialects/dialect.ts';
import type { Range } from '../../../text/range.ts';
import { findLineEnd, skipBackward, skipForward } from '../../../text/scan.ts';
import type { NestedLine } from '../nestedTexts/nestedText.ts';
import { closingTag, findClosingTag, matchAt, parseTag } from '../nestedTexts/patterns.ts';
import { expandTabs } from './block.ts';

/** What is taken out of a text before its blocks are read: fenced code and blocks of HTML. */
export interface RawPart extends Range {
  readonly kind: 'code' | 'html';
  /** What stands before it on its line and stays: quote marks, spaces. */
  readonly prefix: string;
}

/** Stands for a raw part in the lines that are read. */
export const placeholder = '\u0002';

const openingFence = /^([ \t>]*)(`{3,}|~{3,})/;
const oneWord = /^(?:\{[^}]*\}|[\w#.+-]*(?: *hl_lines=(?:"[^"]*"|'[^']*'))?)$/;

/** Returns fenced code: FENCED_BLOCK_RE in extensions/fenced_code.py, and RE_NESTED_FENCE_START in pymdownx/superfences.py. */
export function findFences(text: string, { blocks }: Dialect): RawPart[] {
  const { fenceMarks, fencePlace } = blocks;
  if (fenceMarks === '') return [];
  const found: RawPart[] = [];
  const unclosed = new Set<string>();
  for (let at = 0; at < text.length;) {
    const end = findLineEnd(text, at);
    const line = text.slice(at, end).trimEnd();
    const [opening = '', prefix = '', mark = ''] =
      line.length < 500 && /[`~]/.test(line[line.search(/[^ \t>]/)] ?? '') ? (openingFence.exec(line) ?? []) : [];
    const info = line.slice(opening.length).trimStart();
    const isFence =
      mark !== '' && (fencePlace === 'anywhere' ? !info.includes('`') : prefix === '' && oneWord.test(info));
    const close = isFence && !unclosed.has(prefix + mark) ? findClose(text, end, prefix, mark) : undefined;
    if (isFence && close === undefined) unclosed.add(prefix + mark);
    if (close !== undefined) found.push({ start: at + prefix.length, end: close, kind: 'code', prefix });
    at = (close ?? end) + 1;
  }
  return found;
}

/** Returns where the line ends that closes a fence; code between stands as far in as the fence does. */
function findClose(text: string, from: number, prefix: string, mark: string): number | undefined {
  for (let at = from + 1; at < text.length;) {
    const end = findLineEnd(text, at);
    const line = text.slice(at, end).trimEnd();
    if (line.startsWith(prefix + mark) && line.length === prefix.length + mark.length) return end;
    if (prefix !== '' && line !== '' && !line.startsWith(prefix.trimEnd())) return undefined;
    at = end + 1;
  }
  return undefined;
}

/** Returns blocks of HTML outside of fenced code: HTMLExtractor in htmlparser.py, and that of extensions/md_in_html.py. */
export function findHtml(text: string, fences: readonly Range[], dialect: Dialect): RawPart[] {
  return text.includes('<') ? new HtmlFinder(text, fences, dialect).find() : [];
}

const anyMarkup = /<(?:!--|[?!]|\/?[a-zA-Z])/g;
const anyTag = /<(?:!--|\/?[a-zA-Z])/g;
/** More elements that are open in a raw one are not told apart. */
const maxDepth = 200;

class HtmlFinder {
  private readonly found: RawPart[] = [];
  /** Open elements whose content is Markdown. */
  private readonly open: string[] = [];
  /** What closes something and does not come any more. */
  private readonly missing = new Set<string>();
  /** Where the line ends in which the last part does: tags after it begin blocks. */
  private tailEnd = -1;

  constructor(
    private readonly text: string,
    private readonly fences: readonly Range[],
    private readonly dialect: Dialect,
  ) {}

  find(): RawPart[] {
    const { text, fences } = this;
    let fence = 0;
    anyMarkup.lastIndex = 0;
    for (let match = anyMarkup.exec(text); match; match = anyMarkup.exec(text)) {
      const start = match.index;
      while (fence < fences.length && fences[fence]!.end <= start) fence++;
      if (fence < fences.length && fences[fence]!.start <= start) {
        anyMarkup.lastIndex = fences[fence]!.end;
        continue;
      }
      const end = this.closesOpenElement(start) ?? (this.mayBegin(start) ? this.findPartEnd(start) : undefined);
      if (end === undefined) continue;
      this.found.push({ start, end, kind: 'html', prefix: '' });
      if (end > this.tailEnd) this.tailEnd = findLineEnd(text, end);
      anyMarkup.lastIndex = end;
    }
    return this.found;
  }

  /** Whether nothing but three spaces stands before an offset on its line, or the end of another part. */
  private mayBegin(start: number): boolean {
    const lineStart = skipBackward(this.text, start, ' ', Math.max(0, start - 3));
    return lineStart === 0 || this.text[lineStart - 1] === '\n' || start <= this.tailEnd;
  }

  /** Returns where a tag ends that closes an element whose content is Markdown. */
  private closesOpenElement(start: number): number | undefined {
    const { text, open } = this;
    const match = open.length > 0 && text[start + 1] === '/' ? matchAt(closingTag, text, start) : null;
    if (!match || match[1]!.toLowerCase() !== open.at(-1)) return undefined;
    open.pop();
    return start + match[0].length;
  }

  private findPartEnd(start: number): number | undefined {
    const { text } = this;
    const { elements } = this.dialect.html;
    if (text.startsWith('<!--', start)) return this.findEndOf('-->', start + 4);
    if (text[start + 1] === '?') return this.findEndOf('?>', start);
    if (text[start + 1] === '!') return this.findEndOf('>', start);
    const tag = parseTag(text, start);
    if (!tag || !elements.isBlock(tag.name)) return undefined;
    if (tag.isClosed || elements.isVoid(tag.name)) return tag.end;
    if (elements.blockContent(tag.name, tag.markdown) === 'raw') return this.findElementEnd(tag.end, tag.name);
    this.open.push(tag.name);
    return tag.end;
  }

  private findEndOf(closing: string, from: number): number | undefined {
    const at = this.missing.has(closing) ? -1 : this.text.indexOf(closing, from);
    if (at >= 0) return at + closing.length;
    this.missing.add(closing);
    return undefined;
  }

  /** Returns where the element ends whose content starts at an offset: with the tag that leaves none open, or with the text. */
  private findElementEnd(from: number, name: string): number {
    const { text } = this;
    if (name === 'script' || name === 'style') return findClosingTag(text, from, name).end;
    const names = [name];
    anyTag.lastIndex = from;
    for (let match = anyTag.exec(text); match; match = anyTag.exec(text)) {
      const at = match.index;
      if (match[0] === '<!--') anyTag.lastIndex = this.findEndOf('-->', at) ?? at + 4;
      else if (match[0].startsWith('</')) {
        const closing = matchAt(closingTag, text, at);
        const closed = closing ? names.lastIndexOf(closing[1]!.toLowerCase()) : -1;
        if (closed >= 0) names.length = closed;
        if (names.length === 0) return at + closing![0].length;
      } else {
        const tag = parseTag(text, at);
        if (tag && !tag.isClosed && names.length < maxDepth) names.push(tag.name);
        anyTag.lastIndex = tag?.end ?? at + 1;
      }
    }
    return text.length;
  }
}

/** Returns the lines of a text with a placeholder for each of its raw parts, which stands alone but for its prefix. */
export function toLines(text: string, parts: readonly RawPart[]): NestedLine[] {
  const lines: NestedLine[] = [];
  let at = 0;
  for (const { start, end, prefix } of parts) {
    if (start < at) continue;
    addLines(text, { start: at, end: start - prefix.length }, lines);
    const offset = start - prefix.length;
    const line = expandTabs({ text: `${prefix}${placeholder}\n`, offset });
    lines.push(...(prefix === '' ? [{ text: '\n', offset }, line, { text: '\n', offset: end }] : [line]));
    const rest = skipForward(text, end, ' \t\r');
    at = rest >= text.length || text[rest] === '\n' ? rest + 1 : end;
  }
  addLines(text, { start: at, end: text.length }, lines);
  return lines;
}

function addLines(text: string, { start, end }: Range, lines: NestedLine[]): void {
  for (let at = start; at < end;) {
    const lineEnd = Math.min(end, findLineEnd(text, at));
    const written = text.slice(at, lineEnd);
    lines.push(expandTabs({ text: `${written.trim() === '' ? '' : written}\n`, offset: at }));
    at = lineEnd + 1;
  }
}
