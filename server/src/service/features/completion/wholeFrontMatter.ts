import type { Environment } from '../../generators/generator.ts';
import type { Knowledge } from '../../site/schema/knowledge.ts';
import type { OpenPost } from '../../site/snapshot.ts';
import { constantOf } from '../../site/vocabulary/count.ts';
import type { Range } from '../../text/range.ts';
import { countOfPosts, typeOfKey } from '../frontMatter/facts.ts';
import { keysInOrder } from '../frontMatter/order.ts';
import { presetValue } from '../frontMatter/presetValue.ts';
import { keySnippet, snippetText } from '../frontMatter/writing.ts';
import type { Completion } from '../results.ts';

/** The whole front matter that most posts beside this one have, to be filled in; with the opening fence or below it. */
export function wholeFrontMatter(post: OpenPost, range: Range, fences: 'both' | 'closing', knowledge: Knowledge, environment: Environment): Completion {
  const { vocabulary } = knowledge;
  const { usual } = keysInOrder(vocabulary);
  const keys = usual.length > 0 ? usual : ['title'];
  const stops = { next: 1 };
  const lines = keys.map((key) => lineOf(key, post, knowledge, environment, stops));
  const newText = [...(fences === 'both' ? ['---'] : []), ...lines, '---', '', '$0'].join('\n');
  const text = post.document.text.slice(range.start, range.end);
  return {
    label: 'Front matter',
    kind: 'key',
    edit: { range, newText },
    snippet: true,
    detail: vocabulary.posts > 0 ? `as in ${countOfPosts(vocabulary.posts)}` : 'title',
    documentation: `\`\`\`yaml\n${lines.join('\n').replace(/\$\{?\d+\}?/g, '').replace(/\\([\\$}])/g, '$1')}\n\`\`\``,
    sortText: '',
    ...(text !== '' && { filterText: text }),
  };
}

function lineOf(key: string, post: OpenPost, knowledge: Knowledge, environment: Environment, stops: { next: number }): string {
  const use = knowledge.vocabulary.keys.get(key);
  const type = typeOfKey(knowledge, key);
  if (type === 'date' || (use && constantOf(use) !== undefined)) return snippetText(`${key}: ${presetValue(key, post, knowledge, environment, 'yaml')}`);
  return keySnippet(key, type, use, 'yaml').replace('$0', `$${stops.next++}`);
}
