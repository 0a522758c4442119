import type { TermOccurrence } from '../../site/frontMatter/termOccurrences.ts';
import { findTermOccurrences } from '../../site/frontMatter/termOccurrences.ts';
import { findPostsWithTerm } from '../../site/frontMatter/terms.ts';
import type { Post, Site } from '../../site/model/site.ts';
import type { OpenPost } from '../../site/model/snapshot.ts';
import { parseFrontMatter } from '../../syntax/frontMatter/parseFrontMatter.ts';
import { Document } from '../../text/document.ts';
import { touches } from '../../text/range.ts';
import { runConcurrently } from '../../text/scheduler.ts';
import type { Context } from '../context.ts';

/** A tag or category in a front matter, with all posts of its site that have it. */
export interface TermAtOffset extends TermOccurrence {
  readonly site: Site;
  /** The post it was found in; undefined for a document that is no page of the site. */
  readonly post: Post | undefined;
}

/** A post with a tag or category. */
export interface TermUse {
  /** Relative to the site root. */
  readonly path: string;
  readonly document: Document;
  /** Where the term is in the document. */
  readonly places: readonly TermOccurrence[];
  /** Places of all terms of the post. */
  readonly all: readonly TermOccurrence[];
}

/** The tag or category at an offset of a front matter. */
export function termAt({ site, post, syntax, document }: OpenPost, offset: number): TermAtOffset | undefined {
  const { frontMatter } = syntax;
  if (!site || !frontMatter || frontMatter.errors.length > 0 || !touches(frontMatter.range, offset)) return undefined;
  const place = findTermOccurrences(frontMatter, document.text, site).find(({ range }) => touches(range, offset));
  return place && { ...place, site, post };
}

/**
 * Every post of the site that has a tag or category, in the order of their paths; last the one it was found in, where
 * that has no file yet.
 */
export async function findTermUses(context: Context, term: TermAtOffset): Promise<TermUse[]> {
  const { snapshot, files, scheduler } = context;
  const { site, post } = term;
  const postsWithFile = findPostsWithTerm(site, term);
  const posts = post && !site.posts.has(post.uri) ? [...postsWithFile, post] : postsWithFile;
  const found = new Map<string, TermUse>();
  await runConcurrently(posts, scheduler, async ({ uri, path }) => {
    const opened = snapshot.open.get(uri)?.document;
    const text = opened?.text ?? (await files.read(uri));
    if (text === undefined) return;
    const document = opened ?? new Document(uri, 0, text);
    const all = findTermPlaces(document, site);
    const places = all.filter((place) => place.taxonomy === term.taxonomy && place.name === term.name);
    if (places.length > 0) found.set(uri, { path, document, places, all });
  });
  return posts.flatMap(({ uri }) => found.get(uri) ?? []);
}

function findTermPlaces({ text }: Document, site: Site): TermOccurrence[] {
  const frontMatter = parseFrontMatter(text, site.generator.frontMatterFormats, site.generator.frontMatterOptions);
  return frontMatter && frontMatter.errors.length === 0 ? findTermOccurrences(frontMatter, text, site) : [];
}
