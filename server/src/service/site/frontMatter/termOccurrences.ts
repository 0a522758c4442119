import type { EntryItem, FrontMatter, FrontMatterFormat, Pair } from '../../syntax/frontMatter/index.ts';
import { formatLike } from '../../syntax/frontMatter/write.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Range } from '../../text/range.ts';
import { blanks, skipBackward } from '../../text/scan.ts';
import type { Site } from '../model/site.ts';
import type { Term } from './terms.ts';
import { parseTermNames, getTermKeys } from './terms.ts';

/** A term where it is written in a front matter. */
export interface TermOccurrence extends Term {
  /** With its quotes; UTF-16 offsets in the post's text. */
  readonly range: Range;
  readonly format: FrontMatterFormat;
  /** What contains it: a list in brackets, a text with several terms, or neither. */
  readonly container: 'list' | 'text' | 'nothing';
}

/** Returns all terms of a front matter in the order of the text; a text of several lines contains none. */
export function findTermOccurrences(
  { entries, format }: FrontMatter,
  text: string,
  site: Pick<Site, 'generator'>,
): TermOccurrence[] {
  const taxonomies = getTermKeys(site);
  const pairs = entries.filter(({ commented }) => !commented).flatMap((entry) => flattenPairs(entry, ''));
  return pairs.flatMap(({ pair, path }) => {
    const taxonomy = taxonomies.get(path);
    return taxonomy === undefined
      ? []
      : findOccurrencesInPair(pair, path, text, site).map((place) => ({ ...place, taxonomy, format }));
  });
}

function flattenPairs(pair: Pair, prefix: string): { readonly pair: Pair; readonly path: string }[] {
  const path = `${prefix}${pair.key}`;
  return [{ pair, path }, ...(pair.children ?? []).flatMap((inner) => flattenPairs(inner, `${path}.`))];
}

type OccurrenceInPair = Pick<TermOccurrence, 'name' | 'range' | 'container'>;

function findOccurrencesInPair(
  { value, valueRange, items }: Pair,
  path: string,
  text: string,
  { generator }: Pick<Site, 'generator'>,
): OccurrenceInPair[] {
  const isFlow = text[valueRange.start] === '[';
  if (items)
    return items
      .filter(isTermName)
      .map((item) => ({ name: String(item.value), range: item.range, container: isFlow ? 'list' : 'nothing' }));
  const source = text.slice(valueRange.start, valueRange.end);
  const names = parseTermNames(value, path, generator);
  if (typeof value !== 'string' || names.length === 0 || /^[|>]|[\\\n]/.test(source)) return [];
  if (names.length === 1 && names[0] === value) return [{ name: value, range: valueRange, container: 'nothing' }];
  const found = [...source.matchAll(/[^\s"']+/g)].map((match) => ({
    name: match[0],
    range: { start: valueRange.start + match.index, end: valueRange.start + match.index + match[0].length },
  }));
  return found.map((each) => ({ ...each, container: 'text' }));
}

function isTermName({ value }: EntryItem): boolean {
  return (typeof value === 'string' && value !== '') || typeof value === 'number';
}

/** Returns the edit that replaces a term by another name, in its quotes. */
export function replaceTerm({ range, format, container }: TermOccurrence, text: string, name: string): TextEdit {
  const source = text.slice(range.start, range.end);
  return { range, newText: container === 'text' ? name : formatLike(source, name, format, container === 'list') };
}

/** Returns the edit that removes a term from its list or text, with its comma, space or line. */
export function removeTerm({ range, container }: TermOccurrence, text: string): TextEdit {
  const lineStart = text.lastIndexOf('\n', range.start - 1) + 1;
  if (container === 'nothing') {
    const isItem = /^[ \t]*-[ \t]+$/.test(text.slice(lineStart, range.start));
    const lineBreak = text.indexOf('\n', range.end);
    return {
      range: isItem ? { start: lineStart, end: lineBreak < 0 ? text.length : lineBreak + 1 } : range,
      newText: '',
    };
  }
  const after =
    (container === 'list' ? /^\s*,\s*/ : /^[ \t]+/).exec(text.slice(range.end, range.end + 200))?.[0].length ?? 0;
  const limit = Math.max(0, range.start - 200);
  const before =
    after > 0
      ? 0
      : container === 'list'
        ? (/,\s*$/.exec(text.slice(limit, range.start))?.[0].length ?? 0)
        : range.start - skipBackward(text, range.start, blanks, limit);
  return { range: { start: range.start - before, end: range.end + after }, newText: '' };
}
