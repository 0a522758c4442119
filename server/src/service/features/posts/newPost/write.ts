import { stringify as stringifyToml, TomlDate } from 'smol-toml';
import { stringify as stringifyYaml } from 'yaml';
import type { FrontMatterFormat } from '../../../syntax/frontMatter/index.ts';
import type { Line } from './learn.ts';
import { quotedText } from '../../frontMatter/quote.ts';

/** Longer comments stand above their entry. */
const longestBeside = 80;

/** The front matter of these lines with its fences, ending with a line break. */
export function writeFrontMatter(lines: readonly Line[], format: FrontMatterFormat): string {
  if (format === 'toml') return `+++\n${stringifyToml(dataOf(lines, 'dates')).trimEnd()}\n+++\n`;
  if (format === 'json') return `${JSON.stringify(dataOf(lines, 'texts'), null, 2)}\n`;
  return `---\n${lines.map((line, index) => (line.spaced && index > 0 ? '\n' : '') + yamlLine(line)).join('')}---\n`;
}

function yamlLine({ key, value, comment, commented }: Line): string {
  const name = quotedText(key, '');
  const isAbove = comment !== undefined && comment.length > longestBeside;
  const above = isAbove ? `# ${comment}\n` : '';
  const beside = comment !== undefined && !isAbove ? ` # ${comment}` : '';
  return `${above}${commented ? '# ' : ''}${name}:${yamlValue(value, beside)}\n`;
}

function yamlValue(value: Line['value'], beside: string): string {
  if ('text' in value) return ` ${quotedText(value.text, value.quote)}${beside}`;
  if ('date' in value) return ` ${value.quote}${value.date}${value.quote}${beside}`;
  const { written, data } = value;
  const isMap = typeof data === 'object' && data !== null && !Array.isArray(data);
  if (isMap || written.includes('\n') || written.startsWith('- ') || written.length >= 80)
    return blockValue(data, beside);
  return written === '' ? beside : ` ${written}${beside}`;
}

function blockValue(data: unknown, beside: string): string {
  const text = stringifyYaml(data, { version: '1.1', lineWidth: 0 }).trimEnd();
  if (typeof data !== 'object' || data === null) return ` ${text}${beside}`;
  return `${beside}\n${text.replace(/^/gm, '  ')}`;
}

/** The entries that are not commented out, as data; dates stand bare in TOML where siblings write them so. */
function dataOf(lines: readonly Line[], dates: 'dates' | 'texts'): Record<string, unknown> {
  const shown = lines.filter(({ commented }) => !commented).map(({ key, value }) => [key, dataValue(value, dates)]);
  return Object.fromEntries(shown.filter(([, value]) => value !== null));
}

function dataValue(value: Line['value'], dates: 'dates' | 'texts'): unknown {
  if ('text' in value) return value.text;
  if ('data' in value) return value.data;
  return dates === 'dates' && value.quote === ''
    ? new TomlDate(value.date.replace(/(\d) +(?=[-+Z])/, '$1'))
    : value.date;
}
