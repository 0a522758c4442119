/** Loads the site's style sheets in place of the preview's own look; none restores that. */
export function applySiteStyle(addresses: readonly string[]): void {
  for (const old of document.querySelectorAll('link.galley-site')) old.remove();
  document.body.classList.toggle('galley-site-style', addresses.length > 0);
  for (const address of addresses) {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.className = 'galley-site';
    link.href = address;
    document.head.append(link);
  }
}
