import type { Site } from '../../site/model/site.ts';
import type { Snapshot } from '../../site/model/snapshot.ts';
import { withDocument } from '../../site/model/snapshot.ts';
import { anchored } from '../../syntax/structure/headings.ts';
import { Document } from '../../text/document.ts';
import type { Workspace } from '../../text/workspace.ts';
import type { HeadingMatch } from '../results.ts';

/** Posts whose texts are read for one question: more answers nobody reads, and the next letter brings others. */
const mostPosts = 40;

/** Headings of all posts that hold what was typed. The outlines of posts tell which ones to read; texts are not kept. */
export async function headingsLike(snapshot: Snapshot, query: string, files: Workspace): Promise<HeadingMatch[]> {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return [];
  const candidates = snapshot.sites
    .flatMap((site) => postsWithId(site, wanted))
    .sort((a, b) => a.rank - b.rank || (a.path < b.path ? -1 : 1));
  const found = await Promise.all(
    candidates.slice(0, mostPosts).map(async ({ uri, path }) => {
      const text = snapshot.open.get(uri)?.document.text ?? (await files.read(uri));
      return text === undefined ? [] : headingsIn(snapshot, new Document(uri, 0, text), path, wanted);
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

function headingsIn(snapshot: Snapshot, document: Document, container: string, wanted: string): HeadingMatch[] {
  const opened = withDocument({ ...snapshot, open: new Map() }, document).open.get(document.uri)!;
  return anchored(opened.syntax)
    .filter(({ heading }) => heading.text.toLowerCase().includes(wanted))
    .map(({ heading, textRange }) => ({
      name: heading.text,
      container,
      document,
      range: textRange,
      fullRange: heading.range,
    }));
}
