import type { Environment } from '../../generators/contract/model.ts';
import { authorsOf } from '../../site/frontMatter/authors.ts';
import type { Knowledge } from '../../site/frontMatter/schema/knowledge.ts';
import { layoutsOf } from '../../site/frontMatter/schema/knowledge.ts';
import type { OpenPost } from '../../site/model/snapshot.ts';
import type { Scalar } from '../../site/frontMatter/vocabulary/values.ts';
import { escapeInQuotes, formatValue } from '../../syntax/frontMatter/write.ts';
import { formatNow, commonDateQuote } from '../frontMatter/dates.ts';
import { formatPostCount, isWorthProposing, findSchema, inferType } from '../frontMatter/keyInfo.ts';
import type { ValueCaret } from '../frontMatter/valueCaret.ts';
import { usualQuote } from '../frontMatter/keySnippet.ts';
import type { Completion } from '../results.ts';
import { proposeImages } from './images.ts';
import { rankValues } from './rankValues.ts';
import { proposePosts } from './posts.ts';
import type { Proposal } from './proposal.ts';

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Values for a key: now for a date, declared ones, those of the other posts by how likely they are
 * here, the generator's, files and posts of the site.
 */
export function valueCompletions(
  post: OpenPost,
  caret: ValueCaret,
  knowledge: Knowledge,
  environment: Environment,
): Completion[] {
  const found = new Map<string, Proposal>();
  const proposals = [
    ...proposeDates(post, caret, knowledge, environment),
    ...proposeDeclared(caret, knowledge, 'project'),
    ...proposeUsed(post, caret, knowledge),
    ...proposeSiteValues(post, caret, knowledge),
    ...proposeDeclared(caret, knowledge, 'generator'),
    ...proposeImages(post, caret),
    ...proposePosts(post, caret, environment),
  ];
  for (const proposal of proposals) {
    const name = String(proposal.value);
    const previous = found.get(name);
    if (previous?.documentation === undefined && proposal.documentation !== undefined && previous)
      found.set(name, { ...previous, documentation: proposal.documentation });
    if (!previous && !caret.others.includes(name)) found.set(name, proposal);
  }
  return [...found.values()].map((proposal, index) => toValueCompletion(proposal, caret, knowledge, index));
}

function proposeDates(
  { site }: OpenPost,
  { key, list }: ValueCaret,
  knowledge: Knowledge,
  environment: Environment,
): Proposal[] {
  if (list !== 'none' || inferType(knowledge, key) !== 'date') return [];
  const use = knowledge.vocabulary.keys.get(key);
  const timeZone = (site && site.generator.timeZone) ?? environment.timeZone;
  const at = (now: number): string => formatNow(use, { now, timeZone });
  return [
    { value: at(environment.now), kind: 'date', detail: 'now' },
    { value: at(environment.now + dayMs), kind: 'date', detail: 'tomorrow' },
  ];
}

/** Values that the project declares, or those of the generator. */
function proposeDeclared({ key, list }: ValueCaret, knowledge: Knowledge, by: 'project' | 'generator'): Proposal[] {
  const schema = findSchema(knowledge, key);
  const isDeclared = knowledge.declaredKeys.has(key.split('.')[0]!);
  if (!schema || isDeclared !== (by === 'project')) return [];
  const { values, proposals } = list === 'none' ? schema : { ...schema.items };
  return [...(values ?? []), ...(proposals ?? [])].map((value) => ({
    value,
    kind: 'value',
    ...(isDeclared && { detail: schema.source }),
  }));
}

function proposeUsed(post: OpenPost, { key, list, others }: ValueCaret, knowledge: Knowledge): Proposal[] {
  const use = knowledge.vocabulary.keys.get(key);
  const schema = findSchema(knowledge, key);
  const isDeclared = (list === 'none' ? schema?.values : schema?.items?.values) !== undefined;
  if (!use || isDeclared || !isWorthProposing(key, use)) return [];
  const isText = list === 'none' && use.types.has('list') && !use.types.has('string');
  if (isText) return [];
  return rankValues(post, key, use, others).map(({ value, count }) => ({
    value,
    kind: 'value',
    detail: formatPostCount(count),
  }));
}

function proposeSiteValues({ site }: OpenPost, { key, list }: ValueCaret, knowledge: Knowledge): Proposal[] {
  if (!site) return [];
  const found: Proposal[] = [];
  if (key === 'layout')
    found.push(...layoutsOf(site).names.map((value): Proposal => ({ value, kind: 'value', detail: 'layout' })));
  if (/^authors?$/.test(key))
    found.push(...[...authorsOf(site)].map(([value, name]): Proposal => ({ value, kind: 'value', detail: name })));
  if (list === 'none' && inferType(knowledge, key) === 'boolean')
    found.push({ value: true, kind: 'value' }, { value: false, kind: 'value' });
  return found;
}

function toValueCompletion(
  { value, kind, detail, documentation }: Proposal,
  caret: ValueCaret,
  knowledge: Knowledge,
  index: number,
): Completion {
  const written =
    kind === 'date' ? formatDate(String(value), caret, knowledge) : formatProposal(value, caret, knowledge);
  return {
    label: String(value),
    kind,
    edit: { range: caret.range, newText: caret.needsSpace ? ` ${written}` : written },
    ...(detail !== undefined && { detail }),
    ...(documentation !== undefined && { documentation }),
    sortText: String(index).padStart(4, '0'),
    ...(written !== String(value) && !caret.quote && { filterText: written }),
  };
}

function formatProposal(value: Scalar, { quote, format, key, list }: ValueCaret, { vocabulary }: Knowledge): string {
  if (quote) return escapeInQuotes(value, quote);
  return formatValue(value, format, usualQuote(vocabulary.keys.get(key)), list === 'flow');
}

function formatDate(date: string, { quote, format, key }: ValueCaret, { vocabulary }: Knowledge): string {
  if (quote || format === 'toml') return date;
  const mark = format === 'json' ? '"' : commonDateQuote(vocabulary.keys.get(key));
  return `${mark}${date}${mark}`;
}
