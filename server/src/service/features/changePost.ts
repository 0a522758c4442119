import type { Environment } from '../generators/generator.ts';
import { publicationIn } from '../site/publication.ts';
import { sourceOf } from '../site/site.ts';
import type { OpenPost, Snapshot } from '../site/snapshot.ts';
import { siteOf, withDocument } from '../site/snapshot.ts';
import { outlineOf } from '../syntax/frontMatter/outline.ts';
import { parseFrontMatter } from '../syntax/frontMatter/parseFrontMatter.ts';
import { Document } from '../text/document.ts';
import { applyEdits } from '../text/edit.ts';
import { join, relative } from '../text/uri.ts';
import type { Outcome, Refusal, Subject } from './changePost/draft.ts';
import { copiesBeside } from './changePost/beside.ts';
import { isSound, judged, movedTop, zoneOf } from './changePost/draft.ts';
import { copied, rename, setDate } from './changePost/name.ts';
import { judgedAt, siteWith } from './changePost/newFile.ts';
import { publish, schedule, unpublish } from './changePost/publish.ts';
import type { Search } from './links/inbound.ts';
import { move } from './move/index.ts';
import type { PostChange, PostPlan } from './results.ts';

/** Plans one change of a post as moves of files and edits of its text, that take it from one sound state to the next; or says why not. */
export function changePost(snapshot: Snapshot, document: Document, change: PostChange, environment: Environment): PostPlan | Refusal {
  const subject = subjectOf(snapshot, document, environment);
  if ('refusal' in subject) return subject;
  if (change.kind === 'duplicate') return duplicate(snapshot, subject, change.title);
  const outcome = outcomeOf(subject, change);
  return 'refusal' in outcome ? outcome : planned(subject, outcome);
}

/** A planned change with what must change along with it: links to and from what moves, and a redirect where the site has those. */
export async function withLinks(snapshot: Snapshot, plan: PostPlan, environment: Environment, search: Search): Promise<PostPlan> {
  const site = siteOf(snapshot, plan.document.uri);
  const post = site?.posts.get(plan.document.uri);
  if (!site || !post || plan.created !== undefined) return plan;
  if (plan.moves.length === 0 && publicationIn(site, post, environment).url === (plan.url ?? undefined)) return plan;
  const text = applyEdits(plan.document.text, plan.edits);
  const frontMatter = outlineOf(parseFrontMatter(text, site.generator.frontMatterFormats), text);
  const found = await move(snapshot, plan.moves, environment, search, { uri: post.uri, frontMatter });
  const own = found.filter(({ document }) => document.uri === plan.document.uri).flatMap(({ edits }) => edits);
  return { ...plan, edits: [...plan.edits, ...own], others: found.filter(({ document }) => document.uri !== plan.document.uri) };
}

function outcomeOf(subject: Subject, change: Exclude<PostChange, { kind: 'duplicate' }>): Outcome | Refusal {
  if (change.kind === 'publish') return publish(subject, undefined);
  if (change.kind === 'schedule') return schedule(subject, change.when);
  if (change.kind === 'unpublish') return unpublish(subject);
  return change.kind === 'setDate' ? setDate(subject) : rename(subject, change.title);
}

function subjectOf(snapshot: Snapshot, document: Document, environment: Environment): Subject | Refusal {
  const open = opened(snapshot, document);
  const { site, post } = open;
  if (!site || !post) return { refusal: 'This document is not a post of a site that Galley knows.' };
  if (!isSound(open.syntax.frontMatter)) return { refusal: `The front matter of ${post.path} cannot be read: mend it first, then try again.` };
  const publication = site.generator.publication(sourceOf(site, post), site.configuration, environment);
  return { open, site, post, publication, environment, zone: zoneOf(site, environment) };
}

function opened(snapshot: Snapshot, document: Document): OpenPost {
  return snapshot.open.get(document.uri) ?? withDocument(snapshot, document).open.get(document.uri)!;
}

function planned(subject: Subject, outcome: Outcome): PostPlan | Refusal {
  const { site, post, open } = subject;
  const moves = post.path === outcome.path ? [] : movesOf(subject, outcome.path);
  const taken = moves.find(({ to }) => isTaken(subject, to));
  if (taken) return { refusal: `${taken.to} exists already: nothing was changed.` };
  const { state, url = null } = judged(subject, outcome);
  return {
    uri: join(site.root, outcome.path), path: outcome.path, url, state,
    moves: moves.map(({ from, to }) => ({ from: join(site.root, from), to: join(site.root, to) })),
    document: open.document,
    edits: outcome.edits,
    others: [],
  };
}

interface Move {
  readonly from: string;
  readonly to: string;
}

/** The post's file, or the folder it has to itself, and a folder that goes along. Paths relative to the site root. */
function movesOf({ site, post }: Subject, path: string): Move[] {
  const [from, to] = movedTop(post.path, path);
  if (from !== post.path) return [{ from, to }];
  const [own, its] = [post.path, path].map((each) => each.replace(/\.[^./]+$/, '')) as [string, string];
  const hasFolder = site.generator.publishing.folders?.ownFolders === true && hasFiles(site.files, own);
  return [{ from: post.path, to: path }, ...(hasFolder ? [{ from: own, to: its }] : [])];
}

function isTaken({ site: { files } }: Subject, path: string): boolean {
  return files.has(path) || hasFiles(files, path);
}

function hasFiles(files: ReadonlySet<string>, folder: string): boolean {
  return [...files].some((path) => path.startsWith(`${folder}/`));
}

/** A text that is about to become a post, as a draft; undefined where it is one already or the site knows none. */
export function asDraft(snapshot: Snapshot, document: Document, environment: Environment): { readonly path: string; readonly text: string } | undefined {
  const site = siteOf(snapshot, document.uri);
  const path = site && relative(site.root, document.uri);
  const sites = path === undefined ? snapshot.sites : snapshot.sites.map((each) => (each === site ? siteWith(site, path, document.text) : each));
  const subject = subjectOf({ ...snapshot, sites }, document, environment);
  if ('refusal' in subject) return undefined;
  const outcome = unpublish(subject);
  return 'refusal' in outcome ? undefined : { path: outcome.path, text: applyEdits(document.text, outcome.edits) };
}

/** A copy under another title, a draft where the site has drafts. */
function duplicate(snapshot: Snapshot, subject: Subject, title: string): PostPlan | Refusal {
  const { site, open } = subject;
  const trimmed = title.trim();
  if (trimmed === '') return { refusal: 'A post needs a title.' };
  const { path, edits } = copied(subject, trimmed);
  const text = applyEdits(open.document.text, edits);
  const copy = asDraft(snapshot, new Document(join(site.root, path), 0, text), subject.environment) ?? { path, text };
  const copies = copiesBeside(subject, copy.path);
  const taken = [copy.path, ...copies.map(({ uri }) => relative(site.root, uri) ?? '')].find((each) => isTaken(subject, each));
  if (taken !== undefined) return { refusal: `${taken} exists already: choose another title.` };
  const { state, url = null } = judgedAt(site, copy.path, copy.text, subject.environment);
  return { uri: join(site.root, copy.path), path: copy.path, url, state, moves: [], document: open.document, edits: [], others: [], created: copy.text, copies };
}
