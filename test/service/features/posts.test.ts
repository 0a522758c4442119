import assert from 'node:assert/strict';
import { listRows } from '../../support/site.ts';

describe('the list of posts', () => {
  it('a listed post has every field, the newest post first and undated ones last', async () => {
    const rows = await listRows(
      '-- _config.yml --\n-- _posts/2024-05-01-older.md --\n---\ntitle: Older\n---\n-- _posts/2024-05-02-newer.md --\n---\ntitle: Newer\n---\n-- about.md --\n---\ntitle: About\n---\n-- _drafts/idea.md --\n---\ntitle: Idea\n---\n',
    );
    assert.deepEqual(
      [...rows.keys()],
      ['_posts/2024-05-02-newer.md', '_posts/2024-05-01-older.md', '_drafts/idea.md', 'about.md'],
    );
    assert.deepEqual(rows.get('_posts/2024-05-02-newer.md'), {
      file: '_posts/2024-05-02-newer.md',
      title: 'Newer',
      date: '2024-05-02T00:00:00+00:00',
      collection: 'posts',
      state: 'published',
      url: '/2024/05/02/newer.html',
      reasons: [],
    });
    assert.deepEqual(rows.get('about.md'), {
      file: 'about.md',
      title: 'About',
      date: null,
      collection: 'pages',
      state: 'published',
      url: '/about.html',
      reasons: [],
    });
  });
});
