import type { PreviewHead } from '../../../../server/src/protocol/index.ts';
import { createElement } from './element.ts';
import * as l10n from './l10n.ts';

/** What the states of a post are called. */
const states: Readonly<Record<string, string>> = {
  draft: l10n.t('Draft'),
  scheduled: l10n.t('Scheduled'),
  expired: l10n.t('Expired'),
  unpublished: l10n.t('Unpublished'),
  skipped: l10n.t('Not on the Site'),
  published: l10n.t('Published'),
};

/** Creates the block above an article: state, title, description, author, date, terms and address. */
export function createHead(head: PreviewHead): HTMLElement {
  const header = createElement('div', 'galley-head');
  const state = states[head.state];
  const line = createElement('p', 'galley-line');
  if (state) line.append(createElement('span', `galley-state galley-state-${head.state}`, state));
  if (head.url !== undefined) line.append(createElement('span', 'galley-url', head.url));
  if (line.childElementCount > 0) header.append(line);
  if (head.reasons.length > 0) header.append(createReasons(head.reasons));
  if (head.title !== undefined) header.append(createElement('h1', '', head.title));
  if (head.description !== undefined) header.append(createElement('p', 'galley-description', head.description));
  const facts = [
    head.author,
    head.date,
    head.readingMinutes === 0 ? undefined : l10n.t('{0} min read', head.readingMinutes),
    head.words === 1 ? l10n.t('1 word') : l10n.t('{0} words', head.words),
  ].filter((fact) => fact !== undefined);
  const byline = createElement('p', 'galley-byline');
  byline.append(...facts.map((fact) => createElement('span', '', fact)));
  header.append(byline);
  if (head.terms.length > 0) header.append(createTerms(head.terms));
  if (head.image !== undefined) header.append(createHero(head.image));
  return header;
}

/** Creates a paragraph of sentences, in which names of files and keys are between back quotes. */
function createReasons(reasons: readonly string[]): HTMLElement {
  const paragraph = createElement('p', 'galley-reasons');
  for (const [index, part] of reasons.join(' ').split('`').entries())
    paragraph.append(index % 2 === 0 ? part : createElement('code', '', part));
  return paragraph;
}

function createHero(source: string): HTMLElement {
  const image = createElement('img', 'galley-hero');
  image.setAttribute('data-src', source);
  image.setAttribute('alt', '');
  return image;
}

function createTerms(terms: readonly string[]): HTMLElement {
  const list = createElement('ul', 'galley-terms');
  list.setAttribute('aria-label', l10n.t('Categories and tags'));
  list.append(...terms.map((term) => createElement('li', '', term)));
  return list;
}
