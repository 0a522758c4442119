import type { Range } from '../../text/range.ts';
import { findCodeEnd } from './codeEnd.ts';
import type { BlockContent, TagDelimiter, TemplateLanguage } from './templateLanguage.ts';

/** A template tag in a post: Liquid, Nunjucks, Tera or a shortcode in Go's braces. Ranges are offsets into the text given. */
export interface TemplateTag {
  readonly range: Range;
  /** `{{ … }}` writes a value, as does a shortcode that is printed instead of run; `{# … #}` is a comment. */
  readonly kind: 'output' | 'tag' | 'comment';
  /** First word inside: `include`, `post_url`, `endhighlight`, `/quote`. */
  readonly name: string;
  readonly delimiter: TagDelimiter;
}

/** A tag and the one that closes it. */
export interface TemplateBlock {
  readonly opening: TemplateTag;
  readonly closing: TemplateTag;
}

/** Finds template tags; those in a block such as `{% raw %}` are text, as are unclosed braces. Linear in the text. */
export function findTemplateTags(text: string, language: TemplateLanguage): TemplateTag[] {
  return language.delimiters.some(({ open }) => text.includes(open)) ? new TagFinder(text, language).findTags() : [];
}

/** More characters than these before a name, or in one, nobody writes. */
const maxNameEnd = 66;
const start = /[{`~<]/g;

class TagFinder {
  private readonly tags: TemplateTag[] = [];
  /** Offsets of the next closing braces, so that a text full of openers is walked once. */
  private readonly closings = new Map<string, number>();
  private readonly unclosedCode = new Set<string>();
  /** The name of the tag that ends the block in which tags are text; undefined outside. */
  private rawEnd: string | undefined;

  constructor(
    private readonly text: string,
    private readonly language: TemplateLanguage,
  ) {}

  findTags(): TemplateTag[] {
    const { text } = this;
    for (let at = this.findStart(0); at >= 0; at = this.findStart(at)) {
      if (text[at] === '{') at = this.readTag(at);
      else at = this.language.ignoresCode && this.rawEnd === undefined ? this.skipCode(at) : at + 1;
    }
    return this.tags;
  }

  private findStart(from: number): number {
    if (!this.language.ignoresCode) return this.text.indexOf('{', from);
    start.lastIndex = from;
    return start.exec(this.text)?.index ?? -1;
  }

  private skipCode(at: number): number {
    const { text } = this;
    if (text[at] !== '<') return findCodeEnd(text, at, this.unclosedCode);
    const end = text.startsWith('<!--', at) ? this.findNext('-->', at) : -1;
    return end < 0 ? at + 1 : end;
  }

  /** Reads the tag that may open at an offset and returns the offset after it. */
  private readTag(at: number): number {
    const { text } = this;
    for (const delimiter of this.language.delimiters) {
      const { open, close, requires } = delimiter;
      if (!text.startsWith(open, at) || (requires && !matchesAt(text, at + open.length, requires))) continue;
      const closing = this.findNext(close, at + open.length);
      if (closing < 0) continue;
      const tag = toTag({ start: at, end: closing + close.length }, text, delimiter);
      if (this.rawEnd !== undefined && tag.name !== this.rawEnd) break;
      this.tags.push(tag);
      this.rawEnd =
        this.rawEnd === undefined && tag.kind === 'tag' && this.language.rawBlocks.has(tag.name)
          ? `end${tag.name}`
          : undefined;
      return tag.range.end;
    }
    return at + (text[at + 1] === '{' ? 2 : 1);
  }

  private findNext(what: string, from: number): number {
    const cached = this.closings.get(what);
    if (cached !== undefined && (cached === -1 || cached >= from)) return cached;
    const found = this.text.indexOf(what, from);
    this.closings.set(what, found);
    return found;
  }
}

function matchesAt(text: string, at: number, pattern: RegExp): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

// The shortcode in `{{</* name */>}}` is printed as it is.
const printedShortcode = /^\{\{[<%]\s*\/\*/;

function toTag(range: Range, text: string, delimiter: TagDelimiter): TemplateTag {
  const inner = text.slice(range.start + delimiter.open.length, Math.min(range.end, range.start + maxNameEnd));
  const isPrinted = printedShortcode.test(text.slice(range.start, range.start + maxNameEnd));
  const [, slash = '', name = ''] = /^[-\s]*(\/?)\s*([/\w-]*)/.exec(inner) ?? [];
  return isPrinted
    ? { range, delimiter, kind: 'output', name: '' }
    : { range, delimiter, kind: delimiter.kind, name: slash + name };
}

/** Returns the blocks that tags open and others close: `{% name %}` … `{% endname %}`, `{{< name >}}` … `{{< /name >}}`, in the order of their closing tags. Linear in the number of tags. */
export function findTemplateBlocks(text: string, tags: readonly TemplateTag[]): TemplateBlock[] {
  const blocks: TemplateBlock[] = [];
  const open: TemplateTag[] = [];
  const counts = new Map<string, number>();
  const close = (): TemplateTag | undefined => {
    const last = open.pop();
    if (last) counts.set(last.name, counts.get(last.name)! - 1);
    return last;
  };
  for (const tag of tags) {
    if (tag.kind !== 'tag') continue;
    const { closingPrefix } = tag.delimiter;
    const name = tag.name.startsWith(closingPrefix) ? tag.name.slice(closingPrefix.length) : undefined;
    if (name === undefined || (name !== '' && tag.delimiter.requires)) {
      if (!isComplete(text, tag)) counts.set(tag.name, (counts.get(tag.name) ?? 0) + (open.push(tag) > 0 ? 1 : 0));
      continue;
    }
    if (name !== '' && !counts.get(name)) continue;
    for (let opening = close(); opening; opening = close()) {
      if (name !== '' && opening.name !== name) continue;
      blocks.push({ opening, closing: tag });
      break;
    }
  }
  return blocks;
}

/** Whether a tag opens no block: `{{< figure />}}`, `{% set a = b %}`. */
function isComplete(text: string, { name, range: { start: from, end } }: TemplateTag): boolean {
  return /\/>?\}\}$/.test(text.slice(end - 4, end)) || (name === 'set' && text.slice(from, end).includes('='));
}

/** Returns what readers get to see of a block; undefined for Markdown of the page. */
export function getBlockContent({ opening }: TemplateBlock, language: TemplateLanguage): BlockContent | undefined {
  const { name, delimiter } = opening;
  const ofLanguage = language.blocks.get(name);
  const tag = language.tags.get(name);
  if (ofLanguage !== undefined || tag?.content === undefined) return ofLanguage ?? delimiter.content;
  return tag.content === 'verbatim' && delimiter.printsMarkdown ? tag.contentInMarkdown : tag.content;
}
