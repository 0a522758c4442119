import type { ImagePlace, Insertable, PostChange } from '../../server/src/protocol/index.ts';
import type {
  Environment,
  NewPost,
  PostPlans,
  PostRow,
  Site,
  Snapshot,
  Workspace,
} from '../../server/src/service/index.ts';
import * as service from '../../server/src/service/index.ts';
import { createAnalysis, environment } from './check.ts';
import { parseMarked } from './marked.ts';

/** Answers about a snapshot at a moment. */
export function createAnalysisAt(at: Environment, snapshot: Snapshot, files?: Workspace): service.Analysis {
  return createAnalysis(snapshot, files, { environment: at });
}

/** The folder that the files of a test lie in. */
export const root = 'file:///site';

/** Files of a text in txtar form: `-- path --` heads each file. */
export function parseTxtar(txtar: string): Map<string, string> {
  const parts = txtar.split(/^-- (.+) --\n/m).slice(1);
  const files = new Map<string, string>();
  for (let at = 0; at + 1 < parts.length; at += 2) files.set(parts[at]!, parts[at + 1]!);
  return files;
}

/** A workspace that holds files by their path below `file:///site`; changing the map changes the disk. */
export function createWorkspace(files: ReadonlyMap<string, string>): Workspace {
  return {
    read: async (uri) => files.get(service.relative(root, uri) ?? ''),
    list: async (uri) => {
      const folder = service.relative(root, uri);
      const below = [...files.keys()].filter((path) => folder === '' || path.startsWith(`${folder}/`));
      const inner = below.map((path) => path.slice(folder ? folder.length + 1 : 0));
      const names = new Map(
        inner.map((path) => [path.split('/')[0]!, path.includes('/') ? ('folder' as const) : ('file' as const)]),
      );
      return [...names].map(([name, type]) => ({ name, type }));
    },
  };
}

/** The sites in a txtar text, their posts read. */
export function readSites(txtar: string): Promise<Site[]> {
  return readSitesOf(parseTxtar(txtar));
}

/** The sites in files, their posts read. */
export async function readSitesOf(files: ReadonlyMap<string, string>): Promise<Site[]> {
  const workspace = createWorkspace(files);
  const found = await service.findSites(workspace, [root]);
  return Promise.all(found.map((site) => service.readSite(site, workspace, service.immediately)));
}

/** What `galley posts` lists for a txtar text's first site, by file. */
export async function listRows(txtar: string, at: Environment = environment): Promise<Map<string, PostRow>> {
  const [site] = await readSites(txtar);
  return new Map(listPosts(site!, at).map((row) => [row.file, row]));
}

/** What `galley posts` lists for a site. */
export function listPosts(site: Site, at: Environment = environment): PostRow[] {
  return createAnalysisAt(at, service.withSites(service.emptySnapshot, [site])).posts();
}

/**
 * The new post that a site in a txtar text begins at the place with this label (the first place without one), in a
 * language of the place.
 */
export async function createPost(
  txtar: string,
  title: string,
  label?: string,
  at: Environment = environment,
  kind: 'post' | 'draft' = 'post',
  language?: string,
): Promise<NewPost> {
  const snapshot = service.withSites(service.emptySnapshot, await readSites(txtar));
  const analysis = createAnalysisAt(at, snapshot, createWorkspace(parseTxtar(txtar)));
  const places = analysis.newPostPlaces();
  const place = label === undefined ? places[0] : places.find((each) => each.label === label);
  if (!place) throw new Error(`No place "${label}" among ${places.map((each) => each.label).join(', ')}`);
  return (await analysis.newPost({
    place: place.id,
    title,
    now: at.now,
    ...(kind === 'draft' && { draft: true }),
    ...(language !== undefined && { language }),
  }))!;
}

/**
 * The files of a site after a change of posts, as far as they differ, gone ones undefined; or the first sentence that
 * refuses. Links to them change along where wanted.
 */
export async function changeFiles(
  txtar: string,
  path: string | readonly string[],
  change: PostChange,
  at: Environment = environment,
  links: 'with links' | 'alone' = 'alone',
): Promise<Record<string, string | undefined> | string> {
  const files = parseTxtar(txtar);
  const snapshot = service.withSites(service.emptySnapshot, await readSites(txtar));
  const uris = [path].flat().map((each) => `${root}/${each}`);
  const plans = await createAnalysisAt(at, snapshot, createWorkspace(files)).changePosts({
    uris,
    change,
    ...(links === 'alone' && { isDryRun: true }),
  });
  const [refused] = plans.refusals;
  if (refused !== undefined) return refused;
  const after = applyPlans(files, plans);
  const names = [...new Set([...files.keys(), ...after.keys()])].filter((name) => files.get(name) !== after.get(name));
  return Object.fromEntries(names.map((name) => [name, after.get(name)]));
}

/** Files as they are after planned changes. */
export function applyPlans(
  files: ReadonlyMap<string, string>,
  { plans, others }: Pick<PostPlans, 'plans' | 'others'>,
): Map<string, string> {
  const after = new Map(files);
  for (const { document, edits } of [...plans, ...others])
    after.set(service.relative(root, document.uri)!, service.applyEdits(document.text, edits));
  for (const { from, to } of plans.flatMap(({ moves }) => moves))
    moveFiles(after, service.relative(root, from)!, service.relative(root, to)!);
  for (const { uri, created } of plans) if (created !== undefined) after.set(service.relative(root, uri)!, created);
  for (const { from, uri } of plans.flatMap(({ copies = [] }) => copies))
    after.set(service.relative(root, uri)!, files.get(service.relative(root, from)!)!);
  return after;
}

function moveFiles(files: Map<string, string>, from: string, to: string): void {
  for (const [path, text] of Array.from(files)) {
    if (path !== from && !path.startsWith(`${from}/`)) continue;
    files.delete(path);
    files.set(to + path.slice(from.length), text);
  }
}

/**
 * A post of a site after something was put in at its caret `<|>` or for the range `<| … |>`: the text with `<|>` where
 * the caret is then, a snippet as it is, or the refusal.
 */
export async function insert(
  txtar: string,
  path: string,
  what: Insertable,
  at: Environment = environment,
): Promise<string> {
  const files = parseTxtar(txtar);
  const found = parseMarked(files.get(path)!);
  const { text, ranges } = found;
  const selection = ranges[0] ?? { start: found.cursor, end: found.cursor };
  files.set(path, text);
  const sites = await readSites([...files].map(([name, content]) => `-- ${name} --\n${content}`).join(''));
  const uri = `${root}/${path}`;
  const snapshot = service.withDocument(
    service.withSites(service.emptySnapshot, sites),
    new service.Document(uri, 1, text),
  );
  const result = (await createAnalysisAt(at, snapshot, createWorkspace(files)).insert(uri, selection, what))!;
  if ('refusal' in result) return result.refusal;
  if (result.snippet) return service.applyEdits(text, [{ range: result.snippet.range, newText: result.snippet.text }]);
  const after = service.applyEdits(text, result.edits);
  return result.caret === undefined ? after : `${after.slice(0, result.caret)}<|>${after.slice(result.caret)}`;
}

/** Where images of these names go that are added to a post of a site in a txtar text, or the refusal. */
export async function findImagePlaces(
  txtar: string,
  path: string,
  names: readonly string[],
  naming: 'proposed' | 'chosen' = 'proposed',
): Promise<readonly ImagePlace[] | string> {
  const files = parseTxtar(txtar);
  const uri = `${root}/${path}`;
  const snapshot = service.withDocument(
    service.withSites(service.emptySnapshot, await readSites(txtar)),
    new service.Document(uri, 1, files.get(path)!),
  );
  const places = (await createAnalysis(snapshot, createWorkspace(files)).imagePlaces(uri, names, naming))!;
  return 'refusal' in places ? places.refusal : places;
}
