import { skipForward, trimEnd } from '../../../text/scan.ts';
import type { ParsedDefinition } from '../nestedTexts/definitions.ts';
import type { NestedLine } from '../nestedTexts/nestedText.ts';
import { dropStart, NestedText } from '../nestedTexts/nestedText.ts';
import type { Block } from './block.ts';
import { indentation } from './block.ts';
import type { Processor, Queue } from './tree.ts';

const note = /^( {0,3})\[\^([^\]]*)\]: */;
const abbreviation = /^\*\[[^\]]*\] ?:/;
const definition = / {0,3}\[([^[\]]*)\]: *(?:\n *)?/y;
const maybeDefinition = /^ {0,3}\[/;
/** A definition goes over no more lines. */
const maxLines = 8;

function isNote(line: string): boolean {
  return note.test(line);
}

function isAbbreviation(line: string): boolean {
  return abbreviation.test(line);
}

function mayBeDefinition(line: string): boolean {
  return maybeDefinition.test(line);
}

/** FootnoteBlockProcessor: a note takes in the lines up to the next one, and the indented blocks below. */
export const readNote: Processor = (reader, _parent, block, rest) => {
  const at = reader.dialect.footnotes.isEnabled ? block.find(isNote) : undefined;
  if (at === undefined) return false;
  const next = block.find(isNote, at + 1);
  const [opening, spaces] = note.exec(block.text(at)) as unknown as [string, string];
  const lines = [
    dropStart(block.line(at)!, opening.length),
    ...block.slice(at + 1, next ?? block.length).lines.map(dropIndentation),
  ];
  if (next === undefined) lines.push(...takeIndented(rest));
  else rest.putBack(block.slice(next));
  const whole = new NestedText([block.line(at)!, ...lines.slice(1)]);
  const end = trimEnd(whole.text, ' \n').length;
  reader.leaves.addNote(
    whole,
    { start: spaces.length, end: trimEnd(opening, ' ').length },
    { start: trimEnd(opening, ' ').length, end: Math.max(end, trimEnd(opening, ' ').length) },
  );
  reader.readLater(lines);
  rest.putBack(block.slice(0, at));
  return true;
};

/** detectTabbed. */
function takeIndented(rest: Queue): NestedLine[] {
  const lines: NestedLine[] = [];
  for (let block = rest.next; block?.isIndented(); block = rest.next) {
    rest.take();
    const next = block.find(isNote);
    lines.push({ text: '\n', offset: block.line(0)!.offset });
    lines.push(...block.slice(0, next ?? block.length).lines.map(dropIndentation));
    if (next === undefined) continue;
    rest.putBack(block.slice(next));
    break;
  }
  return lines;
}

function dropIndentation(line: NestedLine): NestedLine {
  return line.text.startsWith(indentation) ? dropStart(line, indentation.length) : line;
}

/** AbbrPreprocessor in extensions/abbr.py. */
export const readAbbreviation: Processor = (reader, _parent, block, rest) => {
  const at = reader.dialect.extensions.abbreviations ? block.find(isAbbreviation) : undefined;
  if (at === undefined) return false;
  rest.putBack(block.slice(at + 1));
  rest.putBack(block.slice(0, at));
  return true;
};

/** ReferenceProcessor: the first definition in any line of a block; what is before and after it are blocks again. */
export const readDefinition: Processor = (reader, _parent, block, rest) => {
  for (let at = block.find(mayBeDefinition); at !== undefined; at = block.find(mayBeDefinition, at + 1)) {
    const { text, found } = parseDefinition(block.slice(at, Math.min(block.length, at + maxLines)));
    if (!found) continue;
    /** In references a line break is a space, in definitions it is not. */
    if (!text.text.slice(found.label.start, found.label.end).includes('\n')) reader.leaves.addDefinition(text, found);
    const lines = text.text.slice(0, found.next).split('\n').length - 1;
    rest.putBack(block.slice(at + Math.max(1, lines)));
    rest.putBack(block.slice(0, at));
    return true;
  }
  return false;
};

function parseDefinition(block: Block): { readonly text: NestedText; readonly found: ParsedDefinition | undefined } {
  const text = block.toText();
  return { text, found: matchDefinition(text.text) };
}

/** ReferenceProcessor.RE. */
function matchDefinition(text: string): ParsedDefinition | undefined {
  definition.lastIndex = 0;
  const match = definition.exec(text);
  if (!match) return undefined;
  const open = match[0].indexOf('[');
  const start = match[0].length;
  const longest = skipToSpace(text, start);
  for (let end = longest; end > start; end--) {
    if (end < longest && !`"'(`.includes(text[end]!)) continue;
    const title = parseTitle(text, end);
    if (!title) continue;
    return {
      range: { start: open, end: title.text === undefined ? end : title.end },
      label: { start: open + 1, end: open + 1 + match[1]!.length },
      destination: { start, end },
      title: title.text,
      next: text.indexOf('\n', title.end) + 1 || text.length,
    };
  }
  return undefined;
}

function skipToSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== ' ' && text[at] !== '\n') at++;
  return at;
}

/** Returns what stands between a destination and the end of its line, or the next: a title or nothing; undefined for anything else. */
function parseTitle(text: string, at: number): { readonly text: string | undefined; readonly end: number } | undefined {
  const start = skipForward(text, at, ' ');
  if (text[start] !== '\n') return matchTitle(text, start);
  return matchTitle(text, skipForward(text, start + 1, ' ')) ?? { text: undefined, end: start };
}

function matchTitle(text: string, start: number): { readonly text: string; readonly end: number } | undefined {
  const lineEnd = text.indexOf('\n', start);
  const written = lineEnd < 0 ? '' : trimEnd(text.slice(start, lineEnd), ' ');
  const quote = written[0];
  if (quote === undefined || !`"'(`.includes(quote) || written.length < 2) return undefined;
  return written.endsWith(quote === '(' ? ')' : quote)
    ? { text: written.slice(1, -1), end: start + written.length }
    : undefined;
}
