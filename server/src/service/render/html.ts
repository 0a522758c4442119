import { foldLabel } from '../dialects/labels.ts';
import type { Syntax } from '../syntax/syntax.ts';
import { longestBody } from '../syntax/syntax.ts';
import type { Labels } from './article.ts';
import { Article } from './article.ts';
import { shownTemplates } from './templates.ts';

/**
 * A post's body as safe HTML, see `Article`. The article of an earlier version makes this one quicker.
 */
export function toPreviewHtml(syntax: Syntax, article = new Article(syntax.dialect)): string {
  if (syntax.text.length > longestBody) return '<p>This post is too long for a preview.</p>';
  return article.html(shownTemplates(syntax), labelsOf(syntax));
}

/** Labels that count as defined in a post. */
export function labelsOf(syntax: Syntax): Labels {
  return {
    links: new Set([...syntax.definitions.values()].map(([first]) => foldLabel(first!.label))),
    notes: new Set([...syntax.notes.values()].map(([first]) => foldLabel(first!.label))),
  };
}
