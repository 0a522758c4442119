import type { PostChange, Refusal } from '../../../../protocol/index.ts';
import { toPostSource } from '../../../site/model/site.ts';
import { analyzePost, findSite } from '../../../site/model/snapshot.ts';
import { Document } from '../../../text/document.ts';
import { applyEdits } from '../../../text/edit.ts';
import { join, relative } from '../../../text/uri.ts';
import type { Outcome, PostChangeContext } from './changeContext.ts';
import { planCopies } from './copies.ts';
import { isEditable, publicationAfter, toMove, getTimeZone } from './changeContext.ts';
import { copyPost, renamePost, setDate } from './name.ts';
import { publicationOfNewFile, addNewFile } from './newFile.ts';
import { publish, schedule, unpublish } from './publish.ts';
import type { Context } from '../../context.ts';
import type { PostPlan } from '../../results.ts';

/** Plans one change of a post as moves of files and edits of its text, or returns the refusal. */
export function planChange(context: Context, document: Document, change: PostChange): PostPlan | Refusal {
  const changeContext = createChangeContext(context, document);
  if ('refusal' in changeContext) return changeContext;
  if (change.kind === 'duplicate') return duplicatePost(context, changeContext, change.title);
  const outcome = planOutcome(changeContext, change);
  return 'refusal' in outcome ? outcome : toPlan(changeContext, outcome);
}

function planOutcome(
  changeContext: PostChangeContext,
  change: Exclude<PostChange, { kind: 'duplicate' }>,
): Outcome | Refusal {
  if (change.kind === 'publish') return publish(changeContext, undefined);
  if (change.kind === 'schedule') return schedule(changeContext, change.when);
  if (change.kind === 'unpublish') return unpublish(changeContext);
  return change.kind === 'setDate' ? setDate(changeContext) : renamePost(changeContext, change.title);
}

function createChangeContext({ snapshot, environment }: Context, document: Document): PostChangeContext | Refusal {
  const open = analyzePost(snapshot, document);
  const { site, post } = open;
  if (!site || !post) return { refusal: 'This document is not a post of a site that Galley knows.' };
  if (!isEditable(open.head.frontMatter))
    return { refusal: `The front matter of ${post.path} cannot be read: mend it first, then try again.` };
  const publication = site.generator.getPublication(toPostSource(site, post), environment);
  return { open, site, post, publication, environment, zone: getTimeZone(site, environment) };
}

function toPlan(changeContext: PostChangeContext, outcome: Outcome): PostPlan | Refusal {
  const { site, post, open } = changeContext;
  const moves = post.path === outcome.path ? [] : toMoves(changeContext, outcome.path);
  const taken = moves.find(({ to }) => isTaken(changeContext, to));
  if (taken) return { refusal: `${taken.to} exists already, so the post stays as it is.` };
  const { state, url = null } = publicationAfter(changeContext, outcome);
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
function toMoves({ site, post }: PostChangeContext, path: string): Move[] {
  const [from, to] = toMove(post.path, path);
  if (from !== post.path) return [{ from, to }];
  const [own, its] = [post.path, path].map((each) => each.replace(/\.[^./]+$/, '')) as [string, string];
  const hasFolder = site.generator.publishing.folders?.hasAssetFolders === true && site.siteView.hasFolder(own);
  return [{ from: post.path, to: path }, ...(hasFolder ? [{ from: own, to: its }] : [])];
}

function isTaken({ site: { siteView } }: PostChangeContext, path: string): boolean {
  return siteView.hasFile(path) || siteView.hasFolder(path);
}

/** A new text as a draft; undefined where it is one already or the site has no drafts. */
export function toDraft(
  context: Context,
  document: Document,
): { readonly path: string; readonly text: string } | undefined {
  const { snapshot } = context;
  const site = findSite(snapshot, document.uri);
  const path = site && relative(site.root, document.uri);
  const sites =
    path === undefined
      ? snapshot.sites
      : snapshot.sites.map((each) => (each === site ? addNewFile(site, path, document.text) : each));
  const changeContext = createChangeContext({ ...context, snapshot: { ...snapshot, sites } }, document);
  if ('refusal' in changeContext) return undefined;
  const outcome = unpublish(changeContext);
  return 'refusal' in outcome ? undefined : { path: outcome.path, text: applyEdits(document.text, outcome.edits) };
}

/** A copy under another title, a draft where the site has drafts. */
function duplicatePost(context: Context, changeContext: PostChangeContext, title: string): PostPlan | Refusal {
  const { site, open } = changeContext;
  const trimmed = title.trim();
  if (trimmed === '') return { refusal: 'A post needs a title.' };
  const { path, edits } = copyPost(changeContext, trimmed);
  const text = applyEdits(open.document.text, edits);
  const copy = toDraft(context, new Document(join(site.root, path), 0, text)) ?? { path, text };
  const copies = planCopies(changeContext, copy.path);
  const taken = [copy.path, ...copies.map(({ uri }) => relative(site.root, uri) ?? '')].find((each) =>
    isTaken(changeContext, each),
  );
  if (taken !== undefined) return { refusal: `${taken} exists already: choose another title.` };
  const { state, url = null } = publicationOfNewFile(site, copy.path, copy.text, changeContext.environment);
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
