import type { PostRow } from '../service/index.ts';
import { join } from '../service/index.ts';
import type { CommandContext } from './context.ts';
import type { Omissions } from './omissions.ts';
import { formatPost, noPosts } from './report.ts';
import { toPrintableJson } from './terminal.ts';
import { analyze, selectSites } from './selection.ts';
import { isSelected } from './siteSelection.ts';
import type { PostsOptions } from './usage.ts';

/** Prints one line for each post below the path; returns the exit code. */
export async function listPosts(options: PostsOptions, context: CommandContext): Promise<0 | 2> {
  const { output, style, omissions } = context;
  let count = 0;
  for (const selection of await selectSites([options.path], omissions)) {
    const rows = (await analyze(selection, context)).posts();
    for (const row of rows.filter(({ file }) => isSelected(selection, join(selection.site.root, file)))) {
      count++;
      await output.line(options.format === 'json' ? formatPostAsJson(row) : formatPost(row, style));
    }
    omissions.tell(selection);
  }
  if (options.format === 'pretty') await output.line(formatCountOfPosts(count, omissions));
  await output.flush();
  return omissions.spoil(count) ? 2 : 0;
}

function formatCountOfPosts(count: number, { told }: Omissions): string {
  if (count === 0) return noPosts(told.length === 0 ? 'complete' : 'incomplete');
  return `${count} post${count === 1 ? '' : 's'}.`;
}

function formatPostAsJson({ file, title, date, collection, state, url, reasons }: PostRow): string {
  return toPrintableJson({ file, title, date, collection, state, url, reasons });
}
