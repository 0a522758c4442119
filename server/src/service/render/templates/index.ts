import type { Syntax } from '../../syntax/syntax.ts';
import type { TemplateTag } from '../../syntax/templates/tags.ts';
import { findTemplateTags } from '../../syntax/templates/tags.ts';
import type { TemplateLanguage } from '../../syntax/templates/templateLanguage.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Range } from '../../text/range.ts';
import type { PreviewSource, Placeholder } from '../replacement/previewSource.ts';
import { toPreviewSource, replaceInSource, toPlaceholderText, stripMarks } from '../replacement/previewSource.ts';
import { parseTagArguments } from './arguments.ts';
import { matchAt, skipBackward, skipForward, whiteSpace } from '../../text/scan.ts';
import { renderJsx } from './jsx.ts';
import type { TemplateContext } from './templateContext.ts';
import { LiquidRenderer } from './liquid.ts';
import type { RenderedTag } from './renderedTag.ts';
import { createBox, emptyOutput, toRenderedTag } from './renderedTag.ts';

/** Tags that control the build and print nothing themselves. */
const invisibleTags =
  /^(end|if|elsif|else|unless|for|raw|comment|case|when|break|continue|increment|decrement|tablerow|layout|paginate|-?\/)/;
/** Blocks of Liquid that are rendered as a whole when they are short; in longer ones the line map would be lost. */
const liquidBlocks = new Set(['for', 'if', 'unless', 'case', 'capture']);
const maxBlockLines = 30;

/** The body of a post with its templates rendered: Markdown, with placeholders for what is inserted after parsing. */
export interface RenderedTemplates {
  readonly source: PreviewSource;
  /** Whether the source contains text of other files. */
  readonly isExtended: boolean;
}

/** Replaces template tags by what the build would write, as far as that is known, else by boxes with their text. */
export function renderTemplates(syntax: Syntax, context: TemplateContext): RenderedTemplates {
  const { start } = syntax.body;
  const body = stripMarks(syntax.text.slice(start));
  const source = toPreviewSource(body, syntax.text.slice(0, start).split('\n').length - 1);
  const replacement = new TemplateReplacement(body, context, syntax.templates);
  replacement.run();
  if (syntax.dialect.html.kind === 'jsx')
    for (const { range, rendered } of renderJsx(body)) replacement.replace(range, rendered);
  const { edits, placeholders, isExtended } = replacement;
  return { source: edits.length === 0 ? source : replaceInSource(source, edits, placeholders), isExtended };
}

class TemplateReplacement {
  readonly edits: TextEdit[] = [];
  readonly placeholders: Placeholder[] = [];
  isExtended = false;
  private liquid: LiquidRenderer | undefined;
  private readonly tags: readonly TemplateTag[];

  constructor(
    private readonly body: string,
    private readonly context: TemplateContext,
    language: TemplateLanguage,
  ) {
    this.tags = findTemplateTags(body, language);
  }

  run(): void {
    for (let index = 0; index < this.tags.length;) index = this.replaceTag(index);
  }

  replace(range: Range, rendered: RenderedTag): void {
    if ('markdown' in rendered) this.edits.push({ range, newText: stripMarks(rendered.markdown) });
    else {
      const isBlock = rendered.placeholder.kind === 'html' && rendered.placeholder.isBlock && this.isAlone(range);
      const placeholderText = toPlaceholderText(this.placeholders.push(rendered.placeholder) - 1);
      this.edits.push({ range, newText: isBlock ? `\n${placeholderText}\n` : placeholderText });
    }
  }

  private isAlone({ start, end }: Range): boolean {
    return (
      /(^|\n)[ \t]*$/.test(this.body.slice(Math.max(0, start - 40), start)) &&
      /^[ \t\r]*(\n|$)/.test(this.body.slice(end, end + 40))
    );
  }

  /** Replaces the tag at an index and returns the index of the next one to replace. */
  private replaceTag(index: number): number {
    const tag = this.tags[index]!;
    const source = this.body.slice(tag.range.start, tag.range.end);
    if (tag.name === 'comment') return this.hideBlock(index, this.findClosing(index, 'comment'));
    if (this.context.tags.get(tag.name)?.content === 'code' && !/\/>?\}\}$/.test(source)) {
      const end = this.findClosing(index, tag.name);
      if (end !== undefined) return this.replaceCode(index, end);
    }
    if (liquidBlocks.has(tag.name) && source.startsWith('{%')) {
      const end = this.findClosing(index, tag.name);
      if (end !== undefined && this.replaceLiquidBlock(index, end)) return end + 1;
    }
    this.replace(tag.range, this.renderTag(tag, source));
    return index + 1;
  }

  /** The index of the tag that closes the one at `index`. */
  private findClosing(index: number, name: string): number | undefined {
    let depth = 0;
    for (let at = index; at < this.tags.length; at++) {
      const other = this.tags[at]!.name;
      if (other === name) depth++;
      else if ((other === `end${name}` || other === `/${name}`) && --depth === 0) return at;
    }
    return undefined;
  }

  private hideBlock(index: number, end: number | undefined): number {
    const last = end ?? index;
    this.replace({ start: this.tags[index]!.range.start, end: this.tags[last]!.range.end }, emptyOutput);
    return last + 1;
  }

  /** Code between tags becomes a fence. */
  private replaceCode(index: number, end: number): number {
    const opening = this.tags[index]!.range;
    const closing = this.tags[end]!.range;
    const given = toArguments(this.body.slice(opening.start, opening.end)).trimStart();
    const [, language = ''] = /^.*?\blang:"?([\w+#-]+)/.exec(given) ?? /^"?([\w+#-]+)/.exec(given) ?? [];
    const startsLine = /(^|\n)[ \t]*$/.test(this.body.slice(Math.max(0, opening.start - 40), opening.start));
    const inside = this.body.slice(opening.end, closing.start);
    this.replace(opening, {
      markdown: `${startsLine ? '' : '\n\n'}\`\`\`\`\`\`${language}${/^[ \t\r]*\n/.test(inside) ? '' : '\n'}`,
    });
    this.replace(closing, {
      markdown: `${/\n[ \t]*$/.test(inside) ? '' : '\n'}\`\`\`\`\`\`${/^[ \t\r]*(\n|$)/.test(this.body.slice(closing.end)) ? '' : '\n'}`,
    });
    return end + 1;
  }

  private replaceLiquidBlock(index: number, end: number): boolean {
    const range = { start: this.tags[index]!.range.start, end: this.tags[end]!.range.end };
    const source = this.body.slice(range.start, range.end);
    if (source.split('\n').length > maxBlockLines) return false;
    const text = this.renderLiquid(source);
    if (text !== undefined) this.replace(range, { markdown: text });
    return text !== undefined;
  }

  private renderLiquid(source: string): string | undefined {
    this.liquid ??= new LiquidRenderer(this.context);
    return this.liquid.render(source);
  }

  private renderTag(tag: TemplateTag, source: string): RenderedTag {
    const isLiquid = source.startsWith('{%') || tag.kind === 'output';
    const generatorTag = this.context.tags.get(tag.name);
    const isInclude =
      tag.name === 'include' || generatorTag?.argumentKind === 'include' || generatorTag?.insertsUnknownText === true;
    if (isInclude || tag.name === 'assign' || tag.kind === 'output') {
      const text = this.renderLiquid(source);
      if (text !== undefined && isInclude) this.isExtended = true;
      if (text !== undefined) return { markdown: text };
      return tag.name === 'assign' ? emptyOutput : createBox(source);
    }
    if (tag.kind === 'tag' && invisibleTags.test(tag.name)) return emptyOutput;
    const tagArguments = parseTagArguments(toArguments(source));
    const preview = generatorTag?.preview?.(tagArguments, this.context.scope);
    if (preview) return toRenderedTag(preview);
    return isLiquid || tag.kind === 'tag' ? createBox(source) : emptyOutput;
  }
}

/** Returns the text of a tag after its name and before its closing delimiter: `"a.png" 300` of `{% image "a.png" 300 -%}`. */
function toArguments(source: string): string {
  const nameStart = skipForward(source, skipForward(source, 2, '-<%'), whiteSpace);
  const nameEnd = nameStart + (matchAt(source, nameStart, /[\w/-]*/y)?.[0].length ?? 0);
  const isClosed = /[}%]\}$/.test(source.slice(-2));
  return source.slice(
    nameEnd,
    isClosed ? skipBackward(source, source.length - 2, `-/>%${whiteSpace}`, nameEnd) : undefined,
  );
}
