import type { Syntax } from '../../syntax/syntax.ts';
import type { TemplateTag } from '../../syntax/templates/tags.ts';
import { findTemplateTags } from '../../syntax/templates/tags.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Range } from '../../text/range.ts';
import type { PreviewSource, Placeholder } from '../replacement/previewSource.ts';
import { toPreviewSource, replaceInSource, placeholderText, stripMarks } from '../replacement/previewSource.ts';
import { parseTagArguments } from './arguments.ts';
import { matchAt, skipBackward, skipForward, whiteSpace } from '../../text/scan.ts';
import { shownJsx } from './jsx.ts';
import type { Knowledge } from './knowledge.ts';
import { LiquidTemplates } from './liquid.ts';
import type { Shown } from './shown.ts';
import { box, nothing, toShown } from './shown.ts';

/** Tags that steer the build and leave nothing for the reader where they stand. */
const silent =
  /^(end|if|elsif|else|unless|for|raw|comment|case|when|break|continue|increment|decrement|tablerow|layout|paginate|-?\/)/;
/** Blocks of Liquid that are worked out as a whole when they are short; in longer ones lines would lose their place. */
const blocks = new Set(['for', 'if', 'unless', 'case', 'capture']);
const longestBlock = 30;

/** The body of a post as Markdown gets to see it, with stand-ins for what only the page's HTML shows. */
export interface Templates {
  readonly source: PreviewSource;
  /** Text of other files stands in the draft. */
  readonly isExtended: boolean;
}

/** Replaces template tags by what the build would write, as far as that is known, and by boxes with their words. */
export function shownTemplates(syntax: Syntax, knowledge: Knowledge): Templates {
  const { start } = syntax.body;
  const body = stripMarks(syntax.text.slice(start));
  const draft = toPreviewSource(body, syntax.text.slice(0, start).split('\n').length - 1);
  const replacing = new Replacing(body, knowledge);
  replacing.run();
  if (syntax.dialect.html.kind === 'jsx') for (const { range, shown } of shownJsx(body)) replacing.show(range, shown);
  const { edits, standIns, isExtended } = replacing;
  return { source: edits.length === 0 ? draft : replaceInSource(draft, edits, standIns), isExtended };
}

class Replacing {
  readonly edits: TextEdit[] = [];
  readonly standIns: Placeholder[] = [];
  isExtended = false;
  private liquid: LiquidTemplates | undefined;
  private readonly tags: readonly TemplateTag[];

  constructor(
    private readonly body: string,
    private readonly knowledge: Knowledge,
  ) {
    this.tags = findTemplateTags(body);
  }

  run(): void {
    for (let index = 0; index < this.tags.length;) index = this.take(index);
  }

  show(range: Range, shown: Shown): void {
    if ('markdown' in shown) this.edits.push({ range, newText: stripMarks(shown.markdown) });
    else {
      const isBlock = shown.stand.kind === 'html' && shown.stand.isBlock && this.standsAlone(range);
      const mark = placeholderText(this.standIns.push(shown.stand) - 1);
      this.edits.push({ range, newText: isBlock ? `\n${mark}\n` : mark });
    }
  }

  private standsAlone({ start, end }: Range): boolean {
    return (
      /(^|\n)[ \t]*$/.test(this.body.slice(Math.max(0, start - 40), start)) &&
      /^[ \t\r]*(\n|$)/.test(this.body.slice(end, end + 40))
    );
  }

  /** Takes the tag at an index and returns the index of the next one. */
  private take(index: number): number {
    const tag = this.tags[index]!;
    const source = this.body.slice(tag.range.start, tag.range.end);
    if (tag.name === 'comment') return this.hide(index, this.closing(index, 'comment'));
    if (this.knowledge.tags.get(tag.name)?.isCode && !/\/>?\}\}$/.test(source)) {
      const end = this.closing(index, tag.name);
      if (end !== undefined) return this.code(index, end);
    }
    if (blocks.has(tag.name) && source.startsWith('{%')) {
      const end = this.closing(index, tag.name);
      if (end !== undefined && this.block(index, end)) return end + 1;
    }
    this.show(tag.range, this.shown(tag, source));
    return index + 1;
  }

  /** The index of the tag that closes the one at `index`. */
  private closing(index: number, name: string): number | undefined {
    let depth = 0;
    for (let at = index; at < this.tags.length; at++) {
      const other = this.tags[at]!.name;
      if (other === name) depth++;
      else if ((other === `end${name}` || other === `/${name}`) && --depth === 0) return at;
    }
    return undefined;
  }

  private hide(index: number, end: number | undefined): number {
    const last = end ?? index;
    this.show({ start: this.tags[index]!.range.start, end: this.tags[last]!.range.end }, nothing);
    return last + 1;
  }

  /** Code between tags becomes a fence. */
  private code(index: number, end: number): number {
    const opening = this.tags[index]!.range;
    const closing = this.tags[end]!.range;
    const [, language = ''] =
      /^\{[{%][-<%]*\s*[\w-]+\s+(?:[^\n]*?\blang:)?"?([\w+#-]+)/.exec(this.body.slice(opening.start, opening.end)) ??
      [];
    const startsLine = /(^|\n)[ \t]*$/.test(this.body.slice(Math.max(0, opening.start - 40), opening.start));
    const inside = this.body.slice(opening.end, closing.start);
    this.show(opening, {
      markdown: `${startsLine ? '' : '\n\n'}\`\`\`\`\`\`${language}${/^[ \t\r]*\n/.test(inside) ? '' : '\n'}`,
    });
    this.show(closing, {
      markdown: `${/\n[ \t]*$/.test(inside) ? '' : '\n'}\`\`\`\`\`\`${/^[ \t\r]*(\n|$)/.test(this.body.slice(closing.end)) ? '' : '\n'}`,
    });
    return end + 1;
  }

  private block(index: number, end: number): boolean {
    const range = { start: this.tags[index]!.range.start, end: this.tags[end]!.range.end };
    const source = this.body.slice(range.start, range.end);
    if (source.split('\n').length > longestBlock) return false;
    const text = this.liquidText(source);
    if (text !== undefined) this.show(range, { markdown: text });
    return text !== undefined;
  }

  private liquidText(source: string): string | undefined {
    this.liquid ??= new LiquidTemplates(this.knowledge);
    return this.liquid.text(source);
  }

  private shown(tag: TemplateTag, source: string): Shown {
    const isLiquid = source.startsWith('{%') || tag.kind === 'output';
    const fact = this.knowledge.tags.get(tag.name);
    const isInclude = tag.name === 'include' || fact?.names === 'include' || fact?.bringsUnseenText === true;
    if (isInclude || tag.name === 'assign' || tag.kind === 'output') {
      const text = this.liquidText(source);
      if (text !== undefined && isInclude) this.isExtended = true;
      if (text !== undefined) return { markdown: text };
      return tag.name === 'assign' ? nothing : box(source);
    }
    if (tag.kind === 'tag' && silent.test(tag.name)) return nothing;
    const given = parseTagArguments(toArguments(source));
    const preview = fact?.preview?.(given, this.knowledge.scope);
    if (preview) return toShown(preview);
    return isLiquid || tag.kind === 'tag' ? box(source) : nothing;
  }
}

/** What a tag holds after its name and before its closing marks: `"a.png" 300` of `{% image "a.png" 300 -%}`. */
function toArguments(source: string): string {
  const nameStart = skipForward(source, skipForward(source, 2, '-<%'), whiteSpace);
  const nameEnd = nameStart + (matchAt(source, nameStart, /[\w/-]*/y)?.[0].length ?? 0);
  const isClosed = /[}%]\}$/.test(source.slice(-2));
  return source.slice(
    nameEnd,
    isClosed ? skipBackward(source, source.length - 2, `-/>%${whiteSpace}`, nameEnd) : undefined,
  );
}
