import type { PostRow } from '../service/index.ts';
import { join } from '../service/index.ts';
import type { CommandContext } from './context.ts';
import { formatPost } from './report.ts';
import { analyze, isSelected, selectSites } from './selection.ts';
import type { PostsOptions } from './usage.ts';

/** Prints one line for each post below the path; returns the exit code. */
export async function listPosts(options: PostsOptions, context: CommandContext): Promise<0> {
  const { output, style } = context;
  let count = 0;
  for (const selection of await selectSites(context.workspace, [options.path])) {
    const rows = (await analyze(selection, context)).posts();
    for (const row of rows.filter(({ file }) => isSelected(selection, join(selection.site.root, file)))) {
      count++;
      await output.line(options.format === 'json' ? formatPostAsJson(row) : formatPost(row, style));
    }
  }
  if (options.format === 'pretty')
    await output.line(count === 0 ? 'No posts found.' : `${count} post${count === 1 ? '' : 's'}.`);
  await output.flush();
  return 0;
}

function formatPostAsJson({ file, title, date, collection, state, url, reasons }: PostRow): string {
  return JSON.stringify({ file, title, date, collection, state, url, reasons });
}
