import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { foldLabel } from '../dialects/shared/labels.ts';
import type { Steps } from '../text/steps.ts';
import type { Syntax } from '../syntax/syntax.ts';
import { findPathologicalInput } from '../syntax/parse/pathologicalInput.ts';
import { WorkBudgetExceeded } from '../syntax/parse/workBudget.ts';
import { maxBodyLength, parseInSteps } from '../syntax/syntax.ts';
import type { Labels } from './article.ts';
import { Article } from './article.ts';
import { renderTemplates } from './templates/index.ts';
import type { TemplateContext } from './templates/templateContext.ts';
import { createFrontMatterContext } from './templates/templateContext.ts';

/** Renders a post's body as safe HTML, in steps, see `Article`; passing the article of an earlier version reuses what did not change. What is too long or too deeply nested is returned as its text. */
export function* toPreviewHtml(
  syntax: Syntax,
  context: TemplateContext = createFrontMatterContext(syntax),
  article = new Article(syntax.dialect),
): Steps<string> {
  if (syntax.text.length > maxBodyLength) return '<p>This post is too long for a preview.</p>';
  if (findPathologicalInput(syntax.text).length > 0) return toSourceHtml(syntax);
  try {
    const { source, isExtended } = renderTemplates(syntax, context);
    yield;
    const { dialect, templates } = syntax;
    const extended = isExtended
      ? yield* parseInSteps(
          { text: source.text, frontMatter: undefined, bodyStart: 0 },
          { dialect, formats: [], templates },
        )
      : syntax;
    return yield* article.toHtml(source, findDefinedLabels(extended), context.excerptMarks);
  } catch (error) {
    // The libraries walk trees recursively and overflow the stack on thousands of nested elements: a RangeError.
    if (error instanceof RangeError || error instanceof WorkBudgetExceeded) return toSourceHtml(syntax);
    throw error;
  }
}

/** Returns the source of the body as preformatted text. */
function toSourceHtml({ text, body }: Syntax): string {
  const pre: Element = {
    type: 'element',
    tagName: 'pre',
    properties: {},
    children: [{ type: 'text', value: text.slice(body.start) }],
  };
  return `<p>This post holds more marks in one paragraph, or deeper in one another, than a preview reads, so here is its text.</p>\n${toHtml(pre)}`;
}

/** Returns the labels that are defined in a post. */
export function findDefinedLabels(syntax: Syntax): Labels {
  return {
    links: new Set([...syntax.definitions.values()].map(([first]) => foldLabel(first!.label))),
    footnotes: new Set([...syntax.footnoteDefinitions.values()].map(([first]) => foldLabel(first!.label))),
  };
}
