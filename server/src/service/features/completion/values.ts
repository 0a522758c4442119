import type { Environment } from '../../generators/contract/model.ts';
import { authorsOf } from '../../site/frontMatter/authors.ts';
import type { Knowledge } from '../../site/frontMatter/schema/knowledge.ts';
import { layoutsOf } from '../../site/frontMatter/schema/knowledge.ts';
import type { OpenPost } from '../../site/model/snapshot.ts';
import type { Scalar } from '../../site/frontMatter/vocabulary/values.ts';
import { insideQuotes, writtenValue } from '../../syntax/frontMatter/write.ts';
import { dateLike, dateQuote } from '../frontMatter/dates.ts';
import { countOfPosts, isShared, schemaOf, typeOfKey } from '../frontMatter/facts.ts';
import type { ValueCaret } from '../frontMatter/valueCaret.ts';
import { usualQuote } from '../frontMatter/writing.ts';
import type { Completion } from '../results.ts';
import { imageProposals } from './images.ts';
import { likeliest } from './likeliest.ts';
import { postProposals } from './posts.ts';
import type { Proposal } from './proposal.ts';

const day = 24 * 60 * 60 * 1000;

/**
 * Values for a key: this moment for a date, what is declared, what the posts beside this one say by how likely they say it
 * here, what the generator takes, files and posts of the site.
 */
export function valueCompletions(
  post: OpenPost,
  caret: ValueCaret,
  knowledge: Knowledge,
  environment: Environment,
): Completion[] {
  const found = new Map<string, Proposal>();
  const proposals = [
    ...dates(post, caret, knowledge, environment),
    ...described(caret, knowledge, 'project'),
    ...shared(post, caret, knowledge),
    ...known(post, caret, knowledge),
    ...described(caret, knowledge, 'generator'),
    ...imageProposals(post, caret),
    ...postProposals(post, caret, environment),
  ];
  for (const proposal of proposals) {
    const name = String(proposal.value);
    const before = found.get(name);
    if (before?.documentation === undefined && proposal.documentation !== undefined && before)
      found.set(name, { ...before, documentation: proposal.documentation });
    if (!before && !caret.others.includes(name)) found.set(name, proposal);
  }
  return [...found.values()].map((proposal, index) => valueCompletion(proposal, caret, knowledge, index));
}

function dates(
  { site }: OpenPost,
  { key, list }: ValueCaret,
  knowledge: Knowledge,
  environment: Environment,
): Proposal[] {
  if (list !== 'none' || typeOfKey(knowledge, key) !== 'date') return [];
  const use = knowledge.vocabulary.keys.get(key);
  const timeZone = (site && site.generator.timeZone) ?? environment.timeZone;
  const at = (now: number): string => dateLike(use, { now, timeZone });
  return [
    { value: at(environment.now), kind: 'date', detail: 'now' },
    { value: at(environment.now + day), kind: 'date', detail: 'tomorrow' },
  ];
}

/** What the project declares, or what the generator knows. */
function described({ key, list }: ValueCaret, knowledge: Knowledge, by: 'project' | 'generator'): Proposal[] {
  const schema = schemaOf(knowledge, key);
  const isDeclared = knowledge.declaredKeys.has(key.split('.')[0]!);
  if (!schema || isDeclared !== (by === 'project')) return [];
  const { values, proposals } = list === 'none' ? schema : { ...schema.items };
  return [...(values ?? []), ...(proposals ?? [])].map((value) => ({
    value,
    kind: 'value',
    ...(isDeclared && { detail: schema.source }),
  }));
}

function shared(post: OpenPost, { key, list, others }: ValueCaret, knowledge: Knowledge): Proposal[] {
  const use = knowledge.vocabulary.keys.get(key);
  const schema = schemaOf(knowledge, key);
  const isDeclared = (list === 'none' ? schema?.values : schema?.items?.values) !== undefined;
  if (!use || isDeclared || !isShared(key, use)) return [];
  const isText = list === 'none' && use.types.has('list') && !use.types.has('string');
  if (isText) return [];
  return likeliest(post, key, use, others).map(({ value, count }) => ({
    value,
    kind: 'value',
    detail: countOfPosts(count),
  }));
}

function known({ site }: OpenPost, { key, list }: ValueCaret, knowledge: Knowledge): Proposal[] {
  if (!site) return [];
  const found: Proposal[] = [];
  if (key === 'layout')
    found.push(...layoutsOf(site).names.map((value): Proposal => ({ value, kind: 'value', detail: 'layout' })));
  if (/^authors?$/.test(key))
    found.push(...[...authorsOf(site)].map(([value, name]): Proposal => ({ value, kind: 'value', detail: name })));
  if (list === 'none' && typeOfKey(knowledge, key) === 'boolean')
    found.push({ value: true, kind: 'value' }, { value: false, kind: 'value' });
  return found;
}

function valueCompletion(
  { value, kind, detail, documentation }: Proposal,
  caret: ValueCaret,
  knowledge: Knowledge,
  index: number,
): Completion {
  const written = kind === 'date' ? writtenDate(String(value), caret, knowledge) : writtenIn(value, caret, knowledge);
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

function writtenIn(value: Scalar, { quote, format, key, list }: ValueCaret, { vocabulary }: Knowledge): string {
  if (quote) return insideQuotes(value, quote);
  return writtenValue(value, format, usualQuote(vocabulary.keys.get(key)), list === 'flow');
}

function writtenDate(date: string, { quote, format, key }: ValueCaret, { vocabulary }: Knowledge): string {
  if (quote || format === 'toml') return date;
  const mark = format === 'json' ? '"' : dateQuote(vocabulary.keys.get(key));
  return `${mark}${date}${mark}`;
}
