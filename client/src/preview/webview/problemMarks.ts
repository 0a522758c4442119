import type { PreviewProblem } from '../../../../server/src/protocol/index.ts';
import { createElement } from './element.ts';

/**
 * Marks problems in blocks that are about to be shown, at their text or, where that does not show, at their block;
 * returns how many are marked.
 */
export function markProblems(blocks: readonly Element[], problems: readonly PreviewProblem[]): number {
  if (problems.length === 0) return 0;
  const lineElements = blocks
    .flatMap((block) => [block, ...block.querySelectorAll('[data-line]')])
    .filter((each) => each.hasAttribute('data-line'));
  const places = lineElements.map((place) => ({ place, line: Number(place.getAttribute('data-line')) }));
  let count = 0;
  for (const problem of problems) {
    const above = places.filter(({ line }) => line <= problem.endLine);
    const nearest = above.reduce(
      (best, each) => (best === undefined || each.line >= best.line ? each : best),
      undefined as (typeof places)[number] | undefined,
    );
    if (nearest === undefined) continue;
    markIn(nearest.place, problem);
    count++;
  }
  return count;
}

function markIn(place: Element, problem: PreviewProblem): void {
  const target = parseDestination(problem.text);
  const linked =
    target === undefined
      ? undefined
      : [...place.querySelectorAll('a[href], img[data-src]')].find((each) =>
          [each.getAttribute('href'), each.getAttribute('data-src')].includes(target),
        );
  const spot = linked ?? wrapText(place, problem.text) ?? place;
  addNote(spot, problem);
}

/** The URL of `[text](url "title")` or `![alt](url)`. */
function parseDestination(source: string): string | undefined {
  return /\]\(\s*<?([^\s)>]+)/.exec(source)?.[1] ?? /^(?:\/|\.{0,2}\/|https?:)\S+$/.exec(source)?.[0];
}

/** Wraps in a mark the first place where a text shows as it was written; white space may differ. */
function wrapText(place: Element, source: string): Element | undefined {
  const trimmed = source.trim();
  if (trimmed === '' || trimmed.includes('\n\n')) return undefined;
  const words = trimmed.replace(/\s+/g, ' ');
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null) {
    if (text.parentElement?.closest('mark.galley-mark')) continue;
    const range = findWords(text.data, words);
    if (!range) continue;
    const rest = text.splitText(range.start);
    rest.splitText(range.end - range.start);
    const mark = createElement('mark', 'galley-mark');
    rest.replaceWith(mark);
    mark.append(rest);
    return mark;
  }
  return undefined;
}

/** Where a text holds words with one space between them, whatever white space it has there itself; undefined for nowhere. */
function findWords(text: string, words: string): { readonly start: number; readonly end: number } | undefined {
  const offsets: number[] = [];
  let spaced = '';
  for (const { 0: part, index } of text.matchAll(/\s+|\S/gu)) {
    const shown = /\s/.test(part) ? ' ' : part;
    for (let at = 0; at < shown.length; at++) offsets.push(index + at);
    spaced += shown;
  }
  const start = spaced.indexOf(words);
  return start < 0 ? undefined : { start: offsets[start]!, end: offsets[start + words.length - 1]! + 1 };
}

/** Adds a message for the pointer, the keyboard and the screen reader. */
function addNote(spot: Element, { message, severity }: PreviewProblem): void {
  const previous = spot.getAttribute('data-message');
  const all = previous === null ? message : `${previous}\n${message}`;
  spot.classList.add('galley-mark', `galley-mark-${severity}`);
  if (!spot.matches('mark, a, img')) spot.classList.add('galley-mark-block');
  spot.setAttribute('data-message', all);
  spot.setAttribute('aria-description', all);
  if (spot.matches('img')) spot.setAttribute('title', all);
  if (!spot.matches('a')) spot.setAttribute('tabindex', '0');
}
