import assert from 'node:assert/strict';
import * as service from '../../server/src/service/index.ts';
import type { CheckedFile, Site } from '../../server/src/service/index.ts';
import { createAnalysis } from '../support/check.ts';
import fc from '../support/property.ts';
import { createWorkspace, readSitesOf, root } from '../support/site.ts';
import type { Tree } from './trees.ts';
import { tree } from './trees.ts';

function formatChecked(file: CheckedFile): string {
  if (file.status !== 'checked') return `${file.uri} ${file.status}`;
  const problems = file.problems.map(({ range, rule, message }) => `${range.start}-${range.end} ${rule}: ${message}`);
  return [file.uri, ...problems].join('\n');
}

async function checkFiles(analysis: service.Analysis, uris: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for await (const file of analysis.check(uris)) found.push(formatChecked(file));
  return found;
}

function assertUnique(names: readonly string[], what: string): void {
  assert.deepEqual(
    names.filter((name, index) => names.indexOf(name) !== index),
    [],
    what,
  );
}

/** The files of each site are among those that there are, each once. */
function checkSites(sites: readonly Site[], files: Tree): void {
  assertUnique(
    sites.map((site) => site.root),
    'a site is found twice',
  );
  for (const site of sites)
    for (const file of site.files)
      assert.ok(
        files.has(service.relative(root, service.join(site.root, file)) ?? ''),
        `${JSON.stringify(file)} of ${site.root} is no file`,
      );
}

/** What holds for every tree of files. */
export const treeTargets = {
  trees: fc.asyncProperty(tree, async (files) => {
    const sites = await readSitesOf(files);
    checkSites(sites, files);
    const analysis = createAnalysis(service.withSites(service.emptySnapshot, sites), createWorkspace(files));
    for (const site of sites)
      assertUnique(
        createAnalysis(service.withSites(service.emptySnapshot, [site]))
          .posts()
          .map(({ file }) => file),
        'a post is listed twice',
      );
    const uris = analysis.checkableFiles();
    assertUnique(uris, 'a file is checked twice');
    const whole = await checkFiles(analysis, uris);
    for (const [index, uri] of uris.entries())
      assert.deepEqual(await checkFiles(analysis, [uri]), [whole[index]], 'a file alone is checked otherwise');
    await analysis.configurationProblems();
    await analysis.workspaceSymbols('a');
    analysis.newPostPlaces();
    analysis.postFolders();
  }),
};
