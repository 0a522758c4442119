import type { PostChange, Refusal } from '../../../../protocol/index.ts';
import { sourceOf } from '../../../site/model/site.ts';
import { beheld, siteOf } from '../../../site/model/snapshot.ts';
import { Document } from '../../../text/document.ts';
import { applyEdits } from '../../../text/edit.ts';
import { join, relative } from '../../../text/uri.ts';
import type { Outcome, Subject } from './draft.ts';
import { copiesBeside } from './beside.ts';
import { isSound, judged, movedTop, zoneOf } from './draft.ts';
import { copied, rename, setDate } from './name.ts';
import { judgedAt, siteWith } from './newFile.ts';
import { publish, schedule, unpublish } from './publish.ts';
import type { Context } from '../../context.ts';
import type { PostPlan } from '../../results.ts';

/** Plans one change of a post as moves of files and edits of its text, that take it from one sound state to the next; or says why not. */
export function planChange(context: Context, document: Document, change: PostChange): PostPlan | Refusal {
  const subject = subjectOf(context, document);
  if ('refusal' in subject) return subject;
  if (change.kind === 'duplicate') return duplicate(context, subject, change.title);
  const outcome = outcomeOf(subject, change);
  return 'refusal' in outcome ? outcome : planned(subject, outcome);
}

function outcomeOf(subject: Subject, change: Exclude<PostChange, { kind: 'duplicate' }>): Outcome | Refusal {
  if (change.kind === 'publish') return publish(subject, undefined);
  if (change.kind === 'schedule') return schedule(subject, change.when);
  if (change.kind === 'unpublish') return unpublish(subject);
  return change.kind === 'setDate' ? setDate(subject) : rename(subject, change.title);
}

function subjectOf({ snapshot, environment }: Context, document: Document): Subject | Refusal {
  const open = beheld(snapshot, document);
  const { site, post } = open;
  if (!site || !post) return { refusal: 'This document is not a post of a site that Galley knows.' };
  if (!isSound(open.syntax.frontMatter))
    return { refusal: `The front matter of ${post.path} cannot be read: mend it first, then try again.` };
  const publication = site.generator.publication(sourceOf(site, post), environment);
  return { open, site, post, publication, environment, zone: zoneOf(site, environment) };
}

function planned(subject: Subject, outcome: Outcome): PostPlan | Refusal {
  const { site, post, open } = subject;
  const moves = post.path === outcome.path ? [] : movesOf(subject, outcome.path);
  const taken = moves.find(({ to }) => isTaken(subject, to));
  if (taken) return { refusal: `${taken.to} exists already, so the post stays as it is.` };
  const { state, url = null } = judged(subject, outcome);
  return {
    uri: join(site.root, outcome.path),
    path: outcome.path,
    url,
    state,
    moves: moves.map(({ from, to }) => ({ from: join(site.root, from), to: join(site.root, to) })),
    document: open.document,
    edits: outcome.edits,
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
  const hasFolder = site.generator.publishing.folders?.ownFolders === true && site.siteView.hasFolder(own);
  return [{ from: post.path, to: path }, ...(hasFolder ? [{ from: own, to: its }] : [])];
}

function isTaken({ site: { siteView } }: Subject, path: string): boolean {
  return siteView.has(path) || siteView.hasFolder(path);
}

/** A text that is about to become a post, as a draft; undefined where it is one already or the site knows none. */
export function asDraft(
  context: Context,
  document: Document,
): { readonly path: string; readonly text: string } | undefined {
  const { snapshot } = context;
  const site = siteOf(snapshot, document.uri);
  const path = site && relative(site.root, document.uri);
  const sites =
    path === undefined
      ? snapshot.sites
      : snapshot.sites.map((each) => (each === site ? siteWith(site, path, document.text) : each));
  const subject = subjectOf({ ...context, snapshot: { ...snapshot, sites } }, document);
  if ('refusal' in subject) return undefined;
  const outcome = unpublish(subject);
  return 'refusal' in outcome ? undefined : { path: outcome.path, text: applyEdits(document.text, outcome.edits) };
}

/** A copy under another title, a draft where the site has drafts. */
function duplicate(context: Context, subject: Subject, title: string): PostPlan | Refusal {
  const { site, open } = subject;
  const trimmed = title.trim();
  if (trimmed === '') return { refusal: 'A post needs a title.' };
  const { path, edits } = copied(subject, trimmed);
  const text = applyEdits(open.document.text, edits);
  const copy = asDraft(context, new Document(join(site.root, path), 0, text)) ?? { path, text };
  const copies = copiesBeside(subject, copy.path);
  const taken = [copy.path, ...copies.map(({ uri }) => relative(site.root, uri) ?? '')].find((each) =>
    isTaken(subject, each),
  );
  if (taken !== undefined) return { refusal: `${taken} exists already: choose another title.` };
  const { state, url = null } = judgedAt(site, copy.path, copy.text, subject.environment);
  return {
    uri: join(site.root, copy.path),
    path: copy.path,
    url,
    state,
    moves: [],
    document: open.document,
    edits: [],
    created: copy.text,
    copies,
  };
}
