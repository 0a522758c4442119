import type { Document } from '../text/document.ts';
import { matchAt, trimEnd } from '../text/scan.ts';
import type { Problem } from './rule.ts';

/**
 * Which problems a writer has silenced in the post itself: `<!-- galley-disable rule-id -->` for the whole file,
 * `galley-disable-line` and `galley-disable-next-line` for a line; without an id, every rule. `{% comment %}` and
 * `{/* … *\/}` serve as well, the words decide.
 */
export function createSilencer(document: Document): (problem: Problem) => boolean {
  if (!document.text.includes('galley-disable')) return () => false;
  const everywhere: RuleNames[] = [];
  const byLine = new Map<number, RuleNames[]>();
  for (const { index, place, names } of findSilencers(document.text)) {
    const line = document.positionAt(index).line + (place === '-next-line' ? 1 : 0);
    if (place === undefined) everywhere.push(names);
    else byLine.set(line, [...(byLine.get(line) ?? []), names]);
  }
  return (problem) =>
    [...everywhere, ...(byLine.get(document.positionAt(problem.range.start).line) ?? [])].some((names) =>
      isCovered(names, problem.rule),
    );
}

type RuleNames = readonly string[];

interface Silencer {
  readonly index: number;
  readonly place: string | undefined;
  readonly names: RuleNames;
}

/** The words that silence, with the rules they name; a word among the names of another one is none. */
function findSilencers(text: string): Silencer[] {
  let end = 0;
  return [...text.matchAll(/galley-disable(-line|-next-line)?\b/g)].flatMap(({ 0: found, 1: place, index }) => {
    if (index < end) return [];
    end = index + found.length;
    const written = matchAt(text, end, /[ \t,]+([a-z][a-z ,\t-]*)/y);
    end += written?.[0].length ?? 0;
    const names = trimEnd(written?.[1] ?? '', ' ,\t-');
    return [{ index, place, names: names.length > 1 ? toRuleNames(names) : [] }];
  });
}

function toRuleNames(written: string): RuleNames {
  return written.split(/[\s,]+/).filter((name) => name !== '' && name !== 'endcomment');
}

function isCovered(names: RuleNames, rule: string): boolean {
  return names.length === 0 || names.includes(rule);
}
