import type { Definition, FootnoteDefinition, Root as MdastRoot, RootContent } from 'mdast';
import type { Dialect } from '../../dialects/dialect.ts';
import type { DefinedLabels } from '../../syntax/parse/assumeDefined.ts';
import { findCuts, findUnmarkedCuts } from '../../syntax/parse/chunks.ts';
import { pageParserOf } from '../../syntax/parse/parser.ts';
import type { Steps } from '../../text/steps.ts';
import type { Placeholder, PreviewSource } from '../replacement/previewSource.ts';
import { placeholderPattern } from '../replacement/previewSource.ts';
import type { HtmlTag } from './expansion.ts';
import { PlaceholderExpansion } from './expansion.ts';
import { extendUntilWhole, parseWithSentinel } from '../../syntax/parse/closedChunk.ts';
import { exceedsWorkBudget, WorkBudgetExceeded } from '../../syntax/parse/workBudget.ts';

/** A part of a source that can be parsed by itself. */
export interface PreviewChunk {
  /** What its tree depends on: its text and the HTML in it. */
  readonly key: string;
  /** The source's line (from 0) it starts on; lines in the tree count from the chunk. */
  readonly firstLine: number;
  readonly root: MdastRoot;
  /** Opening and closing tags, in order. */
  readonly tags: readonly HtmlTag[];
}

type ParsedChunk = Pick<PreviewChunk, 'root' | 'tags'> & { readonly closed: boolean };

/** Parses the chunks of a post for one set of defined labels; unchanged chunks of the previous version are reused. */
export class ChunkParser {
  private cache: ReadonlyMap<string, ParsedChunk> = new Map();

  constructor(
    private readonly dialect: Dialect,
    private readonly defined: DefinedLabels,
  ) {}

  /** Parses a source into chunks, in steps of one; those that the previous source had too are not parsed again. Throws `WorkBudgetExceeded`. */
  *parse(source: PreviewSource): Steps<PreviewChunk[]> {
    const { text } = source;
    const starts = findCuts(text, this.dialect).filter(
      (at) => at === 0 || !belongsToPrevious(text, at, source.placeholders),
    );
    const unmarkedCuts = new Set(findUnmarkedCuts(text, this.dialect));
    const nextCache = new Map<string, ParsedChunk>();
    yield;
    const chunks: PreviewChunk[] = [];
    let line = 0;
    for (let index = 0; index < starts.length;) {
      const { part, end } = yield* extendUntilWhole(
        { starts, length: text.length },
        index,
        (start, partEnd) => {
          const partText = text.slice(start, partEnd);
          const key = toKey(partText, source.placeholders);
          const parsed = this.cache.get(key) ?? nextCache.get(key) ?? this.parsePart(partText, source.placeholders);
          nextCache.set(key, parsed);
          return { partText, key, parsed };
        },
        ({ parsed }, partEnd) => parsed.closed || unmarkedCuts.has(partEnd),
      );
      chunks.push({ key: part.key, firstLine: line, root: part.parsed.root, tags: part.parsed.tags });
      line += part.partText.split('\n').length - 1;
      while (index < starts.length && starts[index]! < end) index++;
      if (part.partText === '') index++;
      yield;
    }
    this.cache = nextCache;
    return chunks;
  }

  private parsePart(part: string, placeholders: readonly Placeholder[]): ParsedChunk {
    if (exceedsWorkBudget(part)) throw new WorkBudgetExceeded();
    const { root, closed } = parseWithSentinel(part, pageParserOf(this.dialect), this.defined);
    const complete = closed ? root : pageParserOf(this.dialect)(part, this.defined);
    const tags: HtmlTag[] = [];
    new PlaceholderExpansion(part, placeholders, tags, this.dialect).expand(complete);
    return { root: complete, tags, closed };
  }
}

/** Whether the block at an offset belongs to the one above: an item to its list, a definition to its term, attributes to a block. */
function belongsToPrevious(text: string, at: number, placeholders: readonly Placeholder[]): boolean {
  if (/^(?::|[-+*]|\d{1,9}[.)])(?:[ \t]|$)/m.test(text.slice(at, at + 11))) return true;
  const getAttributeTarget = (number: string | undefined): string | undefined => {
    const placeholder = placeholders[Number(number)];
    return placeholder?.kind === 'attributes' ? placeholder.target : undefined;
  };
  if (text[at] === '\uE000' && getAttributeTarget(/^\uE000(\d+)/.exec(text.slice(at, at + 20))?.[1]) === 'previous')
    return true;
  const above = text.slice(Math.max(0, at - 80), at).trimEnd();
  return above.endsWith('\uE001') && getAttributeTarget(/(?:^|\D)(\d+)\uE001$/.exec(above)?.[1]) === 'next';
}

/** Returns the text with placeholders replaced by their content: their numbers change when others are added to the post. */
function toKey(text: string, placeholders: readonly Placeholder[]): string {
  if (!text.includes('\uE000')) return text;
  return text.replace(placeholderPattern, (all, number: string) => {
    const placeholder = placeholders[Number(number)];
    if (placeholder?.kind === 'html') return `\uE000${placeholder.html}\uE001`;
    return placeholder?.kind === 'attributes' ? `\uE000${all}${placeholder.source ?? ''}\uE001` : all;
  });
}

/** Returns one definition for each identifier in all chunks: the first or the last, as the dialect says. */
export function findEffectiveDefinitions(chunks: readonly PreviewChunk[], dialect: Dialect): Definition[] {
  const found = new Map<string, Definition>();
  const visit = (nodes: readonly RootContent[]): void => {
    for (const node of nodes) {
      if (node.type === 'definition') {
        if (dialect.links.definitionWins === 'last' || !found.has(node.identifier)) found.set(node.identifier, node);
      } else if (
        node.type === 'blockquote' ||
        node.type === 'list' ||
        node.type === 'listItem' ||
        node.type === 'footnoteDefinition'
      )
        visit(node.children);
    }
  };
  for (const { root } of chunks) visit(root.children);
  return [...found.values()];
}

/** Returns a footnote's identifier as the dialect normalizes it. */
export function toFootnoteKey(
  node: Pick<FootnoteDefinition, 'identifier'> & { readonly label?: string | null | undefined },
  dialect: Dialect,
): string {
  return dialect.footnotes.normalizeLabel(node.label ?? node.identifier) ?? node.identifier;
}
