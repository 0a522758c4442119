import type { PreviewHead } from '../../../../server/src/protocol/index.ts';
import { createElement } from './element.ts';
import * as l10n from './l10n.ts';

/** How many characters services show of a title and a description. */
const maxTitleLength = 60;
const maxDescriptionLength = 160;

/** Creates the card that services show for a link to the post, with what they will cut. */
export function createShareCard(head: PreviewHead, article: Element): HTMLElement {
  const description =
    head.description ??
    getExcerptBlocks(article)
      .map((block) => block.textContent ?? '')
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
  const section = createElement('section', 'galley-share');
  section.setAttribute('aria-label', l10n.t('Share card'));
  const card = createElement('div', 'galley-card');
  if (head.image !== undefined) card.append(createImage(head.image));
  else card.append(createElement('div', 'galley-no-image', l10n.t('No image')));
  const words = createElement('div', 'galley-card-text');
  words.append(
    createElement('p', 'galley-card-host', head.host ?? l10n.t('your site')),
    createElement('p', 'galley-card-title', truncate(head.title ?? l10n.t('Untitled'), maxTitleLength)),
    createElement('p', 'galley-card-description', truncate(description, maxDescriptionLength)),
  );
  card.append(words);
  section.append(card, createFacts(head, description));
  return section;
}

/** Lists what services will cut or miss. */
function createFacts({ title, description, image }: PreviewHead, shown: string): HTMLElement {
  const noDescription = l10n.t(
    'No description in the front matter: services take the first words of the article, or none.',
  );
  const noImage = l10n.t('No image in the front matter: most services show a small card without one.');
  const list = createElement('ul', 'galley-facts');
  list.append(
    createLengthFact(l10n.t('Title'), title ?? '', maxTitleLength),
    description === undefined
      ? createElement('li', 'galley-warn', noDescription)
      : createLengthFact(l10n.t('Description'), shown, maxDescriptionLength),
    image === undefined
      ? createElement('li', 'galley-warn', noImage)
      : createElement('li', '', l10n.t('Image: {0}', image)),
  );
  return list;
}

/** Creates the post as a list of posts shows it: title, date and excerpt. */
export function createExcerptCard(head: PreviewHead, article: Element): HTMLElement {
  const section = createElement('section', 'galley-excerpt');
  section.setAttribute('aria-label', l10n.t('Excerpt in a list'));
  section.append(createElement('h2', '', head.title ?? l10n.t('Untitled')));
  if (head.date !== undefined) section.append(createElement('p', 'galley-byline', head.date));
  for (const block of getExcerptBlocks(article)) section.append(removePlace(block.cloneNode(true) as Element));
  section.append(createElement('p', 'galley-more', l10n.t('Read more')));
  return section;
}

/** The blocks before the author's mark of the excerpt's end, else the first paragraph. */
function getExcerptBlocks(article: Element): Element[] {
  const blocks = [...article.children];
  const end = blocks.findIndex((block) => block.matches('.galley-cut') || block.querySelector('.galley-cut'));
  if (end >= 0) return blocks.slice(0, end);
  const first = blocks.find((block) => block.matches('p'));
  return first ? [first] : [];
}

/** Removes ids and line numbers from a copy, which is no place to scroll to. */
function removePlace(block: Element): Element {
  for (const each of [block, ...block.querySelectorAll('*')]) {
    each.removeAttribute('id');
    each.removeAttribute('data-line');
  }
  return block;
}

function createImage(source: string): HTMLElement {
  const image = createElement('img');
  image.setAttribute('data-src', source);
  image.setAttribute('alt', '');
  return image;
}

function truncate(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest).trimEnd()}…`;
}

function createLengthFact(what: string, text: string, longest: number): HTMLElement {
  const isLong = text.length > longest;
  const fact = isLong
    ? l10n.t('{0}: {1} characters, cut after about {2}', what, text.length, longest)
    : l10n.t('{0}: {1} characters', what, text.length);
  return createElement('li', isLong ? 'galley-warn' : '', fact);
}
