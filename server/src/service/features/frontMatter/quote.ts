import { parseDocument } from 'yaml';
import type { FrontMatterFormat, FrontMatterOutline } from '../../syntax/frontMatter/index.ts';

/** The quotes around a written value. */
export function quoteOf(written: string): '"' | "'" | '' {
  const first = written[0];
  return first === '"' || first === "'" ? first : '';
}

/** The quotes that siblings put around titles which need none, or '' when most go without. */
export function titleQuote(siblings: readonly FrontMatterOutline[]): '"' | "'" | '' {
  const free = siblings
    .filter(({ data, format }) => format !== 'yaml' || (typeof data.title === 'string' && isPlain(data.title)))
    .flatMap(({ keys }) =>
      keys.filter(({ key, commented }) => key === 'title' && !commented).map(({ written }) => quoteOf(written)),
    );
  const quoted = free.filter((quote) => quote !== '');
  return quoted.length * 2 > free.length ? quoted[0]! : '';
}

/** Whether YAML reads a text as itself when it stands without quotes. */
function isPlain(text: string): boolean {
  if (text === '' || /[\r\n]/.test(text)) return false;
  const document = parseDocument(`k: ${text}`, { version: '1.1', prettyErrors: false, logLevel: 'silent' });
  if (document.errors.length > 0) return false;
  const data = document.toJS() as unknown;
  return typeof data === 'object' && data !== null && 'k' in data && data.k === text && !/^(?:y|n)$/i.test(text);
}

/** A title as a format writes it, in the quotes that stand there or, in YAML, those usual where it needs some. */
export function writtenTitle(
  title: string,
  quote: '"' | "'" | '',
  format: FrontMatterFormat,
  usual: '"' | "'" = '"',
): string {
  if (format === 'toml' && quote === "'" && !title.includes("'")) return `'${title}'`;
  if (format !== 'yaml') return JSON.stringify(title);
  return quote === '' && isPlain(title) ? title : quotedText(title, quote === '' ? usual : quote);
}

/** A text as YAML, in the quotes wanted or, without any, in those it needs. */
export function quotedText(text: string, quote: '"' | "'" | ''): string {
  if (quote === '' && isPlain(text)) return text;
  if (quote === "'" && !/[\r\n]/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return JSON.stringify(text);
}
