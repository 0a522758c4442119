import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as service from '../../server/src/service/index.ts';
import { parseTxtar, root, readSites } from '../support/site.ts';
import { createAnalysis } from '../support/check.ts';

/** Whether a web server that shows the folder an engine wrote finds something, for a link on the page `own`. */
export function isServed(out: string, href: string, own: string): boolean {
  const { pathname } = new URL(href, `http://host${own}`);
  const path = decodeURIComponent(pathname);
  return [path, `${path}.html`, `${path}/index.html`].some(
    (each) => /\/[^/]*\.[^/]+$/.test(each) && existsSync(join(out, each)),
  );
}

/** The lines of a file of a txtar text, from 1, on which one of these rules reports something. */
export async function listReportedLines(
  txtar: string,
  file: string,
  ...rules: readonly string[]
): Promise<Set<number>> {
  const text = parseTxtar(txtar).get(file)!;
  const uri = `${root}/${file}`;
  const snapshot = service.withDocument(
    service.withSites(service.emptySnapshot, await readSites(txtar)),
    new service.Document(uri, 1, text),
  );
  const found = service.finish(createAnalysis(snapshot).problems(uri));
  return new Set(
    found.filter(({ rule }) => rules.includes(rule)).map(({ range }) => text.slice(0, range.start).split('\n').length),
  );
}
