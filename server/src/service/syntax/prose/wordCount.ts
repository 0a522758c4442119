import { decodeString } from 'micromark-util-decode-string';
import type { WordCount } from '../../../protocol/index.ts';
import { memoizeRecent } from '../../text/memo.ts';
import type { Range } from '../../text/range.ts';
import type { Steps } from '../../text/steps.ts';
import type { Syntax } from '../syntax.ts';
import { visibleText } from './visibleText.ts';

/**
 * How fast people read silently. Words: between the 228 of Trauzettel-Klosinski & Dietz 2012 (IReST) and the 238 of
 * Brysbaert 2019 for English. Characters: what Hugo's `.ReadingTime` takes for Chinese, Japanese and Korean.
 */
const wordsPerMinute = 230;
const charactersPerMinute = 500;

/** A character of a script in which each is counted by itself; the long vowel mark belongs to two scripts and to neither. */
const character = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/gu;

/**
 * A run of a script that writes words without spaces; only a dictionary parts them. It takes time that grows with the
 * square of the run, which hardly ever is longer than a sentence.
 */
const unspacedRun = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u200B]{1,1000}/gu;

/** A URL, or letters and digits with the punctuation that holds a compound, a contraction or a number together. */
const word = /(?:https?:\/\/|www\.)[^\s<>]+|[\p{L}\p{N}\p{M}]+(?:['’.,:@·\u2010\u2011-][\p{L}\p{N}\p{M}]+)*/gu;

/** UTF-16 code units that are counted at a time. */
const partLength = 20_000;

/** Marks of emphasis, and characters without width that part no word: `**un**known` is one word. */
const widthless = /[*_~\u00AD\u200C-\u200D\u2060\uFEFF]/g;

/**
 * Counts what a reader reads of a post, or of ranges of it (offsets, UTF-16 code units): neither front matter nor code,
 * HTML tags, template tags, comments, link destinations, image descriptions and markers of footnotes and lists. In steps.
 */
export function* countWords(syntax: Syntax, ranges: readonly Range[] = []): Steps<WordCount> {
  const visible = yield* visibleText(syntax);
  const { body } = syntax;
  let words = 0;
  let characters = 0;
  for (const { start, end } of ranges.length > 0 ? ranges : [body]) {
    for (const part of findParts(visible, Math.max(start, body.start), Math.max(end, body.start))) {
      const found = countInText(visible.slice(part.start, part.end));
      words += found.words;
      characters += found.characters;
      yield;
    }
  }
  const minutes = words / wordsPerMinute + characters / charactersPerMinute;
  return { words: words + characters, minutes: minutes === 0 ? 0 : Math.max(1, Math.round(minutes)) };
}

/** Parts of a text between two offsets, of whole lines: no word goes on in the next line. */
function* findParts(text: string, from: number, to: number): Generator<Range> {
  for (let start = from; start < to;) {
    const newline = text.indexOf('\n', start + partLength);
    const end = newline < 0 ? to : Math.min(to, newline + 1);
    yield { start, end };
    start = end;
  }
}

function countInText(text: string): { readonly words: number; readonly characters: number } {
  let characters = 0;
  let words = 0;
  const spaced = decodeString(text)
    .replace(widthless, '')
    .replace(character, () => {
      characters++;
      return ' ';
    })
    .replace(unspacedRun, (run) => {
      words += countUnspacedWords(run);
      return ' ';
    });
  return { words: words + (spaced.match(word)?.length ?? 0), characters };
}

/** How many words a run of Thai, Lao, Khmer or Burmese has, by the dictionaries of ICU. */
const countUnspacedWords = memoizeRecent(10_000, (run: string): number => {
  let words = 0;
  for (const { isWordLike } of new Intl.Segmenter('th', { granularity: 'word' }).segment(run)) if (isWordLike) words++;
  return words;
});
