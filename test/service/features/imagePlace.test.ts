import assert from 'node:assert/strict';
import { imagePlaceIn } from '../../support/site.ts';

const config = '-- _config.yml --\nbaseurl: /log\n';
const post = '_posts/2025-05-01-fog.md';

describe('the place of an image that is added to a post', () => {
  const cases: readonly [what: string, files: string, path: string, name: string, expected: readonly [path: string, destination: string]][] = [
    ['is the folder the newer posts use', `${config}-- img/a.png --\nx\n-- pictures/b.png --\nx\n-- pictures/c.png --\nx\n-- _posts/2025-01-01-a.md --\n![x](/log/img/a.png)\n-- ${post} --\n---\n---\n`, post, 'Grey Seal.PNG', ['img/grey-seal.png', '/log/img/grey-seal.png']],
    ['is a folder named as the post where each post has one', `${config}-- img/2025-01-01-a/x.png --\nx\n-- _posts/2025-01-01-a.md --\n![x]({{ '/img/2025-01-01-a/x.png' | relative_url }})\n-- ${post} --\n---\n---\n`, post, 'seal.png', ['img/2025-05-01-fog/seal.png', "{{ '/img/2025-05-01-fog/seal.png' | relative_url }}"]],
    ['is a folder of the year where images are kept so', `${config}-- img/2024/x.png --\nx\n-- _posts/2024-01-01-a.md --\n![x]({{ site.baseurl }}/img/2024/x.png)\n-- ${post} --\n---\n---\n`, post, 'seal.png', ['img/2025/seal.png', '{{ site.baseurl }}/img/2025/seal.png']],
    ['is where most images are when no post shows any', `${config}-- img/a.png --\nx\n-- img/b.png --\nx\n-- x/c.png --\nx\n-- ${post} --\n---\n---\n`, post, 'seal.png', ['img/seal.png', '/log/img/seal.png']],
    ['is the generator’s usual one on a new site', `${config}-- ${post} --\n---\n---\n`, post, 'seal.png', ['assets/images/seal.png', '/log/assets/images/seal.png']],
    ['is beside a post that has a folder to itself', '-- hugo.toml --\n-- content/posts/fog/index.md --\n---\n---\n', 'content/posts/fog/index.md', 'seal.png', ['content/posts/fog/seal.png', 'seal.png']],
    ['is named after the post where its own name says nothing', `${config}-- ${post} --\n---\n---\n`, post, 'image.png', ['assets/images/fog.png', '/log/assets/images/fog.png']],
    ['counts where a name is taken', `${config}-- assets/images/fog.png --\nx\n-- ${post} --\n---\n---\n`, post, 'Screenshot 2025-05-01 at 10.00.00.png', ['assets/images/fog-2.png', '/log/assets/images/fog-2.png']],
  ];
  for (const [what, files, path, name, expected] of cases) {
    it(what, async () => {
      const place = await imagePlaceIn(files, path, name);
      assert.deepEqual([place?.path, place?.destination], expected);
    });
  }
});
