import { parseDocument } from 'yaml';
import type { FrontMatterFormat, FrontMatterOutline } from '../../syntax/frontMatter/index.ts';

/** The quotes around a written value. */
export function openingQuote(written: string): '"' | "'" | '' {
  const first = written[0];
  return first === '"' || first === "'" ? first : '';
}

/** The quotes around titles of siblings that do not need them, or '' when most have none. */
export function inferTitleQuote(siblings: readonly FrontMatterOutline[]): '"' | "'" | '' {
  const free = siblings
    .filter(({ data, format }) => format !== 'yaml' || (typeof data.title === 'string' && isPlainScalar(data.title)))
    .flatMap(({ keys }) =>
      keys.filter(({ key, commented }) => key === 'title' && !commented).map(({ written }) => openingQuote(written)),
    );
  const quoted = free.filter((quote) => quote !== '');
  return quoted.length * 2 > free.length ? quoted[0]! : '';
}

/** Whether a text is the same as a plain scalar of YAML (1.1, as Jekyll and Hexo read it). */
function isPlainScalar(text: string): boolean {
  if (text === '' || /[\r\n]/.test(text)) return false;
  const document = parseDocument(`k: ${text}`, { version: '1.1', prettyErrors: false, logLevel: 'silent' });
  if (document.errors.length > 0) return false;
  const data = document.toJS() as unknown;
  return typeof data === 'object' && data !== null && 'k' in data && data.k === text && !/^(?:y|n)$/i.test(text);
}

/** A title as a format writes it, in the given quotes or, in YAML, in the `usual` ones where it needs some. */
export function formatTitle(
  title: string,
  quote: '"' | "'" | '',
  format: FrontMatterFormat,
  usual: '"' | "'" = '"',
): string {
  if (format === 'toml' && quote === "'" && !title.includes("'")) return `'${title}'`;
  if (format === 'meta') return title;
  if (format !== 'yaml') return JSON.stringify(title);
  return quote === '' && isPlainScalar(title) ? title : quoteText(title, quote === '' ? usual : quote);
}

/** A text as YAML, in the given quotes or, for '', in those it needs. */
export function quoteText(text: string, quote: '"' | "'" | ''): string {
  if (quote === '' && isPlainScalar(text)) return text;
  if (quote === "'" && !/[\r\n]/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return JSON.stringify(text);
}
