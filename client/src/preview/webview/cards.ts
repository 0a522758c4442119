import type { PreviewHead } from '../../../../server/src/protocol/index.ts';
import { element } from './element.ts';
import * as l10n from './l10n.ts';

/** What services show of a title and a description before they cut, in characters. */
const longestTitle = 60;
const longestDescription = 160;

/** How a link to the post looks when somebody shares it, and what of it will be cut. */
export function shareCard(head: PreviewHead, article: Element): HTMLElement {
  const description =
    head.description ??
    excerptOf(article)
      .map((block) => block.textContent ?? '')
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
  const section = element('section', 'galley-share');
  section.setAttribute('aria-label', l10n.t('Share card'));
  const card = element('div', 'galley-card');
  if (head.image !== undefined) card.append(image(head.image));
  else card.append(element('div', 'galley-no-image', l10n.t('No image')));
  const words = element('div', 'galley-card-text');
  words.append(
    element('p', 'galley-card-host', head.host ?? l10n.t('your site')),
    element('p', 'galley-card-title', cut(head.title ?? l10n.t('Untitled'), longestTitle)),
    element('p', 'galley-card-description', cut(description, longestDescription)),
  );
  card.append(words);
  section.append(card, facts(head, description));
  return section;
}

/** What services will cut or miss. */
function facts({ title, description, image }: PreviewHead, shown: string): HTMLElement {
  const noDescription = l10n.t(
    'No description in the front matter: services take the first words of the article, or none.',
  );
  const noImage = l10n.t('No image in the front matter: most services show a small card without one.');
  const list = element('ul', 'galley-facts');
  list.append(
    length(l10n.t('Title'), title ?? '', longestTitle),
    description === undefined
      ? element('li', 'galley-warn', noDescription)
      : length(l10n.t('Description'), shown, longestDescription),
    image === undefined ? element('li', 'galley-warn', noImage) : element('li', '', l10n.t('Image: {0}', image)),
  );
  return list;
}

/** The post in a list of posts: its title, date and what stands before the excerpt's end. */
export function excerptCard(head: PreviewHead, article: Element): HTMLElement {
  const section = element('section', 'galley-excerpt');
  section.setAttribute('aria-label', l10n.t('Excerpt in a list'));
  section.append(element('h2', '', head.title ?? l10n.t('Untitled')));
  if (head.date !== undefined) section.append(element('p', 'galley-byline', head.date));
  for (const block of excerptOf(article)) section.append(withoutPlace(block.cloneNode(true) as Element));
  section.append(element('p', 'galley-more', l10n.t('Read more')));
  return section;
}

/** The blocks before the author's mark, or else the first paragraph. */
function excerptOf(article: Element): Element[] {
  const blocks = [...article.children];
  const end = blocks.findIndex((block) => block.matches('.galley-cut') || block.querySelector('.galley-cut'));
  if (end >= 0) return blocks.slice(0, end);
  const first = blocks.find((block) => block.matches('p'));
  return first ? [first] : [];
}

/** A copy has no place of its own: no ids, no lines. */
function withoutPlace(block: Element): Element {
  for (const each of [block, ...block.querySelectorAll('*')]) {
    each.removeAttribute('id');
    each.removeAttribute('data-line');
  }
  return block;
}

function image(source: string): HTMLElement {
  const made = element('img');
  made.setAttribute('data-src', source);
  made.setAttribute('alt', '');
  return made;
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest).trimEnd()}…`;
}

function length(what: string, text: string, longest: number): HTMLElement {
  const isLong = text.length > longest;
  const fact = isLong
    ? l10n.t('{0}: {1} characters, cut after about {2}', what, text.length, longest)
    : l10n.t('{0}: {1} characters', what, text.length);
  return element('li', isLong ? 'galley-warn' : '', fact);
}
