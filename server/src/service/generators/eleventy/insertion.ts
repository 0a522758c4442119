import type { Insertion } from '../contract/insertion.ts';
import { below } from '../shared/values.ts';
import type { EleventySettings } from './settings.ts';

/** Includes that sites keep for posts, in a folder of their own among those of layouts. */
export function eleventyInsertion({ includesFolder }: EleventySettings): Insertion {
  return {
    imageFolder: 'images',
    components: {
      nameOf: (path) => {
        const name = below(includesFolder, path);
        return name !== undefined && /^(?:components|partials|shortcodes)\/.+\.(?:njk|liquid)$/.test(name)
          ? name
          : undefined;
      },
      call: (name) => `{% include "${name}" %}$0`,
    },
  };
}
