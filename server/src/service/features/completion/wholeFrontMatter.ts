import type { Environment } from '../../generators/contract/model.ts';
import type { Knowledge } from '../../site/frontMatter/schema/knowledge.ts';
import type { OpenPost } from '../../site/model/snapshot.ts';
import { constantOf, mostFrequent } from '../../site/frontMatter/vocabulary/count.ts';
import type { FrontMatterFormat } from '../../syntax/frontMatter/index.ts';
import { separators } from '../../syntax/frontMatter/write.ts';
import type { Range } from '../../text/range.ts';
import { countOfPosts, typeOfKey } from '../frontMatter/facts.ts';
import { keysInOrder } from '../frontMatter/order.ts';
import { initialValue } from '../frontMatter/initialValue.ts';
import { keySnippet, snippetText } from '../frontMatter/writing.ts';
import type { Completion } from '../results.ts';

/** Formats whose fences are lines of one sign. */
type Fenced = Exclude<FrontMatterFormat, 'json'>;

const fences: Readonly<Record<Fenced, string>> = { yaml: '---', toml: '+++' };

/** The whole front matter that most posts beside this one have, to be filled in; with the opening fence or below it. */
export function wholeFrontMatter(
  post: OpenPost,
  range: Range,
  shape: { readonly fences: 'both' | 'closing'; readonly format?: Fenced },
  knowledge: Knowledge,
  environment: Environment,
): Completion {
  const { vocabulary } = knowledge;
  const format = shape.format ?? (mostFrequent(vocabulary.formats) === 'toml' ? 'toml' : 'yaml');
  const { usual } = keysInOrder(vocabulary);
  const required = [...knowledge.declaredKeys]
    .filter(([key, schema]) => schema.isRequired && !usual.includes(key))
    .map(([key]) => key);
  const keys = [...usual, ...required].filter((key) => !knowledge.defaultValues.has(key) || usual.includes(key));
  const lines = linesOf(keys.length > 0 ? keys : ['title'], format, post, knowledge, environment);
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
        ? `as in ${countOfPosts(vocabulary.posts)}`
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
function linesOf(
  keys: readonly string[],
  format: Fenced,
  post: OpenPost,
  knowledge: Knowledge,
  environment: Environment,
): string[] {
  let stop = 1;
  const isTable = (key: string): boolean => format === 'toml' && typeOfKey(knowledge, key) === 'map';
  const lines = keys
    .filter((key) => !isTable(key))
    .map((key) => {
      const use = knowledge.vocabulary.keys.get(key);
      const type = typeOfKey(knowledge, key);
      if (type === 'date' || (use && constantOf(use) !== undefined))
        return snippetText(`${key}${separators[format]}${initialValue(key, post, knowledge, environment, format)}`);
      return keySnippet(key, type, use, format).replace('$0', `$${stop++}`);
    });
  return [...lines, ...keys.filter(isTable).flatMap((key) => ['', `[${key}]`, `$${stop++}`])];
}
