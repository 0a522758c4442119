import type { Insertion } from '../contract/insertion.ts';
import { getPathWithin } from '../shared/values.ts';
import type { EleventySettings } from './settings.ts';

/** Creates the insertion of images and of includes for posts, which are in folders such as `components` of the includes folder. */
export function createEleventyInsertion({ includesFolder }: EleventySettings): Insertion {
  return {
    imageFolder: 'images',
    components: {
      getName: (path) => {
        const name = getPathWithin(includesFolder, path);
        return name !== undefined && /^(?:components|partials|shortcodes)\/.+\.(?:njk|liquid)$/.test(name)
          ? name
          : undefined;
      },
      formatCall: (name) => `{% include "${name}" %}$0`,
    },
  };
}
