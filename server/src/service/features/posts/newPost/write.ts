import { stringify as stringifyToml, TomlDate } from 'smol-toml';
import { stringify as stringifyYaml } from 'yaml';
import type { FrontMatterFormat } from '../../../syntax/frontMatter/index.ts';
import type { DraftEntry } from './inferFrontMatter.ts';
import { quoteText } from '../../frontMatter/quote.ts';

/** Longer comments are above their entry; in UTF-16 code units. */
const maxInlineComment = 80;

/** The front matter of these lines with its fences, ending with a line break. */
export function writeFrontMatter(lines: readonly DraftEntry[], format: FrontMatterFormat): string {
  if (format === 'toml') return `+++\n${stringifyToml(toData(lines, 'dates')).trimEnd()}\n+++\n`;
  if (format === 'json') return `${JSON.stringify(toData(lines, 'texts'), null, 2)}\n`;
  if (format === 'meta')
    return `${lines
      .filter(({ commented }) => !commented)
      .map(toMetaLine)
      .join('')}`;
  return `---\n${lines.map((line, index) => (line.spaced && index > 0 ? '\n' : '') + toYamlLine(line)).join('')}---\n`;
}

function toMetaLine({ key, value }: DraftEntry): string {
  const data = toDataValue(value, 'texts');
  return `${key}: ${Array.isArray(data) ? data.join(', ') : String(data ?? '')}`.trimEnd() + '\n';
}

function toYamlLine({ key, value, comment, commented }: DraftEntry): string {
  const name = quoteText(key, '');
  const isAbove = comment !== undefined && comment.length > maxInlineComment;
  const above = isAbove ? `# ${comment}\n` : '';
  const inlineComment = comment !== undefined && !isAbove ? ` # ${comment}` : '';
  return `${above}${commented ? '# ' : ''}${name}:${toYamlValue(value, inlineComment)}\n`;
}

function toYamlValue(value: DraftEntry['value'], inlineComment: string): string {
  if ('text' in value) return ` ${quoteText(value.text, value.quote)}${inlineComment}`;
  if ('date' in value) return ` ${value.quote}${value.date}${value.quote}${inlineComment}`;
  const { written, data } = value;
  const isMap = typeof data === 'object' && data !== null && !Array.isArray(data);
  if (isMap || written.includes('\n') || written.startsWith('- ') || written.length >= 80)
    return toBlockValue(data, inlineComment);
  return written === '' ? inlineComment : ` ${written}${inlineComment}`;
}

function toBlockValue(data: unknown, inlineComment: string): string {
  const text = stringifyYaml(data, { version: '1.1', lineWidth: 0 }).trimEnd();
  if (typeof data !== 'object' || data === null) return ` ${text}${inlineComment}`;
  return `${inlineComment}\n${text.replace(/^/gm, '  ')}`;
}

/** The entries that are not commented out, as data; dates without quotes in TOML where siblings write them so. */
function toData(lines: readonly DraftEntry[], dates: 'dates' | 'texts'): Record<string, unknown> {
  const entries = lines.filter(({ commented }) => !commented).map(({ key, value }) => [key, toDataValue(value, dates)]);
  return Object.fromEntries(entries.filter(([, value]) => value !== null));
}

function toDataValue(value: DraftEntry['value'], dates: 'dates' | 'texts'): unknown {
  if ('text' in value) return value.text;
  if ('data' in value) return value.data;
  return dates === 'dates' && value.quote === ''
    ? new TomlDate(value.date.replace(/(\d) +([-+Z])/, '$1$2'))
    : value.date;
}
