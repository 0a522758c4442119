import type { Environment } from '../../generators/generator.ts';
import type { OpenPost } from '../../site/snapshot.ts';
import { dateLike, dateQuote } from '../frontMatter/dates.ts';
import type { Knowledge } from '../frontMatter/facts.ts';
import { isShared, countOfPosts, typeOfKey } from '../frontMatter/facts.ts';
import { layoutsOf } from '../frontMatter/layouts.ts';
import type { ValueCaret } from '../frontMatter/valueCaret.ts';
import { insideQuotes, usualQuote, writtenValue } from '../frontMatter/writing.ts';
import type { Completion } from '../results.ts';

/** A value that could stand at the caret. */
interface Proposal {
  readonly value: string | number | boolean;
  readonly kind: 'value' | 'date';
  readonly detail?: string;
  readonly documentation?: string;
}

/** Values for a key: this moment for a date, what the posts beside this one say by how often they do, what the generator takes. */
export function valueCompletions(post: OpenPost, caret: ValueCaret, knowledge: Knowledge, environment: Environment): Completion[] {
  const found = new Map<string, Proposal>();
  for (const proposal of [...dates(post, caret, knowledge, environment), ...shared(caret, knowledge), ...known(post, caret, knowledge)]) {
    const name = String(proposal.value);
    if (!found.has(name) && !caret.others.includes(name)) found.set(name, proposal);
  }
  return [...found.values()].map((proposal, index) => valueCompletion(proposal, caret, knowledge, index));
}

function dates({ site }: OpenPost, { key }: ValueCaret, knowledge: Knowledge, environment: Environment): Proposal[] {
  if (typeOfKey(knowledge, key) !== 'date') return [];
  const written = knowledge.vocabulary.keys.get(key)?.written ?? new Map<string, number>();
  const timeZone = (site && site.generator.timeZone(site.configuration)) ?? environment.timeZone;
  return [{ value: dateLike(written, { ...environment, timeZone }), kind: 'date', detail: 'now' }];
}

function shared({ key, list }: ValueCaret, { vocabulary }: Knowledge): Proposal[] {
  const use = vocabulary.keys.get(key);
  if (!use || !isShared(key, use)) return [];
  const isText = list === 'none' && use.types.has('list') && !use.types.has('string');
  if (isText) return [];
  const values = [...use.values.values()].sort((a, b) => b.count - a.count || (String(a.value) < String(b.value) ? -1 : 1));
  return values.map(({ value, count }) => ({ value, kind: 'value', detail: countOfPosts(count) }));
}

function known({ site }: OpenPost, { key, list }: ValueCaret, knowledge: Knowledge): Proposal[] {
  const fact = knowledge.facts.get(key);
  const found: Proposal[] = (fact?.values ?? []).map((value) => ({ value, kind: 'value' }));
  if (key === 'layout' && site) found.unshift(...layoutsOf(site).map((value): Proposal => ({ value, kind: 'value', detail: 'layout' })));
  if (list === 'none' && typeOfKey(knowledge, key) === 'boolean') found.push({ value: true, kind: 'value' }, { value: false, kind: 'value' });
  return found;
}

function valueCompletion({ value, kind, detail, documentation }: Proposal, caret: ValueCaret, knowledge: Knowledge, index: number): Completion {
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

function writtenIn(value: string | number | boolean, { quote, format, key, list }: ValueCaret, { vocabulary }: Knowledge): string {
  if (quote) return insideQuotes(value, quote);
  return writtenValue(value, format, usualQuote(vocabulary.keys.get(key)), list === 'flow');
}

function writtenDate(date: string, { quote, format, key }: ValueCaret, { vocabulary }: Knowledge): string {
  if (quote || format === 'toml') return date;
  const usual = dateQuote(vocabulary.keys.get(key)?.written ?? new Map<string, number>());
  const mark = format === 'json' ? '"' : usual;
  return `${mark}${date}${mark}`;
}
