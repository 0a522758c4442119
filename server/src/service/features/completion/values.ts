import type { Environment } from '../../generators/contract/model.ts';
import { findAuthors } from '../../site/frontMatter/authors.ts';
import type { FrontMatterModel } from '../../site/frontMatter/schema/frontMatterModel.ts';
import { findLayouts } from '../../site/frontMatter/schema/frontMatterModel.ts';
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
  model: FrontMatterModel,
  environment: Environment,
): Completion[] {
  const found = new Map<string, Proposal>();
  const proposals = [
    ...proposeDates(post, caret, model, environment),
    ...proposeDeclared(caret, model, 'project'),
    ...proposeUsed(post, caret, model),
    ...proposeSiteValues(post, caret, model),
    ...proposeDeclared(caret, model, 'generator'),
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
  return [...found.values()].map((proposal, index) => toValueCompletion(proposal, caret, model, index));
}

function proposeDates(
  { site }: OpenPost,
  { key, list }: ValueCaret,
  model: FrontMatterModel,
  environment: Environment,
): Proposal[] {
  if (list !== 'none' || inferType(model, key) !== 'date') return [];
  const use = model.vocabulary.keys.get(key);
  const timeZone = (site && site.generator.timeZone) ?? environment.timeZone;
  const at = (now: number): string => formatNow(use, { now, timeZone });
  return [
    { value: at(environment.now), kind: 'date', detail: 'now' },
    { value: at(environment.now + dayMs), kind: 'date', detail: 'tomorrow' },
  ];
}

/** Values that the project declares, or those of the generator. */
function proposeDeclared({ key, list }: ValueCaret, model: FrontMatterModel, by: 'project' | 'generator'): Proposal[] {
  const schema = findSchema(model, key);
  const isDeclared = model.declaredKeys.has(key.split('.')[0]!);
  if (!schema || isDeclared !== (by === 'project')) return [];
  const { values, proposals } = list === 'none' ? schema : { ...schema.items };
  return [...(values ?? []), ...(proposals ?? [])].map((value) => ({
    value,
    kind: 'value',
    ...(isDeclared && { detail: schema.source }),
  }));
}

function proposeUsed(post: OpenPost, { key, list, others }: ValueCaret, model: FrontMatterModel): Proposal[] {
  const use = model.vocabulary.keys.get(key);
  const schema = findSchema(model, key);
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

function proposeSiteValues({ site }: OpenPost, { key, list }: ValueCaret, model: FrontMatterModel): Proposal[] {
  if (!site) return [];
  const found: Proposal[] = [];
  if (key === 'layout')
    found.push(...findLayouts(site).names.map((value): Proposal => ({ value, kind: 'value', detail: 'layout' })));
  if (/^authors?$/.test(key))
    found.push(...[...findAuthors(site)].map(([value, name]): Proposal => ({ value, kind: 'value', detail: name })));
  if (list === 'none' && inferType(model, key) === 'boolean')
    found.push({ value: true, kind: 'value' }, { value: false, kind: 'value' });
  return found;
}

function toValueCompletion(
  { value, kind, detail, documentation }: Proposal,
  caret: ValueCaret,
  model: FrontMatterModel,
  index: number,
): Completion {
  const written = kind === 'date' ? formatDate(String(value), caret, model) : formatProposal(value, caret, model);
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

function formatProposal(
  value: Scalar,
  { quote, format, key, list }: ValueCaret,
  { vocabulary }: FrontMatterModel,
): string {
  if (quote) return escapeInQuotes(value, quote);
  return formatValue(value, format, usualQuote(vocabulary.keys.get(key)), list === 'flow');
}

function formatDate(date: string, { quote, format, key }: ValueCaret, { vocabulary }: FrontMatterModel): string {
  if (quote || format === 'toml') return date;
  const mark = format === 'json' ? '"' : commonDateQuote(vocabulary.keys.get(key));
  return `${mark}${date}${mark}`;
}
