import type { FromPage } from '../messages.ts';

/** Follows links, and takes a click on a block to its line in the editor; a double click goes on typing there. */
export function handleClicks(page: Element, tell: (message: FromPage) => void): void {
  page.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : undefined;
    const link = target?.closest('a[href]');
    if (link) {
      event.preventDefault();
      event.stopPropagation();
      followLink(link.getAttribute('href')!, tell);
    } else if (target && !target.closest('summary, input, button'))
      revealSource(target, event instanceof MouseEvent ? event.detail : 1, tell);
  });
}

function followLink(href: string, tell: (message: FromPage) => void): void {
  if (!href.startsWith('#')) return tell({ type: 'open', href });
  const target = findTarget(href.slice(1));
  if (!target) return;
  target.scrollIntoView({ block: 'center' });
  for (const marked of document.querySelectorAll('.galley-target')) marked.classList.remove('galley-target');
  target.classList.add('galley-target');
}

/** The element of a fragment; sanitizing puts `user-content-` before ids so that they cannot shadow the page's own. */
function findTarget(fragment: string): Element | null {
  let name = fragment;
  try {
    name = decodeURIComponent(fragment);
  } catch {
    // A stray percent sign: the fragment is meant as written.
  }
  return document.getElementById(name) ?? document.getElementById(`user-content-${name}`);
}

/** A click that ends a selection of text is no click on the block. */
function revealSource(target: Element, clicks: number, tell: (message: FromPage) => void): void {
  const line = target.closest('[data-line]')?.getAttribute('data-line');
  const isSelecting = clicks === 1 && document.getSelection()?.type === 'Range';
  if (line && !isSelecting && clicks <= 2)
    tell({ type: 'reveal', line: Number(line), focus: clicks === 2 ? 'editor' : 'preview' });
}
