import type { FromPage } from '../messages.ts';

/**
 * Follows links, and reveals the line of a block that is clicked in the editor; a double click moves the focus there.
 */
export function handleClicks(page: Element, send: (message: FromPage) => void): void {
  page.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : undefined;
    const link = target?.closest('a[href]');
    if (link) {
      event.preventDefault();
      event.stopPropagation();
      followLink(link.getAttribute('href')!, send);
    } else if (target && !target.closest('summary, input, button'))
      revealSource(target, event instanceof MouseEvent ? event.detail : 1, send);
  });
}

function followLink(href: string, send: (message: FromPage) => void): void {
  if (!href.startsWith('#')) return send({ type: 'open', href });
  const target = findTarget(href.slice(1));
  if (!target) return;
  target.scrollIntoView({ block: 'center' });
  for (const marked of document.querySelectorAll('.galley-target')) marked.classList.remove('galley-target');
  target.classList.add('galley-target');
}

/**
 * The element of a fragment; sanitizing prefixes ids with `user-content-` so that they cannot shadow the page's own.
 */
function findTarget(fragment: string): Element | null {
  let name = fragment;
  try {
    name = decodeURIComponent(fragment);
  } catch {
    // A stray percent sign: the fragment is meant as written.
  }
  return document.getElementById(name) ?? document.getElementById(`user-content-${name}`);
}

/** Reveals the line of a block, unless the click ended a selection of text. */
function revealSource(target: Element, clicks: number, send: (message: FromPage) => void): void {
  const line = target.closest('[data-line]')?.getAttribute('data-line');
  const isSelecting = clicks === 1 && document.getSelection()?.type === 'Range';
  if (line && !isSelecting && clicks <= 2)
    send({ type: 'reveal', line: Number(line), focus: clicks === 2 ? 'editor' : 'preview' });
}
