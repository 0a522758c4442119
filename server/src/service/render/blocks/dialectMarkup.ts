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
import { toPlaceholderText, protectingMark, replaceInSource } from '../replacement/previewSource.ts';
import { findBlockComments, findLoneTags, findMarkdownTag } from './htmlBlocks.ts';
import { createEmptyHead, findHeadlessItems, findHeadlessTables } from './tables.ts';
import { encodeUriComponent } from '../../text/uri.ts';

/** A source without the markup that its dialect has and CommonMark has not; placeholders where it prints something. */
export interface DialectSource {
  readonly source: PreviewSource;
  /** `{:name: .class}` by name. */
  readonly attributeDefinitions: ReadonlyMap<string, AttributeList>;
  /** `*[HTML]: Hyper Text` by abbreviation. */
  readonly abbreviations: ReadonlyMap<string, string>;
}

/** Returns a text that a CommonMark parser reads as the dialect reads the one given. Linear in the text. */
export function replaceDialectMarkup(source: PreviewSource, dialect: Dialect): DialectSource {
  const replacement = new MarkupReplacement(source, dialect);
  replacement.run();
  const { edits, placeholders, attributeDefinitions, abbreviations } = replacement;
  return {
    source: edits.length === 0 ? source : replaceInSource(source, edits, placeholders),
    attributeDefinitions,
    abbreviations,
  };
}

class MarkupReplacement {
  readonly edits: TextEdit[] = [];
  readonly placeholders: Placeholder[];
  readonly attributeDefinitions = new Map<string, AttributeList>();
  readonly abbreviations = new Map<string, string>();
  private readonly text: string;
  private readonly openingLines: OpeningLines;

  constructor(
    source: PreviewSource,
    private readonly dialect: Dialect,
  ) {
    this.text = source.text;
    this.placeholders = [...source.placeholders];
    this.openingLines = findOpeningLines(source.text);
  }

  run(): void {
    const { blocks, extensions, html, links } = this.dialect;
    if (extensions.attributeLists) this.replaceExtensionBlocks();
    if (html.kind === 'content model') this.replaceHtmlBlocks();
    for (const line of this.openingLines.lines) this.replaceLine(line);
    if (extensions.math) this.replaceMath();
    if (blocks.fencesMustClose) this.protectUnclosedFences();
    if (links.spacesInDestination) this.replaceDestinations();
    if (extensions.tables === 'any') this.addTableHeads();
    if (!blocks.parenthesisItems) this.protectParentheses();
    if (extensions.attributeLists) this.replaceSpanAttributes();
    if (html.kind === 'content model') this.replaceRawSpans();
  }

  private isInCode(range: Range): boolean {
    return this.openingLines.fences.some((fence) => contains(fence, range));
  }

  private addPlaceholder(placeholder: Placeholder): string {
    return toPlaceholderText(this.placeholders.push(placeholder) - 1);
  }

  private replace(range: Range, newText: string): void {
    this.edits.push({ range, newText });
  }

  /** Keeps the line at an offset from being parsed as a block. */
  private protect(at: number): void {
    this.replace({ start: at, end: at }, protectingMark);
  }

  private slice({ start, end }: Range): string {
    return this.text.slice(start, end);
  }

  /** `{::comment}` prints nothing, `{::nomarkdown}` its content as HTML. */
  private replaceExtensionBlocks(): void {
    for (const range of findExtensionBlocks(this.text)) {
      if (this.isInCode(range)) continue;
      const source = this.slice(range);
      const html = source.startsWith('{::nomarkdown')
        ? source.slice(source.indexOf('}') + 1, source.lastIndexOf('{'))
        : '';
      this.replace(range, this.addPlaceholder({ kind: 'html', html, source }));
    }
  }

  private replaceHtmlBlocks(): void {
    const { text, openingLines, dialect } = this;
    const blocks = findRawHtml(text, openingLines.lines, dialect.html.elements);
    const loneTags = findLoneTags(openingLines.lines, blocks, dialect);
    for (const range of [...blocks, ...findBlockComments(text, openingLines.lines), ...loneTags])
      this.replaceHtmlBlock(range);
  }

  /** Makes an HTML block a block of its own, whatever is next to it; the content of `markdown="1"` is parsed. */
  private replaceHtmlBlock(range: Range): void {
    const openingTag = findMarkdownTag(this.slice(range));
    const closing = openingTag && range.start + this.slice(range).indexOf(`</${openingTag[1]}`, openingTag.index);
    if (!openingTag || closing === null || closing < range.start) return this.replaceHtml(range);
    const start = range.start + openingTag.index;
    const isParagraph = openingTag[1]!.toLowerCase() === 'p';
    const gap = isParagraph ? /^\s*/.exec(this.text.slice(start + openingTag[0].length))![0].length : 0;
    if (isParagraph)
      for (const tag of [
        { start, end: start + openingTag[0].length + gap },
        { start: closing, end: closing + 4 },
      ])
        this.replace(tag, '\n\n');
    if (start > range.start || !isParagraph)
      this.replaceHtml({ start: range.start, end: isParagraph ? start : start + openingTag[0].length });
    const rest = { start: isParagraph ? closing + 4 : closing, end: range.end };
    if (rest.start < rest.end) this.replaceHtmlBlock(rest);
  }

  private replaceHtml(range: Range): void {
    const lineStart = this.text.lastIndexOf('\n', range.start - 1) + 1;
    const indent = /^ */.exec(this.slice({ start: lineStart, end: range.start }))![0];
    const isAtStart = lineStart + indent.length === range.start || lineStart === range.start;
    const html = this.slice(range);
    const before = isAtStart ? '\n' : '\n\n';
    const ownIndent = /^ */.exec(html)![0];
    this.replace(
      { start: isAtStart ? lineStart : range.start, end: range.end },
      `${before}${isAtStart ? indent || ownIndent : ''}${this.addPlaceholder({ kind: 'html', html: html.trimStart(), isBlock: true })}\n\n`,
    );
  }

  private replaceLine({ start, text }: Line): void {
    const { extensions, blocks } = this.dialect;
    const range = { start, end: start + text.length };
    const abbreviation = extensions.abbreviations ? /^ {0,3}\*\[(.+?)\]:/.exec(text) : null;
    if (abbreviation) {
      this.abbreviations.set(abbreviation[1]!, text.slice(abbreviation[0].length).trim());
      return this.replace(range, '');
    }
    if (extensions.containers && /^ {0,3}:{3}/.test(text)) return this.replace(range, toContainerTitle(text));
    if (extensions.attributeLists && this.replaceAttributeLine(range, text)) return;
    if (blocks.fenceInfoIsOneWord && /^ {0,3}(?:```|~~~)[ \t]*\S+[ \t]+\S/.test(text)) this.protect(start);
  }

  /** Replaces a line of attributes, and those at the start of an item; returns whether nothing of the line is left. */
  private replaceAttributeLine(range: Range, text: string): boolean {
    const definition = /^ {0,3}\{:(\w[\w-]*):((?:\\\}|[^}])+)\}[ \t\r]*$/.exec(text);
    if (definition) this.attributeDefinitions.set(definition[1]!, parseAttributeList(definition[2]!));
    const isEmpty = definition !== null || /^ {0,3}\{::options\b[^}]*\/\}/.test(text);
    if (isEmpty) this.replace(range, '');
    const attributeLine = isEmpty ? null : /^([ >]*)\{:((?:\\\}|[^:/}])(?:\\\}|[^}])*)\}[ \t\r]*$/.exec(text);
    if (attributeLine) this.replaceBlockAttributes(range, attributeLine[1]!, attributeLine[2]!);
    const itemAttributes =
      isEmpty || attributeLine ? null : /^( *(?:[-+*]|\d+\.)[ \t]+)\{:((?:\\\}|[^:/}])(?:\\\}|[^}])*)\}/.exec(text);
    if (itemAttributes)
      this.replace(
        { start: range.start + itemAttributes[1]!.length, end: range.start + itemAttributes[0].length },
        this.addPlaceholder({
          kind: 'attributes',
          list: parseAttributeList(itemAttributes[2]!),
          target: 'item',
          source: '',
        }),
      );
    return isEmpty || attributeLine !== null;
  }

  /** Replaces a line of attributes: it belongs to the block that ends right above it, else to the one below. */
  private replaceBlockAttributes(range: Range, indent: string, attributes: string): void {
    const above = this.text.slice(this.text.lastIndexOf('\n', range.start - 2) + 1, Math.max(0, range.start - 1));
    const target = /^[ >]*$/.test(above) || range.start === 0 ? 'next' : 'previous';
    const list = parseAttributeList(attributes);
    const placeholder = this.addPlaceholder({ kind: 'attributes', list, target, source: this.slice(range) });
    if (target === 'previous' && indent !== '' && !indent.includes('>')) this.replace(range, `${indent}${placeholder}`);
    else this.replace(range, `${indent.trimEnd()}\n${indent}${placeholder}\n${indent.trimEnd()}`);
  }

  /** After a link, emphasis, code or HTML. */
  private replaceSpanAttributes(): void {
    if (!this.text.includes('{:')) return;
    for (const range of findSpanAttributeLists(this.text)) {
      const source = this.slice(range);
      if (!this.isInCode(range))
        this.replace(
          range,
          this.addPlaceholder({
            kind: 'attributes',
            list: parseAttributeList(source.slice(2, -1)),
            target: 'previous',
            source,
          }),
        );
    }
  }

  private replaceMath(): void {
    for (const range of findMath(this.text)) if (!this.isInCode(range)) this.replaceFormula(range);
  }

  /** Replaces a formula by the delimiters that MathJax finds in the page. */
  private replaceFormula({ start, end }: Range): void {
    const range = { start: start - 2, end: end + 2 };
    const inside = this.slice({ start, end }).trim();
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
    this.replace(range, this.addPlaceholder({ kind: 'nodes', nodes, source: this.slice(range) }));
  }

  private protectUnclosedFences(): void {
    for (const { start } of this.openingLines.unclosedFences) this.protect(start);
  }

  /** Destinations that hold spaces, and colons of lines that are no definition. */
  private replaceDestinations(): void {
    for (const range of [
      ...findSpacedDestinations(this.text),
      ...findDefinitionReplacements(this.text, this.openingLines.lines),
    ]) {
      if (this.isInCode(range)) continue;
      const written = this.slice(range);
      this.replace(range, written === ':' ? '\\:' : `<${written.replace(/[<>]/g, encodeUriComponent)}>`);
    }
  }

  private addTableHeads(): void {
    const isInCode = (range: Range): boolean => this.isInCode(range);
    const tables = findHeadlessTables(this.text, isInCode).map((start) => ({ start, indent: 0 }));
    for (const { start, indent } of [...tables, ...findHeadlessItems(this.text, isInCode)])
      this.replace({ start, end: start }, createEmptyHead(this.text, start, indent));
  }

  /** Protects `1)`, which starts no item in this dialect. */
  private protectParentheses(): void {
    for (const match of this.text.matchAll(/^ {0,3}\d{1,9}(?=\)[ \t])/gm)) {
      const at = match.index + match[0].length;
      if (!this.isInCode({ start: at, end: at })) this.protect(at);
    }
  }

  /** Elements on one line whose content is raw. */
  private replaceRawSpans(): void {
    const { elements } = this.dialect.html;
    for (const match of this.text.matchAll(/<([a-z]+)(?:[^\w<>][^<>]*)?>[^<\n]*<\/([a-z]+)>/gi)) {
      const range = { start: match.index, end: match.index + match[0].length };
      const name = match[1]!.toLowerCase();
      if (match[2]!.toLowerCase() !== name) continue;
      if (elements.isSpan(name) && elements.spanContent(name) === 'raw' && !this.isInCode(range))
        this.replace(range, this.addPlaceholder({ kind: 'html', html: match[0], source: match[0] }));
    }
  }
}

/** Returns the replacement of a line that starts or ends a container: its title, if it has one, as a paragraph. */
function toContainerTitle(line: string): string {
  const title = line
    .replace(/^ *:+[ \t]*[\w-]*/, '')
    .replace(/\{[^{}]*\}\s*$/, '')
    .trim();
  return title === '' ? '' : `\n**${title}**\n`;
}
