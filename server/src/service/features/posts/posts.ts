import type { Environment } from '../../generators/contract/model.ts';
import type { Site } from '../../site/model/site.ts';
import { toPostSource } from '../../site/model/site.ts';
import type { Context } from '../context.ts';
import type { PostRow } from '../results.ts';

/** All posts, those of a site together, the newest first and undated ones last; what only a build knows is null. */
export function posts({ snapshot, environment }: Context): PostRow[] {
  return snapshot.sites.flatMap((site) => toRows(site, environment));
}

function toRows(site: Site, environment: Environment): PostRow[] {
  const rows = [...site.posts.values()]
    .filter(({ path }) => isReadable(path, site))
    .map((post) => {
      const { path } = post;
      const publication = site.generator.getPublication(toPostSource(site, post), environment);
      const { title, date = null, collection = null, state, url = null, reasons } = publication;
      return {
        row: { file: path, title, date, collection, state, url, reasons },
        time: date === null ? -Infinity : Date.parse(date),
      };
    });
  return rows.sort((a, b) => b.time - a.time || (a.row.file < b.row.file ? -1 : 1)).map(({ row }) => row);
}

/** Markdown and HTML: what people read. Feeds and lists of data are pages too, and no posts. */
function isReadable(path: string, { generator }: Site): boolean {
  return generator.isMarkdown(path) || /\.x?html?$/i.test(path);
}
