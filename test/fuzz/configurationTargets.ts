import assert from 'node:assert/strict';
import { generators } from '../../server/src/service/generators/index.ts';
import { createSiteView } from '../../server/src/service/site/model/siteView.ts';
import fc from '../support/property.ts';
import { environment } from '../support/check.ts';
import { configurationFiles } from './configurations.ts';

const siteView = createSiteView(new Set(), new Map(), []);
const paths = ['content/posts/a.md', '_posts/2024-01-01-a.md', 'src/content/blog/a.mdx', 'index.md', 'blog/ü.md'];

/** What holds for every configuration. */
export const configurationTargets = {
  configurations: fc.property(fc.constantFrom(...generators), configurationFiles, (generator, createFiles) => {
    const files = createFiles(generator.configurationFiles);
    const configured = generator.configure(files);
    if (!configured) return;
    for (const { file, offset } of configured.errors)
      assert.ok(offset >= 0 && offset <= (files.get(file)?.length ?? -1), `${offset} is not in ${file}`);
    for (const path of paths) {
      configured.getCollection(path);
      configured.isSkippedFolder(path);
      configured.isOutputFolder(path);
      configured.isSupportFile?.(path);
      configured.getDefaultValues?.(path);
      configured.isMarkdown(path);
      configured.getPublication({ path, frontMatter: undefined, siteView }, environment);
    }
  }),
};
