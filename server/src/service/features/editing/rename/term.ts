import type { OpenPost, Snapshot } from '../../../site/model/snapshot.ts';
import type { TermPlace } from '../../../site/frontMatter/termPlaces.ts';
import { removedTerm, renamedTerm, termPlaces } from '../../../site/frontMatter/termPlaces.ts';
import type { Term } from '../../../site/frontMatter/terms.ts';
import { postsWith } from '../../../site/frontMatter/terms.ts';
import { parseFrontMatter } from '../../../syntax/frontMatter/parseFrontMatter.ts';
import { Document } from '../../../text/document.ts';
import { touches } from '../../../text/range.ts';
import type { Workspace } from '../../../text/workspace.ts';
import type { DocumentEdit, RenamePreparation, Target } from '../../results.ts';

/** The tag or category at an offset of a front matter. */
function termAt({ site, syntax, document }: OpenPost, offset: number): TermPlace | undefined {
  const { frontMatter } = syntax;
  if (!site || !frontMatter || frontMatter.errors.length > 0 || !touches(frontMatter.range, offset)) return undefined;
  return termPlaces(frontMatter, document.text, site).find(({ range }) => touches(range, offset));
}

/** Every post's place with the tag or category at an offset; undefined where there is none. */
export async function termReferences(
  snapshot: Snapshot,
  open: OpenPost,
  offset: number,
  files: Workspace,
): Promise<Target[] | undefined> {
  const term = termAt(open, offset);
  if (!term) return undefined;
  const found = await placesOf(term, snapshot, open, files);
  return found.flatMap(({ document, places }) => places.map(({ range }) => ({ document, range, fullRange: range })));
}

/** The tag or category at an offset, to be typed over. */
export function prepareTermRename(open: OpenPost, offset: number): RenamePreparation | undefined {
  const term = termAt(open, offset);
  if (!term) return undefined;
  const isQuoted = /^["']/.test(open.document.text.slice(term.range.start, term.range.end));
  const inner = isQuoted ? { start: term.range.start + 1, end: term.range.end - 1 } : term.range;
  return { range: inner, placeholder: term.name };
}

/**
 * Edits that give the tag or category at an offset another name in every post of the site, or why not. A post that has the new
 * name already loses the old one.
 */
export async function renameTerm(
  snapshot: Snapshot,
  open: OpenPost,
  offset: number,
  newName: string,
  files: Workspace,
): Promise<{ readonly documents: readonly DocumentEdit[] } | { readonly refusal: string } | undefined> {
  const term = termAt(open, offset);
  if (!term) return undefined;
  const name = newName.trim();
  if (name === '' || /[\r\n]/.test(name)) return { refusal: 'A term needs a name on one line.' };
  const found = await placesOf(term, snapshot, open, files);
  const split = /\s/.test(name)
    ? found.find(({ places }) => places.some(({ within }) => within === 'text'))
    : undefined;
  if (split)
    return {
      refusal: `${split.path} has its ${term.taxonomy} as one text with spaces between them, where "${name}" would be several: make it a list first.`,
    };
  return {
    documents: found.map(({ document, places, all }) => {
      const isThere = all.some((each) => each.taxonomy === term.taxonomy && each.name === name) && name !== term.name;
      return {
        document,
        edits: places.map((place) =>
          isThere ? removedTerm(place, document.text) : renamedTerm(place, document.text, name),
        ),
      };
    }),
  };
}

interface Found {
  readonly path: string;
  readonly document: Document;
  readonly places: readonly TermPlace[];
  /** Places of all terms of the post. */
  readonly all: readonly TermPlace[];
}

/** Posts read at one time. */
const atOnce = 16;

async function placesOf(
  term: Term,
  snapshot: Snapshot,
  { site, document, post }: OpenPost,
  files: Workspace,
): Promise<Found[]> {
  const known = postsWith(site!, term);
  // The text in front of the writer counts, also where it has no file yet.
  const posts = post && !site!.posts.has(post.uri) ? [...known, post] : known;
  const found: Found[] = [];
  for (let start = 0; start < posts.length; start += atOnce) {
    const read = posts.slice(start, start + atOnce).map(async ({ uri, path }) => {
      const opened = uri === document.uri ? document : snapshot.open.get(uri)?.document;
      const text = opened?.text ?? (await files.read(uri));
      return text === undefined ? [] : [{ path, document: opened ?? new Document(uri, 0, text) }];
    });
    for (const each of (await Promise.all(read)).flat()) {
      const frontMatter = parseFrontMatter(each.document.text, site!.generator.frontMatterFormats);
      const all =
        frontMatter && frontMatter.errors.length === 0 ? termPlaces(frontMatter, each.document.text, site!) : [];
      const places = all.filter((place) => place.taxonomy === term.taxonomy && place.name === term.name);
      if (places.length > 0) found.push({ ...each, places, all });
    }
  }
  return found;
}
