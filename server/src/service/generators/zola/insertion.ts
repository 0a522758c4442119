import type { Insertion } from '../contract/insertion.ts';
import { findParameterNames } from '../contract/insertion.ts';
import { getPathWithin } from '../shared/values.ts';
import type { ZolaSettings } from './settings.ts';

/** `@/blog/a.md`, shortcodes of the site and its theme, and images below `static`. */
export function zolaInsertion({ themeFolder }: ZolaSettings): Insertion {
  const folders = ['', ...(themeFolder === undefined ? [] : [`${themeFolder}/`])].map(
    (folder) => `${folder}templates/shortcodes`,
  );
  return {
    imageFolder: 'static/images',
    formatPostReference: (path) => `@/${path.replace(/^content\//, '')}`,
    components: {
      getName: (path) => {
        if (!/\.(?:html|md)$/.test(path)) return undefined;
        const inner = folders.map((folder) => getPathWithin(folder, path)).find((each) => each !== undefined);
        return inner?.replace(/\.[^.]+$/, '');
      },
      formatCall: call,
    },
  };
}

/** What templates know without being given it. */
const globals = new Set([
  'body',
  'config',
  'page',
  'section',
  'loop',
  'nth',
  'lang',
  'self',
  'super',
  'resize_image',
  'get_url',
  'load_data',
  'not',
]);

function call(name: string, text: string): string {
  const asked = findParameterNames(text, /\{(?:\{-?|%-?[ \t]*(?:el)?if)[ \t]*([a-z_]\w*)/g);
  const own = asked.filter((each) => !globals.has(each));
  const given = own.map((each, index) => `${each}="\${${index + 1}}"`).join(', ');
  return /\bbody\b/.test(text) ? `{% ${name}(${given}) %}\n$0\n{% end %}` : `{{ ${name}(${given}) }}$0`;
}
