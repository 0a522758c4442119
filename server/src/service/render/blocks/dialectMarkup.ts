import type { Dialect } from '../../dialects/dialect.ts';
import { findDefinitionReplacements, findSpacedDestinations } from '../../syntax/parse/destinations.ts';
import type { Line, OpeningLines } from '../../syntax/parse/mask.ts';
import { findExtensionBlocks, findMath, findOpeningLines, findRawHtml } from '../../syntax/parse/mask.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Range } from '../../text/range.ts';
import { contains } from '../../text/range.ts';
import type { AttributeList } from '../replacement/attributeList.ts';
import { findSpanAttributeLists, parseAttributeList } from '../replacement/attributeList.ts';
import type { Placeholder, PreviewSource } from '../replacement/previewSource.ts';
import { placeholderText, protectingMark, replaceInSource } from '../replacement/previewSource.ts';
import { emptyHead, headlessItems, headlessTables } from './tables.ts';

/** A text without what its dialect reads and CommonMark does not; placeholders are left where something shows. */
export interface DialectSource {
  readonly source: PreviewSource;
  /** `{:name: .class}` by name. */
  readonly named: ReadonlyMap<string, AttributeList>;
  /** `*[HTML]: Hyper Text` by abbreviation. */
  readonly abbreviations: ReadonlyMap<string, string>;
}

/** Returns a text that a CommonMark parser reads as the dialect reads the one given. Linear in the text. */
export function replaceDialectMarkup(source: PreviewSource, dialect: Dialect): DialectSource {
  const replacement = new MarkupReplacement(source, dialect);
  replacement.run();
  const { edits, placeholders, named, abbreviations } = replacement;
  return {
    source: edits.length === 0 ? source : replaceInSource(source, edits, placeholders),
    named,
    abbreviations,
  };
}

class MarkupReplacement {
  readonly edits: TextEdit[] = [];
  readonly placeholders: Placeholder[];
  readonly named = new Map<string, AttributeList>();
  readonly abbreviations = new Map<string, string>();
  private readonly text: string;
  private readonly opening: OpeningLines;

  constructor(
    source: PreviewSource,
    private readonly dialect: Dialect,
  ) {
    this.text = source.text;
    this.placeholders = [...source.placeholders];
    this.opening = findOpeningLines(source.text);
  }

  run(): void {
    const { blocks, extensions, html, links } = this.dialect;
    if (extensions.attributeLists) this.extensionBlocks();
    if (html.kind === 'content model') this.htmlBlocks();
    for (const line of this.opening.lines) this.line(line);
    if (extensions.math) this.mathematics();
    if (blocks.fencesMustClose) this.unclosedFences();
    if (links.spacesInDestination) this.destinations();
    if (extensions.tables === 'any') this.headlessTables();
    if (!blocks.parenthesisItems) this.roundBrackets();
    if (extensions.attributeLists) this.spanAttributes();
    if (html.kind === 'content model') this.rawSpans();
  }

  private isInCode(range: Range): boolean {
    return this.opening.fences.some((fence) => contains(fence, range));
  }

  private put(placeholder: Placeholder): string {
    return placeholderText(this.placeholders.push(placeholder) - 1);
  }

  private replace(range: Range, newText: string): void {
    this.edits.push({ range, newText });
  }

  /** Keeps what starts at an offset from being what it looks like. */
  private protect(at: number): void {
    this.replace({ start: at, end: at }, protectingMark);
  }

  private source({ start, end }: Range): string {
    return this.text.slice(start, end);
  }

  /** `{::comment}` shows nothing, `{::nomarkdown}` its content as it is. */
  private extensionBlocks(): void {
    for (const range of findExtensionBlocks(this.text)) {
      if (this.isInCode(range)) continue;
      const source = this.source(range);
      const html = source.startsWith('{::nomarkdown')
        ? source.slice(source.indexOf('}') + 1, source.lastIndexOf('{'))
        : '';
      this.replace(range, this.put({ kind: 'html', html, source }));
    }
  }

  private htmlBlocks(): void {
    const { text, opening, dialect } = this;
    const blocks = findRawHtml(text, opening.lines, dialect.html.elements);
    const lone = loneTags(opening.lines, blocks, dialect);
    for (const range of [...blocks, ...blockComments(text, opening.lines), ...lone]) this.block(range);
  }

  /** A block of HTML is a block of its own, whatever is next to it; what `markdown="1"` opens in it is read. */
  private block(range: Range): void {
    const inner = openingTagRead(this.source(range));
    const closing = inner && range.start + this.source(range).indexOf(`</${inner[1]}`, inner.index);
    if (!inner || closing === null || closing < range.start) return this.html(range);
    const start = range.start + inner.index;
    const isParagraph = inner[1]!.toLowerCase() === 'p';
    const gap = isParagraph ? /^\s*/.exec(this.text.slice(start + inner[0].length))![0].length : 0;
    if (isParagraph)
      for (const tag of [
        { start, end: start + inner[0].length + gap },
        { start: closing, end: closing + 4 },
      ])
        this.replace(tag, '\n\n');
    if (start > range.start || !isParagraph)
      this.html({ start: range.start, end: isParagraph ? start : start + inner[0].length });
    const rest = { start: isParagraph ? closing + 4 : closing, end: range.end };
    if (rest.start < rest.end) this.block(rest);
  }

  private html(range: Range): void {
    const lineStart = this.text.lastIndexOf('\n', range.start - 1) + 1;
    const indent = /^ */.exec(this.source({ start: lineStart, end: range.start }))![0];
    const isAtStart = lineStart + indent.length === range.start || lineStart === range.start;
    const html = this.source(range);
    const before = isAtStart ? '\n' : '\n\n';
    const own = /^ */.exec(html)![0];
    this.replace(
      { start: isAtStart ? lineStart : range.start, end: range.end },
      `${before}${isAtStart ? indent || own : ''}${this.put({ kind: 'html', html: html.trimStart(), isBlock: true })}\n\n`,
    );
  }

  private line({ start, text }: Line): void {
    const { extensions, blocks } = this.dialect;
    const range = { start, end: start + text.length };
    const abbreviation = extensions.abbreviations ? /^ {0,3}\*\[(.+?)\]:(.*)$/.exec(text) : null;
    if (abbreviation) {
      this.abbreviations.set(abbreviation[1]!, abbreviation[2]!.trim());
      return this.replace(range, '');
    }
    if (extensions.containers && /^ {0,3}:{3}/.test(text)) return this.replace(range, containerTitle(text));
    if (extensions.attributeLists && this.attributeLine(range, text)) return;
    if (blocks.fenceInfoIsOneWord && /^ {0,3}(?:```|~~~)[ \t]*\S+[ \t]+\S/.test(text)) this.protect(start);
  }

  /** Takes a line of attributes, and those at the start of an item; returns whether nothing of the line is left. */
  private attributeLine(range: Range, text: string): boolean {
    const named = /^ {0,3}\{:(\w[\w-]*):((?:\\\}|[^}])+)\}[ \t\r]*$/.exec(text);
    if (named) this.named.set(named[1]!, parseAttributeList(named[2]!));
    const isEmpty = named !== null || /^ {0,3}\{::options\b[^}]*\/\}/.test(text);
    if (isEmpty) this.replace(range, '');
    const own = isEmpty ? null : /^([ >]*)\{:(?![:/])((?:\\\}|[^}])+)\}[ \t\r]*$/.exec(text);
    if (own) this.blockAttributes(range, own[1]!, own[2]!);
    const item = isEmpty || own ? null : /^( *(?:[-+*]|\d+\.)[ \t]+)\{:(?![:/])((?:\\\}|[^}])+)\}/.exec(text);
    if (item)
      this.replace(
        { start: range.start + item[1]!.length, end: range.start + item[0].length },
        this.put({ kind: 'attributes', list: parseAttributeList(item[2]!), of: 'item', source: '' }),
      );
    return isEmpty || own !== null;
  }

  /** A line of attributes ends a block: it belongs to what ends right above it, else to what begins below. */
  private blockAttributes(range: Range, indent: string, attributes: string): void {
    const above = this.text.slice(this.text.lastIndexOf('\n', range.start - 2) + 1, Math.max(0, range.start - 1));
    const of = /^[ >]*$/.test(above) || range.start === 0 ? 'next' : 'previous';
    const list = parseAttributeList(attributes);
    const placeholder = this.put({ kind: 'attributes', list, of, source: this.source(range) });
    if (of === 'previous' && indent !== '' && !indent.includes('>')) this.replace(range, `${indent}${placeholder}`);
    else this.replace(range, `${indent.trimEnd()}\n${indent}${placeholder}\n${indent.trimEnd()}`);
  }

  /** After a link, emphasis, code or HTML. */
  private spanAttributes(): void {
    if (!this.text.includes('{:')) return;
    for (const range of findSpanAttributeLists(this.text)) {
      const source = this.source(range);
      if (!this.isInCode(range))
        this.replace(
          range,
          this.put({ kind: 'attributes', list: parseAttributeList(source.slice(2, -1)), of: 'previous', source }),
        );
    }
  }

  private mathematics(): void {
    for (const range of findMath(this.text)) if (!this.isInCode(range)) this.formula(range);
  }

  /** What MathJax finds in the page, where nothing at the build works formulas out. */
  private formula({ start, end }: Range): void {
    const range = { start: start - 2, end: end + 2 };
    const inside = this.source({ start, end }).trim();
    const isBlock =
      /(^|\n)[ \t]*\n {0,3}$|^ {0,3}$/.test(this.text.slice(Math.max(0, range.start - 80), range.start)) &&
      /^[ \t]*(\n|$)/.test(this.text.slice(range.end, range.end + 80));
    const value = isBlock ? `\\[${inside}\\]` : `\\(${inside}\\)`;
    const nodes = [
      {
        type: 'element' as const,
        tagName: isBlock ? 'div' : 'span',
        properties: { className: ['galley-math'] },
        children: [{ type: 'text' as const, value }],
      },
    ];
    this.replace(range, this.put({ kind: 'nodes', nodes, source: this.source(range) }));
  }

  private unclosedFences(): void {
    for (const { start } of this.opening.unclosedFences) this.protect(start);
  }

  /** Destinations that hold spaces, and colons of lines that are no definition. */
  private destinations(): void {
    for (const range of [
      ...findSpacedDestinations(this.text),
      ...findDefinitionReplacements(this.text, this.opening.lines),
    ]) {
      if (this.isInCode(range)) continue;
      const written = this.source(range);
      this.replace(range, written === ':' ? '\\:' : `<${written.replace(/[<>]/g, encodeURIComponent)}>`);
    }
  }

  private headlessTables(): void {
    const isInCode = (range: Range): boolean => this.isInCode(range);
    const tables = headlessTables(this.text, isInCode).map((start) => ({ start, indent: 0 }));
    for (const { start, indent } of [...tables, ...headlessItems(this.text, isInCode)])
      this.replace({ start, end: start }, emptyHead(this.text, start, indent));
  }

  /** A number and a round bracket, which begin no item. */
  private roundBrackets(): void {
    for (const match of this.text.matchAll(/^ {0,3}\d{1,9}(?=\)[ \t])/gm)) {
      const at = match.index + match[0].length;
      if (!this.isInCode({ start: at, end: at })) this.protect(at);
    }
  }

  /** Elements on one line whose content is raw. */
  private rawSpans(): void {
    const { elements } = this.dialect.html;
    for (const match of this.text.matchAll(/<([a-z]+)\b[^<>]*>[^<\n]*<\/\1>/gi)) {
      const range = { start: match.index, end: match.index + match[0].length };
      const name = match[1]!.toLowerCase();
      if (elements.isSpan(name) && elements.spanContent(name) === 'raw' && !this.isInCode(range))
        this.replace(range, this.put({ kind: 'html', html: match[0], source: match[0] }));
    }
  }
}

/** A tag of HTML whose content is read, as the attribute `markdown` says, with its name; null for none. */
function openingTagRead(html: string): RegExpExecArray | null {
  if (!/markdown/i.test(html)) return null;
  for (const tag of html.matchAll(/<(\w+)[^<>]*>/g))
    if (/\smarkdown\s*=\s*["']?(?:1|block|span)\b/i.test(tag[0])) return tag;
  return null;
}

/** Tags of blocks at the start of a line that nothing closes: `<hr>`, and those an author forgot to close. */
function loneTags(lines: readonly Line[], blocks: readonly Range[], { html }: Dialect): Range[] {
  return lines.flatMap(({ start, text }) => {
    const match = /^ {0,3}<([a-zA-Z][a-zA-Z0-9]*)(?:[\s/][^<>]*)?>/.exec(text);
    const range = { start: start + text.indexOf('<'), end: start + (match?.[0].length ?? 0) };
    return !match || html.elements.isSpan(match[1]!.toLowerCase()) || blocks.some((block) => contains(block, range))
      ? []
      : [range];
  });
}

/** Comments that start a line. */
function blockComments(text: string, lines: readonly Line[]): Range[] {
  let end = 0;
  return lines.flatMap((line) => {
    const indent = /^ {0,3}(?=<!--)/.exec(line.text)?.[0].length;
    if (indent === undefined || line.start < end) return [];
    const close = text.indexOf('-->', line.start + indent + 4);
    if (close < 0) return [];
    end = close + 3;
    return [{ start: line.start + indent, end }];
  });
}

/** What stands for a line that begins or ends a box: its title, if it has one, as a paragraph. */
function containerTitle(line: string): string {
  const title = line
    .replace(/^ *:+[ \t]*[\w-]*/, '')
    .replace(/\{[^{}]*\}\s*$/, '')
    .trim();
  return title === '' ? '' : `\n**${title}**\n`;
}
