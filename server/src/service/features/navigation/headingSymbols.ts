import type { Site } from '../../site/model/site.ts';
import type { Snapshot } from '../../site/model/snapshot.ts';
import { beheld } from '../../site/model/snapshot.ts';
import { anchored } from '../../syntax/structure/headings.ts';
import type { Document } from '../../text/document.ts';
import type { Context } from '../context.ts';
import { documentAt } from '../links/linkTarget.ts';
import type { WorkspaceSymbol } from '../results.ts';

/** Posts whose texts are read for one question: more answers nobody reads, and the next letter brings others. */
const mostPosts = 40;

/** Headings of all posts that hold what was typed, given in lower case. The outlines of posts tell which ones to read; texts are not kept. */
export async function headingSymbols(context: Context, wanted: string): Promise<WorkspaceSymbol[]> {
  if (wanted === '') return [];
  const { snapshot } = context;
  const candidates = snapshot.sites
    .flatMap((site) => postsWithId(site, wanted))
    .sort((a, b) => a.rank - b.rank || (a.path < b.path ? -1 : 1));
  const found = await Promise.all(
    candidates.slice(0, mostPosts).map(async ({ uri, path }) => {
      const document = await documentAt(context, uri);
      return document ? headingsIn(snapshot, document, path, wanted) : [];
    }),
  );
  return found.flat();
}

interface Candidate {
  readonly uri: string;
  readonly path: string;
  /** 0 where a heading is just what was typed. */
  readonly rank: 0 | 1;
}

function postsWithId(site: Site, wanted: string): Candidate[] {
  const { ids, haveIds } = site.generator.dialect.headings;
  const id = haveIds === 'always' ? ids.idOf(wanted) : '';
  if (id === '') return [];
  const holding = [...site.posts.values()].filter(({ outline }) => outline.ids.includes(id));
  return holding.map(({ uri, path, outline }) => ({ uri, path, rank: outline.ids.includes(`\n${id}\n`) ? 0 : 1 }));
}

function headingsIn(snapshot: Snapshot, document: Document, container: string, wanted: string): WorkspaceSymbol[] {
  return anchored(beheld(snapshot, document).syntax)
    .filter(({ heading }) => heading.text.toLowerCase().includes(wanted))
    .map(({ heading, textRange }) => ({
      name: heading.text,
      kind: 'heading',
      uri: document.uri,
      container,
      place: { document, range: textRange, fullRange: heading.range },
    }));
}
