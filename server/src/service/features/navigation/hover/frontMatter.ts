import { addressKeys, noSite } from '../../../generators/index.ts';
import type { Environment } from '../../../generators/contract/model.ts';
import { publicationOf } from '../../../site/resolution/publication.ts';
import type { Knowledge } from '../../../site/frontMatter/schema/knowledge.ts';
import { knowledgeOf } from '../../../site/frontMatter/schema/knowledge.ts';
import type { OpenPost } from '../../../site/model/snapshot.ts';
import type { Entry, Pair } from '../../../syntax/frontMatter/index.ts';
import type { Range } from '../../../text/range.ts';
import { touches } from '../../../text/range.ts';
import { documentationOf, isShared, typeOfKey } from '../../frontMatter/facts.ts';
import { codeSpan, escapeMarkdown } from '../../text/markdown.ts';
import type { Hover } from '../../results.ts';
import { aboutValue } from './value.ts';

const mostValues = 6;

/** What a key means, who says so and how the posts use it; what a value stands for and who else has it; of title and date, what becomes of the post. */
export function frontMatterHover(post: OpenPost, offset: number, environment: Environment): Hover | undefined {
  const entry = post.syntax.frontMatter?.entries.find(({ range }) => touches(range, offset));
  if (!entry) return undefined;
  const knowledge = knowledgeOf(post);
  const { pair, path } = innermost(entry, entry.key, offset);
  if (touches(pair.keyRange, offset))
    return answer(pair.keyRange, [
      aboutKey(path, entry, knowledge),
      pair === entry ? publication(post, entry, environment) : '',
    ]);
  const place = [...(pair.items ?? []), { value: pair.value, range: pair.valueRange }].find(({ range }) =>
    touches(range, offset),
  );
  if (!place) return undefined;
  return answer(place.range, [
    ...aboutValue(path, place.value, post, knowledge),
    pair === entry ? publication(post, entry, environment) : '',
  ]);
}

/** The key within maps whose lines an offset is on. */
function innermost(pair: Pair, path: string, offset: number): { readonly pair: Pair; readonly path: string } {
  const inner = touches(pair.keyRange, offset)
    ? undefined
    : pair.inner?.find(
        ({ keyRange, valueRange }) => keyRange.start <= offset && offset <= Math.max(keyRange.end, valueRange.end),
      );
  return inner ? innermost(inner, `${path}.${inner.key}`, offset) : { pair, path };
}

function answer(range: Range, parts: readonly string[]): Hover | undefined {
  const markdown = parts.filter((part) => part !== '').join('\n\n');
  return markdown === '' ? undefined : { range, markdown };
}

function aboutKey(key: string, { commented, comment }: Entry, knowledge: Knowledge): string {
  const type = typeOfKey(knowledge, key);
  const kind = type === undefined || type === 'nothing' ? '' : ` *${type}*`;
  const use = knowledge.vocabulary.keys.get(key);
  const documentation = documentationOf(key, knowledge);
  const values = use && isShared(key, use) ? [...use.values.values()].sort((a, b) => b.count - a.count) : [];
  const list = values.slice(0, mostValues).map(({ value, count }) => `${codeSpan(String(value))} (${count})`);
  const more = values.length > mostValues ? `, and ${values.length - mostValues} more` : '';
  const parts = [
    documentation,
    list.length > 0 ? `Values: ${list.join(', ')}${more}.` : '',
    commented ? 'Here it is only a comment.' : '',
  ].filter((part) => part !== '');
  return parts.length > 0 || comment !== undefined ? [`**${escapeMarkdown(key)}**${kind}`, ...parts].join('\n\n') : '';
}

/** Whether a key decides whether, when and where a post appears. */
function isDeciding(key: string, { site }: OpenPost): boolean {
  const { flags, siteConventions = [], dateKeys, scheduleKeys = [] } = (site?.generator ?? noSite).publishing;
  const held = [...flags, ...siteConventions].map((flag) => flag.key);
  return key === 'title' || addressKeys.has(key) || [...held, ...dateKeys, ...scheduleKeys].includes(key);
}

/** Address and state, told at the entries that decide them. */
function publication(post: OpenPost, { key, commented }: Entry, environment: Environment): string {
  const known = commented || !isDeciding(key, post) ? undefined : publicationOf(post, environment);
  if (!known) return '';
  const { state, url, date, reasons } = known;
  const parts = [`**${state[0]!.toUpperCase()}${state.slice(1)}**${url === undefined ? '' : ` at ${codeSpan(url)}`}`];
  if (key === 'date' && date !== undefined) parts.push(`Dated ${date.replace('T', ' ')}.`);
  return [parts.join('  \n'), ...reasons].join('\n\n');
}
