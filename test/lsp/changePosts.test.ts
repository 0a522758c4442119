import assert from 'node:assert/strict';
import type { ChangePostsResult, PostChange } from '../../server/src/protocol/index.ts';
import { changePosts } from '../../server/src/protocol/index.ts';
import type { TemporaryFolder } from '../support/client.ts';
import { createTemporaryFolder, TestServer } from '../support/client.ts';

const toPost = (title: string): string => `---\ntitle: ${title}\ndate: 2025-03-01\n---\n`;

const toPaths = ({ posts }: ChangePostsResult): string[] => posts.map(({ path }) => path);

describe('changing several posts', () => {
  let site: TemporaryFolder;
  let server: TestServer;

  beforeEach(async () => {
    site = await createTemporaryFolder({
      '_config.yml': '',
      '_drafts/fog.md': toPost('Fog'),
      '_drafts/rain.md': toPost('Rain'),
      '_drafts/2025-01-02-rain.md': toPost('Rain'),
      '_posts/2025-03-02-snow.md': toPost('Snow'),
    });
    server = await TestServer.start({ folders: [site.uri] });
    await server.ask('workspace/symbol', { query: 'Fog' });
  });

  afterEach(async () => {
    await server.stop();
    await site.remove();
  });

  const askChange = (change: PostChange, ...names: readonly string[]) =>
    server.ask<ChangePostsResult>(changePosts.method, { uris: names.map(site.uriOf), change });
  it('changing several posts is one edit of all that can change, with a sentence for each that cannot', async () => {
    const found = await askChange(
      { kind: 'unpublish' },
      '_posts/2025-03-02-snow.md',
      '_drafts/fog.md',
      '_posts/2025-03-02-snow.md',
      '_posts/gone.md',
    );
    assert.deepEqual(toPaths(found), ['_drafts/snow.md']);
    assert.deepEqual(
      found.refusals.map((sentence) => sentence.split('.md')[0]),
      ['_drafts/fog', 'gone'],
    );
    assert.match(found.refusals.join(), /is not on the site already.*is no longer there/);
    assert.equal(JSON.stringify(found.edit).split('"rename"').length, 2);
  });

  it('changing several posts moves no two to one place', async () => {
    const found = await askChange(
      { kind: 'schedule', when: '2099-05-01' },
      '_drafts/fog.md',
      '_drafts/rain.md',
      '_drafts/2025-01-02-rain.md',
    );
    assert.deepEqual(toPaths(found), ['_posts/2099-05-01-fog.md', '_posts/2099-05-01-rain.md']);
    assert.deepEqual(found.refusals, ['2099-05-01-rain.md exists already, so the post stays as it is.']);
  });
});
