import type { TextEdit } from '../../text/edit.ts';
import type { Entry, FrontMatter, FrontMatterFormat } from './index.ts';
import { separators } from './write.ts';

/** Returns a key as the format writes it before a value. */
export function formatKey(key: string, format: FrontMatterFormat): string {
  if (format === 'meta') return key;
  return format === 'json' || !/^[\w-]+$/.test(key) ? JSON.stringify(key) : key;
}

/** Returns the edit that changes the key of an entry and nothing else. */
export function renameKey(
  { keyRange }: Pick<Entry, 'keyRange'>,
  text: string,
  key: string,
  format: FrontMatterFormat,
): TextEdit {
  const source = text.slice(keyRange.start, keyRange.end);
  const quote = /^["']/.exec(source)?.[0];
  return { range: keyRange, newText: quote && format !== 'json' ? `${quote}${key}${quote}` : formatKey(key, format) };
}

/** Returns the edit that replaces the value of an entry by another, as the format writes it; its comment stays. */
export function setValue({ valueRange }: Pick<Entry, 'valueRange'>, text: string, written: string): TextEdit {
  const needsSpace = valueRange.start === valueRange.end && text[valueRange.start - 1] === ':';
  return { range: valueRange, newText: needsSpace ? ` ${written}` : written };
}

/** Where an entry is added: before all others, or after the entry with a key; after all where there is none, and always so in JSON. */
export type EntryPlace = 'first' | { readonly after: string | undefined };

/** Returns the edit that adds an entry, its value as the format writes it. Undefined where there is no place for it. */
export function addEntry(
  frontMatter: FrontMatter,
  text: string,
  key: string,
  written: string,
  place: EntryPlace,
): TextEdit | undefined {
  const { format, entries, contentRange, closed } = frontMatter;
  if (!closed) return undefined;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const active = entries.filter(({ commented }) => !commented);
  if (format === 'json') return addMember(frontMatter, text, key, written, newline);
  const line = `${formatKey(key, format)}${separators[format]}${written}`.trimEnd();
  const table = format === 'toml' ? active.find(isTable) : undefined;
  const beforeTables = active.filter((entry) => entry.range.end <= (table?.range.start ?? contentRange.end));
  if (place === 'first')
    return { range: { start: contentRange.start, end: contentRange.start }, newText: line + newline };
  const previous =
    beforeTables.findLast((entry) => entry.key === place.after) ?? (table ? beforeTables.at(-1) : undefined);
  if (previous) return { range: { start: previous.range.end, end: previous.range.end }, newText: newline + line };
  const at = table ? table.range.start : contentRange.end;
  return { range: { start: at, end: at }, newText: line + newline };
}

function isTable({ keyRange, valueRange }: Entry): boolean {
  return keyRange.start === valueRange.start;
}

function addMember(
  { entries, contentRange }: FrontMatter,
  text: string,
  key: string,
  written: string,
  newline: string,
): TextEdit {
  const last = entries.findLast(({ commented }) => !commented);
  const member = `${JSON.stringify(key)}: ${written === '' ? '""' : written}`;
  if (!last) return { range: contentRange, newText: `${newline}  ${member}${newline}` };
  const lineStart = text.lastIndexOf('\n', last.keyRange.start - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart, last.keyRange.start))![0];
  const isOnLine = text.slice(lineStart, last.keyRange.start).trim() === '';
  return {
    range: { start: last.valueRange.end, end: last.valueRange.end },
    newText: isOnLine ? `,${newline}${indent}${member}` : `, ${member}`,
  };
}

/** Returns the edit that removes an entry with its lines; comments above it stay. Undefined where other entries share its line. */
export function removeEntry({ format, entries }: FrontMatter, text: string, entry: Entry): TextEdit | undefined {
  const isShared = entries.some(
    (other) => other !== entry && other.range.start < entry.range.end && entry.range.start < other.range.end,
  );
  if (format === 'json' || isShared) return undefined;
  const { start, end } = entry.range;
  const lineBreak = text.startsWith('\r\n', end) ? 2 : text[end] === '\n' ? 1 : 0;
  return { range: { start, end: end + lineBreak }, newText: '' };
}
