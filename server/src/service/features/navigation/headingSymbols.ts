import type { Site } from '../../site/model/site.ts';
import type { Snapshot } from '../../site/model/snapshot.ts';
import { analyzePost } from '../../site/model/snapshot.ts';
import { anchorHeadings } from '../../syntax/structure/headings.ts';
import type { Document } from '../../text/document.ts';
import { finishInSlices } from '../../text/steps.ts';
import type { Context } from '../context.ts';
import { readDocument } from '../links/linkTarget.ts';
import type { WorkspaceSymbol } from '../results.ts';

/** How many posts are read for one query; a longer query finds the others. */
const maxPosts = 40;

/**
 * Headings of all posts that contain the query, which is in lower case. The outlines of posts say which ones to read.
 */
export async function headingSymbols(context: Context, wanted: string): Promise<WorkspaceSymbol[]> {
  if (wanted === '') return [];
  const { snapshot } = context;
  const candidates = snapshot.sites
    .flatMap((site) => findPostsWithId(site, wanted))
    .sort((a, b) => a.rank - b.rank || (a.path < b.path ? -1 : 1));
  const found = await Promise.all(
    candidates.slice(0, maxPosts).map(async ({ uri, path }) => {
      const document = await readDocument(context, uri);
      if (!document) return [];
      await finishInSlices(analyzePost(snapshot, document).parseInSteps(), context.scheduler);
      return findHeadings(snapshot, document, path, wanted);
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

function findPostsWithId(site: Site, wanted: string): Candidate[] {
  const { ids, autoIds } = site.generator.dialect.headings;
  const id = autoIds === 'always' ? ids.idOf(wanted) : '';
  if (id === '') return [];
  const holding = [...site.posts.values()].filter(({ outline }) => outline.ids.includes(id));
  return holding.map(({ uri, path, outline }) => ({ uri, path, rank: outline.ids.includes(`\n${id}\n`) ? 0 : 1 }));
}

function findHeadings(snapshot: Snapshot, document: Document, container: string, wanted: string): WorkspaceSymbol[] {
  return anchorHeadings(analyzePost(snapshot, document).syntax)
    .filter(({ heading }) => heading.text.toLowerCase().includes(wanted))
    .map(({ heading, textRange }) => ({
      name: heading.text,
      kind: 'heading',
      uri: document.uri,
      container,
      place: { document, range: textRange, fullRange: heading.range },
    }));
}
