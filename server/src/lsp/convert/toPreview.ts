import type { RenderResult } from '../../protocol/index.ts';
import type { Document, Rendered } from '../../service/index.ts';

/** A preview with its problems in lines. */
export function toPreview(document: Document, rendered: Rendered): RenderResult {
  const problems = rendered.problems.map(({ range, rule, severity, message }) => ({
    line: document.positionAt(range.start).line,
    endLine: document.positionAt(range.end).line,
    text: document.text.slice(range.start, Math.min(range.end, range.start + longestMark)),
    rule,
    severity,
    message,
  }));
  return { ...rendered, problems };
}

/** Longer text of a problem is not searched for in the preview; in UTF-16 code units. */
const longestMark = 500;
