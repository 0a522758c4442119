import type { Document } from '../text/document.ts';
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
  for (const match of document.text.matchAll(/galley-disable(-line|-next-line)?\b([ \t,]+[a-z][a-z ,\t-]*[a-z])?/g)) {
    const names = match[2]?.split(/[\s,]+/).filter((name) => name !== '' && name !== 'endcomment') ?? [];
    const line = document.positionAt(match.index).line + (match[1] === '-next-line' ? 1 : 0);
    if (match[1] === undefined) everywhere.push(names);
    else byLine.set(line, [...(byLine.get(line) ?? []), names]);
  }
  return (problem) =>
    [...everywhere, ...(byLine.get(document.positionAt(problem.range.start).line) ?? [])].some((names) =>
      isCovered(names, problem.rule),
    );
}

type RuleNames = readonly string[];

function isCovered(names: RuleNames, rule: string): boolean {
  return names.length === 0 || names.includes(rule);
}
