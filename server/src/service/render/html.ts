import { foldLabel } from '../dialects/labels.ts';
import type { Syntax } from '../syntax/syntax.ts';
import { longestBody, parse } from '../syntax/syntax.ts';
import type { Labels } from './article.ts';
import { Article } from './article.ts';
import { shownTemplates } from './templates/index.ts';
import type { Knowledge } from './templates/knowledge.ts';
import { onlyFrontMatter } from './templates/knowledge.ts';

/** A post's body as safe HTML, see `Article`. The article of an earlier version makes this one quicker. */
export function toPreviewHtml(syntax: Syntax, knowledge: Knowledge = onlyFrontMatter(syntax.frontMatter?.data ?? {}), article = new Article(syntax.dialect)): string {
  if (syntax.text.length > longestBody) return '<p>This post is too long for a preview.</p>';
  const { draft, isExtended } = shownTemplates(syntax, knowledge);
  return article.html(draft, labelsOf(isExtended ? parse(draft.text, { dialect: syntax.dialect, formats: [] }) : syntax), knowledge.excerptMark);
}

/** Labels that count as defined in a post. */
export function labelsOf(syntax: Syntax): Labels {
  return {
    links: new Set([...syntax.definitions.values()].map(([first]) => foldLabel(first!.label))),
    notes: new Set([...syntax.notes.values()].map(([first]) => foldLabel(first!.label))),
  };
}
