import { findCommonSource, findMostFrequent } from '../../site/frontMatter/vocabulary/count.ts';
import type { FrontMatterFormat } from '../../syntax/frontMatter/index.ts';
import { separators } from '../../syntax/frontMatter/write.ts';
import type { Range } from '../../text/range.ts';
import { formatPostCount, inferType } from '../frontMatter/keyInfo.ts';
import { rankKeysByUse } from '../frontMatter/order.ts';
import type { ValueContext } from '../frontMatter/initialValue.ts';
import { initialValue } from '../frontMatter/initialValue.ts';
import { keySnippet, escapeSnippet } from '../frontMatter/keySnippet.ts';
import type { Completion } from '../results.ts';

/** Formats whose fences are lines of one character. */
type FencedFormat = Exclude<FrontMatterFormat, 'json' | 'meta'>;

const fences: Readonly<Record<FencedFormat, string>> = { yaml: '---', toml: '+++' };

/** A front matter with the keys that most other posts have, as a snippet; with the opening fence or below it. */
export function wholeFrontMatter(
  context: ValueContext,
  range: Range,
  shape: { readonly fences: 'both' | 'closing'; readonly format?: FencedFormat },
): Completion {
  const { post, model } = context;
  const { vocabulary } = model;
  const format = shape.format ?? (findMostFrequent(vocabulary.formats) === 'toml' ? 'toml' : 'yaml');
  const { usual } = rankKeysByUse(vocabulary);
  const required = [...model.declaredKeys]
    .filter(([key, schema]) => schema.isRequired && !usual.includes(key))
    .map(([key]) => key);
  const keys = [...usual, ...required].filter((key) => !model.defaultValues.has(key) || usual.includes(key));
  const lines = createLines(keys.length > 0 ? keys : ['title'], format, context);
  const fence = fences[format];
  const newText = [...(shape.fences === 'both' ? [fence] : []), ...lines, fence, '', '$0'].join('\n');
  const text = post.document.text.slice(range.start, range.end);
  return {
    label: 'Front matter',
    kind: 'key',
    edit: { range, newText },
    snippet: true,
    detail:
      vocabulary.posts > 0
        ? `as in ${formatPostCount(vocabulary.posts)}`
        : keys.length > 0
          ? 'what the schema requires'
          : 'title',
    documentation: `\`\`\`${format}\n${lines
      .join('\n')
      .replace(/\$\{?\d+\}?/g, '')
      .replace(/\\([\\$}])/g, '$1')}\n\`\`\``,
    sortText: '',
    ...(text !== '' && { filterText: text }),
  };
}

/** Lines with numbered stops; tables of TOML come last, for what follows them would be in them. */
function createLines(keys: readonly string[], format: FencedFormat, context: ValueContext): string[] {
  const { model } = context;
  let stop = 1;
  const isTable = (key: string): boolean => format === 'toml' && inferType(model, key) === 'map';
  const lines = keys
    .filter((key) => !isTable(key))
    .map((key) => {
      const use = model.vocabulary.keys.get(key);
      const type = inferType(model, key);
      if (type === 'date' || (use && findCommonSource(use) !== undefined))
        return escapeSnippet(`${key}${separators[format]}${initialValue(key, context, format)}`);
      return keySnippet(key, type, use, format).replace('$0', `$${stop++}`);
    });
  return [...lines, ...keys.filter(isTable).flatMap((key) => ['', `[${key}]`, `$${stop++}`])];
}
