import type { OpenPost } from '../site/snapshot.ts';
import { namesakes } from './named.ts';
import type { Target } from './results.ts';
import { subjectAt } from './subject.ts';

/** Where the label at an offset is defined, the copy that counts in the dialect, or the heading a link leads to; empty where there is none. */
export function definition({ document, syntax }: OpenPost, offset: number): Target[] {
  const subject = subjectAt(syntax, offset);
  if (!subject) return [];
  if (subject.kind === 'heading') return [{ document, range: subject.target.textRange, fullRange: subject.target.heading.range }];
  const target = namesakes(syntax, subject.named).effective;
  return target ? [{ document, range: target.labelRange, fullRange: target.range }] : [];
}
