import { definitionLines, wideDestinations } from '../../syntax/parse/destinations.ts';
import type { Line } from '../../syntax/parse/mask.ts';
import { extensions, math, openings, rawHtml, spanElements } from '../../syntax/parse/mask.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Range } from '../../text/range.ts';
import { contains } from '../../text/range.ts';
import type { AttributeList } from './attributeList.ts';
import { attributeList } from './attributeList.ts';
import type { Draft, StandIn } from '../source.ts';
import { guard, redrafted, standIn } from '../source.ts';
import { headless, headlessItems, headlessTables } from './tables.ts';

/** What kramdown reads and CommonMark does not, taken out of a text: stand-ins are left where something shows. */
export interface KramdownDraft {
  readonly draft: Draft;
  /** `{:name: .class}` by name. */
  readonly named: ReadonlyMap<string, AttributeList>;
  /** `*[HTML]: Hyper Text` by abbreviation. */
  readonly abbreviations: ReadonlyMap<string, string>;
}

/** Rewrites a text so that a CommonMark parser reads its blocks as kramdown does. Linear in the text. */
export function kramdownDraft(draft: Draft): KramdownDraft {
  const rewriting = new Rewriting(draft);
  rewriting.run();
  return {
    draft: redrafted(draft, rewriting.edits, rewriting.standIns),
    named: rewriting.named,
    abbreviations: rewriting.abbreviations,
  };
}

class Rewriting {
  readonly edits: TextEdit[] = [];
  readonly standIns: StandIn[];
  readonly named = new Map<string, AttributeList>();
  readonly abbreviations = new Map<string, string>();
  private readonly text: string;

  constructor(draft: Draft) {
    this.text = draft.text;
    this.standIns = [...draft.standIns];
  }

  run(): void {
    const { text } = this;
    const { lines, unclosedFences, fences } = openings(text);
    const isInCode = (range: Range): boolean => fences.some((fence) => contains(fence, range));
    for (const range of extensions(text)) if (!isInCode(range)) this.extension(range);
    const blocks = rawHtml(text, lines);
    for (const range of [...blocks, ...blockComments(text, lines), ...loneTags(lines, blocks)]) this.block(range);
    for (const line of lines) this.line(line);
    for (const range of text.includes('$$') ? math(text) : []) if (!isInCode(range)) this.math(range);
    for (const { start } of unclosedFences) this.edits.push({ range: { start, end: start }, newText: guard });
    for (const range of [...wideDestinations(text), ...definitionLines(text, lines)])
      if (!isInCode(range)) this.destination(range);
    for (const start of headlessTables(text, isInCode)) this.replace({ start, end: start }, headless(text, start));
    for (const { start, indent } of headlessItems(text, isInCode))
      this.replace({ start, end: start }, headless(text, start, indent));
    for (const match of text.matchAll(/^ {0,3}\d{1,9}(?=\)[ \t])/gm))
      this.noItem(match.index + match[0].length, isInCode);
    this.spanAttributes(isInCode);
    for (const match of text.matchAll(/<(code|kbd|samp|var)\b[^<>]*>[^<\n]*<\/\1>/gi)) {
      const range = { start: match.index, end: match.index + match[0].length };
      if (!isInCode(range)) this.replace(range, this.put({ kind: 'html', html: match[0], source: match[0] }));
    }
  }

  /** LIST_START_OL in parser/kramdown/list.rb: a number and a round bracket begin no item. */
  private noItem(at: number, isInCode: (range: Range) => boolean): void {
    if (!isInCode({ start: at, end: at })) this.replace({ start: at, end: at }, guard);
  }

  private put(stand: StandIn): string {
    return standIn(this.standIns.push(stand) - 1);
  }

  private replace(range: Range, newText: string): void {
    this.edits.push({ range, newText });
  }

  private source({ start, end }: Range): string {
    return this.text.slice(start, end);
  }

  /** `{::comment}` shows nothing, `{::nomarkdown}` its content as it is. */
  private extension(range: Range): void {
    const source = this.source(range);
    const html = source.startsWith('{::nomarkdown')
      ? source.slice(source.indexOf('}') + 1, source.lastIndexOf('{'))
      : '';
    this.replace(range, this.put({ kind: 'html', html, source }));
  }

  /** A block of HTML stands alone, whatever is beside it; what `markdown="1"` opens in it is read. */
  private block(range: Range): void {
    const inner = /<(\w+)[^<>]*\smarkdown\s*=\s*["']?(?:1|block|span)\b[^<>]*>/i.exec(this.source(range));
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
    const range = { start, end: start + text.length };
    const abbreviation = /^ {0,3}\*\[(.+?)\]:(.*)$/.exec(text);
    if (abbreviation) {
      this.abbreviations.set(abbreviation[1]!, abbreviation[2]!.trim());
      return this.replace(range, '');
    }
    const named = /^ {0,3}\{:(\w[\w-]*):((?:\\\}|[^}])+)\}[ \t\r]*$/.exec(text);
    if (named) {
      this.named.set(named[1]!, attributeList(named[2]!));
      return this.replace(range, '');
    }
    if (/^ {0,3}\{::options\b[^}]*\/\}/.test(text)) return this.replace(range, '');
    const own = /^([ >]*)\{:(?![:/])((?:\\\}|[^}])+)\}[ \t\r]*$/.exec(text);
    if (own) return this.blockAttributes(range, own[1]!, own[2]!);
    const item = /^( *(?:[-+*]|\d+\.)[ \t]+)\{:(?![:/])((?:\\\}|[^}])+)\}/.exec(text);
    if (item)
      this.replace(
        { start: start + item[1]!.length, end: start + item[0].length },
        this.put({ kind: 'attributes', list: attributeList(item[2]!), of: 'item', source: '' }),
      );
    const fence = /^ {0,3}(?:`{3,}|~{3,})[ \t]*\S+[ \t]+\S/.exec(text);
    if (fence) this.replace({ start, end: start }, guard);
  }

  /** A line of attributes ends a block: it belongs to what ends right above it, else to what begins below. */
  private blockAttributes(range: Range, indent: string, attributes: string): void {
    const above = this.text.slice(this.text.lastIndexOf('\n', range.start - 2) + 1, Math.max(0, range.start - 1));
    const of = /^[ >]*$/.test(above) || range.start === 0 ? 'behind' : 'before';
    const stand = this.put({ kind: 'attributes', list: attributeList(attributes), of, source: this.source(range) });
    if (of === 'before' && indent !== '' && !indent.includes('>')) this.replace(range, `${indent}${stand}`);
    else this.replace(range, `${indent.trimEnd()}\n${indent}${stand}\n${indent.trimEnd()}`);
  }

  /** Behind a link, emphasis, code or HTML. */
  private spanAttributes(isInCode: (range: Range) => boolean): void {
    if (!this.text.includes('{:')) return;
    for (const match of this.text.matchAll(/(?<=[)\]*_`>])\{:(?![:/])((?:\\\}|[^}\n])+)\}/g)) {
      const range = { start: match.index, end: match.index + match[0].length };
      if (!isInCode(range))
        this.replace(
          range,
          this.put({ kind: 'attributes', list: attributeList(match[1]!), of: 'before', source: match[0] }),
        );
    }
  }

  /** What MathJax finds in the page: converter/html.rb, convert_math, without an engine at the build. */
  private math({ start, end }: Range): void {
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

  /** A destination that holds spaces, or the colon of a line that is no definition. */
  private destination(range: Range): void {
    const written = this.source(range);
    this.replace(range, written === ':' ? '\\:' : `<${written.replace(/[<>]/g, encodeURIComponent)}>`);
  }
}

/** Tags of blocks at the start of a line that nothing closes: `<hr>`, and those an author forgot to close. */
function loneTags(lines: readonly Line[], blocks: readonly Range[]): Range[] {
  return lines.flatMap(({ start, text }) => {
    const match = /^ {0,3}<([a-zA-Z][a-zA-Z0-9]*)(?=[\s>/])[^<>]*>/.exec(text);
    const range = { start: start + text.indexOf('<'), end: start + (match?.[0].length ?? 0) };
    return !match || spanElements.has(match[1]!.toLowerCase()) || blocks.some((block) => contains(block, range))
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
