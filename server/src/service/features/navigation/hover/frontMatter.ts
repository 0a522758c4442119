import { urlKeys, generatorWithoutSite } from '../../../generators/index.ts';
import type { Environment } from '../../../generators/contract/model.ts';
import { getPublication } from '../../../site/resolution/publication.ts';
import type { FrontMatterModel } from '../../../site/frontMatter/schema/frontMatterModel.ts';
import { getFrontMatterModel } from '../../../site/frontMatter/schema/frontMatterModel.ts';
import type { OpenPost } from '../../../site/model/snapshot.ts';
import type { Entry, Pair } from '../../../syntax/frontMatter/index.ts';
import type { Range } from '../../../text/range.ts';
import { touches } from '../../../text/range.ts';
import { describeKey, isWorthProposing, inferType } from '../../frontMatter/keyInfo.ts';
import { codeSpan, escapeMarkdown, withoutImages } from '../../text/markdown.ts';
import type { Hover } from '../../results.ts';
import { describeValue } from './value.ts';

const maxValues = 6;

/**
 * The hover in front matter: meaning, source and use of a key or value; at title, date and the like also the post's
 * state and URL.
 */
export function frontMatterHover(post: OpenPost, offset: number, environment: Environment): Hover | undefined {
  const entry = post.syntax.frontMatter?.entries.find(({ range }) => touches(range, offset));
  if (!entry) return undefined;
  const model = getFrontMatterModel(post);
  const { pair, path } = innermostPair(entry, entry.key, offset);
  if (touches(pair.keyRange, offset))
    return toHover(pair.keyRange, [
      describeKeyUse(path, entry, model),
      pair === entry ? describePublication(post, entry, environment) : '',
    ]);
  const place = [...(pair.items ?? []), { value: pair.value, range: pair.valueRange }].find(({ range }) =>
    touches(range, offset),
  );
  if (!place) return undefined;
  return toHover(place.range, [
    ...describeValue(path, place.value, post, model),
    pair === entry ? describePublication(post, entry, environment) : '',
  ]);
}

/** The key within maps whose lines an offset is on. */
function innermostPair(pair: Pair, path: string, offset: number): { readonly pair: Pair; readonly path: string } {
  const inner = touches(pair.keyRange, offset)
    ? undefined
    : pair.children?.find(
        ({ keyRange, valueRange }) => keyRange.start <= offset && offset <= Math.max(keyRange.end, valueRange.end),
      );
  return inner ? innermostPair(inner, `${path}.${inner.key}`, offset) : { pair, path };
}

function toHover(range: Range, parts: readonly string[]): Hover | undefined {
  const markdown = parts.filter((part) => part !== '').join('\n\n');
  return markdown === '' ? undefined : { range, markdown };
}

function describeKeyUse(key: string, { commented, comment }: Entry, model: FrontMatterModel): string {
  const type = inferType(model, key);
  const kind = type === undefined || type === 'nothing' ? '' : ` *${type}*`;
  const use = model.vocabulary.keys.get(key);
  const documentation = describeKey(key, model);
  const values = use && isWorthProposing(key, use) ? [...use.values.values()].sort((a, b) => b.count - a.count) : [];
  const list = values.slice(0, maxValues).map(({ value, count }) => `${codeSpan(String(value))} (${count})`);
  const more = values.length > maxValues ? `, and ${values.length - maxValues} more` : '';
  const parts = [
    documentation,
    list.length > 0 ? `Values: ${list.join(', ')}${more}.` : '',
    commented ? 'Here it is only a comment.' : '',
  ].filter((part) => part !== '');
  return parts.length > 0 || comment !== undefined ? [`**${escapeMarkdown(key)}**${kind}`, ...parts].join('\n\n') : '';
}

/** Whether a key decides whether, when and where a post appears. */
function isPublicationKey(key: string, { site }: OpenPost): boolean {
  const {
    flags,
    siteConventions = [],
    dateKeys,
    scheduleKeys = [],
  } = (site?.generator ?? generatorWithoutSite).publishing;
  const flagKeys = [...flags, ...siteConventions].map((flag) => flag.key);
  return key === 'title' || urlKeys.has(key) || [...flagKeys, ...dateKeys, ...scheduleKeys].includes(key);
}

/** URL and state of the post, for the entries that decide them. */
function describePublication(post: OpenPost, { key, commented }: Entry, environment: Environment): string {
  const publication = commented || !isPublicationKey(key, post) ? undefined : getPublication(post, environment);
  if (!publication) return '';
  const { state, url, date, reasons } = publication;
  const parts = [`**${state[0]!.toUpperCase()}${state.slice(1)}**${url === undefined ? '' : ` at ${codeSpan(url)}`}`];
  if (key === 'date' && date !== undefined) parts.push(`Dated ${date.replace('T', ' ')}.`);
  return [parts.join('  \n'), ...reasons.map(withoutImages)].join('\n\n');
}
