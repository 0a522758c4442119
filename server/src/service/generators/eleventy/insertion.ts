import type { Insertion } from '../contract/insertion.ts';
import { getPathWithin } from '../shared/values.ts';
import type { EleventySettings } from './settings.ts';

/** Includes that sites keep for posts, in a folder of their own among those of layouts. */
export function eleventyInsertion({ includesFolder }: EleventySettings): Insertion {
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
