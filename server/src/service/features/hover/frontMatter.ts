import type { Environment } from '../../generators/generator.ts';
import { publicationOf } from '../../site/publication.ts';
import type { OpenPost, Snapshot } from '../../site/snapshot.ts';
import type { Entry } from '../../syntax/frontMatter.ts';
import type { Range } from '../../text/range.ts';
import { touches } from '../../text/range.ts';
import type { Knowledge } from '../../site/schema/knowledge.ts';
import { knowledgeOf } from '../../site/schema/knowledge.ts';
import { scalars } from '../../site/vocabulary/values.ts';
import { documentationOf, isShared, countOfPosts, typeOfKey } from '../frontMatter/facts.ts';
import { codeSpan, escapeMarkdown } from '../markdown.ts';
import type { Hover } from '../results.ts';

const mostValues = 6;

/** What a key means and how the posts use it; who else has a value; of title and date, what becomes of the post. */
export function frontMatterHover(_snapshot: Snapshot, post: OpenPost, offset: number, environment: Environment): Hover | undefined {
  const entry = post.syntax.frontMatter?.entries.find(({ range }) => touches(range, offset));
  if (!entry) return undefined;
  const knowledge = knowledgeOf(post);
  if (touches(entry.keyRange, offset)) return answer(entry.keyRange, [about(entry, knowledge), publication(post, entry, environment)]);
  const place = [...(entry.items ?? []), { value: entry.value, range: entry.valueRange }].find(({ range }) => touches(range, offset));
  if (!place) return undefined;
  return answer(place.range, [others(entry.key, place.value, knowledge), publication(post, entry, environment)]);
}

function answer(range: Range, parts: readonly string[]): Hover | undefined {
  const markdown = parts.filter((part) => part !== '').join('\n\n');
  return markdown === '' ? undefined : { range, markdown };
}

function about({ key, commented, comment }: Entry, knowledge: Knowledge): string {
  const type = typeOfKey(knowledge, key);
  const kind = type === undefined || type === 'nothing' ? '' : ` *${type}*`;
  const use = knowledge.vocabulary.keys.get(key);
  const documentation = documentationOf(key, knowledge);
  const values = use && isShared(key, use) ? [...use.values.values()].sort((a, b) => b.count - a.count) : [];
  const list = values.slice(0, mostValues).map(({ value, count }) => `${codeSpan(String(value))} (${count})`);
  const more = values.length > mostValues ? `, and ${values.length - mostValues} more` : '';
  const parts = [documentation, list.length > 0 ? `Values: ${list.join(', ')}${more}.` : '', commented ? 'Here it is only a comment.' : ''].filter((part) => part !== '');
  return parts.length > 0 || comment !== undefined ? [`**${escapeMarkdown(key)}**${kind}`, ...parts].join('\n\n') : '';
}

function others(key: string, value: unknown, { vocabulary }: Knowledge): string {
  const use = vocabulary.keys.get(key);
  const [first, ...rest] = scalars(value);
  if (!use || first === undefined || rest.length > 0) return '';
  const count = use.values.get(String(first))?.count ?? 0;
  if (count > 0) return `${codeSpan(String(first))} is in ${count} of the other ${countOfPosts(vocabulary.posts)}.`;
  return isShared(key, use) ? `No other post has ${codeSpan(String(first))}.` : '';
}

/** Address and state, told at the two entries that decide them. */
function publication(post: OpenPost, { key, commented }: Entry, environment: Environment): string {
  const known = commented || (key !== 'title' && key !== 'date') ? undefined : publicationOf(post, environment);
  if (!known) return '';
  const { state, url, date, reasons } = known;
  const parts = [`**${state[0]!.toUpperCase()}${state.slice(1)}**${url === undefined ? '' : ` at ${codeSpan(url)}`}`];
  if (key === 'date' && date !== undefined) parts.push(`Dated ${date.replace('T', ' ')}.`);
  return [parts.join('  \n'), ...reasons].join('\n\n');
}
