import * as service from '../../server/src/service/index.ts';
import type { Workspace } from '../../server/src/service/index.ts';
import type { Opened } from './check.ts';
import { createAnalysis } from './check.ts';
import { parseMarked } from './marked.ts';

const root = 'file:///blog';

/** A small Jekyll blog about a ferry: two posts that agree in most, one that does not. */
export const ferryBlog: Readonly<Record<string, string>> = {
  '_config.yml': 'title: The Ferry\ntimezone: UTC\npermalink: pretty\n',
  '_posts/2025-03-01-first-crossing.md':
    '---\nlayout: post\ntitle: "First crossing"\ndate: 2025-03-01 08:00:00 +0000\ntags: [winter, crew]\nauthor: Ina # a key of authors.yml\n---\nText.\n',
  '_posts/2025-04-05-new-engine.md':
    '---\nlayout: post\ntitle: "A new engine"\ndate: 2025-04-05 09:30:00 +0000\ntags: [engine, crew]\nauthor: Ina\n# subtitle: shown in lists\n---\nText.\n',
  '_posts/2025-05-10-fog.md':
    '---\nlayout: photo\ntitle: "Fog"\ndate: 2025-05-10 07:15:00 +0000\ntags: [winter]\npinned: true\n---\nText.\n',
};

/** A blog with one more file open, whose text has a caret `<|>`; the file is on the disk too. */
export async function openInBlog(
  source: string,
  path = '_posts/2025-06-01-draft.md',
  files = ferryBlog,
): Promise<Opened & { readonly cursor: number }> {
  const { text, cursor } = source.includes('<|>') ? parseMarked(source) : { text: source, cursor: 0 };
  const workspace = createBlogWorkspace({ ...files, [path]: text });
  const sites = await service.findSites(workspace, [root]);
  const read = await Promise.all(sites.map((site) => service.readSite(site, workspace, service.immediately)));
  const uri = `${root}/${path}`;
  const snapshot = service.withDocument(
    service.withSites(service.emptySnapshot, read),
    new service.Document(uri, 1, text),
  );
  return { snapshot, post: snapshot.open.get(uri)!, uri, analysis: createAnalysis(snapshot, workspace), cursor };
}

function createBlogWorkspace(files: Readonly<Record<string, string>>): Workspace {
  return {
    read: (uri) => Promise.resolve(files[uri.slice(root.length + 1)]),
    list: (uri) => {
      const folder = uri === root ? '' : `${uri.slice(root.length + 1)}/`;
      const below = Object.keys(files)
        .filter((path) => path.startsWith(folder))
        .map((path) => path.slice(folder.length));
      const names = new Map(
        below.map((path) => [path.split('/')[0]!, path.includes('/') ? ('folder' as const) : ('file' as const)]),
      );
      return Promise.resolve([...names].map(([name, type]) => ({ name, type })));
    },
  };
}
