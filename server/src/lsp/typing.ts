import type { OpenPost, Problem } from '../service/index.ts';

/** How far behind the end of a problem the caret may still be in what is being typed: the longest address, say. */
const maxUnfinishedLength = 2000;

/** A place in an open document. */
export interface Caret {
  /** Canonical. */
  readonly uri: string;
  /** UTF-16 code units. */
  readonly offset: number;
}

/**
 * Knows where the writer types: the construct under the caret is not finished, so its problems wait until the caret
 * leaves it.
 */
export class Typing {
  private caret: Caret | undefined;
  private spared: readonly Problem[] = [];

  /** Whether something is being typed in a document (its canonical URI). */
  isIn(uri: string): boolean {
    return this.caret?.uri === uri;
  }

  /** A document was edited, with the caret behind the new text; without it, nobody knows where it is. */
  onEdit(caret: Caret | undefined): void {
    this.caret = caret;
    this.spared = [];
  }

  /**
   * The caret moved, or (without an offset) left the document. Returns whether problems are due that waited. Once it has
   * left what was typed, it does not matter any more: who goes back to a problem wants to see it.
   */
  onMove(post: OpenPost, offset: number | undefined): boolean {
    if (this.caret?.uri !== post.document.uri || offset === this.caret.offset) return false;
    const isStillTyped = offset !== undefined && this.spared.some((each) => isUnderCaret(each, post, offset));
    if (isStillTyped) return false;
    const isDue = this.spared.length > 0 || (post.head.frontMatter?.errors.length ?? 0) > 0;
    this.onEdit(undefined);
    return isDue;
  }

  /** The problems of a document without those of what is being typed. */
  withoutUnfinished(post: OpenPost, problems: readonly Problem[]): readonly Problem[] {
    if (this.caret?.uri !== post.document.uri) return problems;
    const { offset } = this.caret;
    this.spared = problems.filter((problem) => isUnderCaret(problem, post, offset));
    return problems.filter((problem) => !this.spared.includes(problem));
  }
}

/**
 * Whether a problem is one of the construct at an offset: the offset is in it, or no white space parts the two, as in
 * `[text][`. In front matter a line is what is being typed, and an error of its syntax may stand on another one.
 */
function isUnderCaret({ range, rule }: Problem, { document, syntax }: OpenPost, offset: number): boolean {
  const { frontMatter } = syntax;
  if (frontMatter && offset > frontMatter.range.start && offset < frontMatter.range.end) {
    if (rule === 'front-matter-syntax') return true;
    const { line } = document.positionAt(offset);
    return document.positionAt(range.start).line <= line && document.positionAt(range.end).line >= line;
  }
  if (range.start >= offset || offset > range.end + maxUnfinishedLength) return false;
  return offset <= range.end || !/\s/.test(document.text.slice(range.end, offset));
}
