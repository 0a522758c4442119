import type { Environment, PostRow, Workspace } from '../service/index.ts';
import { Analysis, emptySnapshot, immediately, join, readSite, relative, withSites } from '../service/index.ts';
import { printConfigurationProblems } from './configurationProblems.ts';
import type { Output } from './output.ts';
import { placesOf } from './places.ts';
import type { Look } from './report.ts';
import { prettyPost } from './report.ts';
import type { PostsOptions } from './usage.ts';

/** Prints one line for each post below the path; gives the exit code. */
export async function listPosts(
  options: PostsOptions,
  workspace: Workspace,
  environment: Environment,
  output: Output,
  look: Look,
): Promise<0> {
  let count = 0;
  for (const { site: found, folders, files } of await placesOf(workspace, [options.path])) {
    const site = await readSite(found, workspace, immediately);
    const analysis = new Analysis(withSites(emptySnapshot, [site]), {
      files: workspace,
      environment,
      scheduler: immediately,
    });
    await printConfigurationProblems(analysis);
    for (const row of analysis.posts()) {
      const uri = join(site.root, row.file);
      if (!files.has(uri) && ![...folders].some((folder) => relative(folder, uri) !== undefined)) continue;
      count++;
      await output.line(options.format === 'json' ? jsonPost(row) : prettyPost(row, look));
    }
  }
  if (options.format === 'pretty')
    await output.line(count === 0 ? 'No posts found.' : `${count} post${count === 1 ? '' : 's'}.`);
  await output.flush();
  return 0;
}

function jsonPost({ file, title, date, collection, state, url, reasons }: PostRow): string {
  return JSON.stringify({ file, title, date, collection, state, url, reasons });
}
