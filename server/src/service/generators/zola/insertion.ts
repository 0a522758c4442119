import type { Insertion } from '../contract/insertion.ts';
import { findParameterNames } from '../contract/insertion.ts';
import { getPathWithin } from '../shared/values.ts';
import type { ZolaSettings } from './settings.ts';

/** Creates the insertion of links (`@/blog/a.md`), of shortcodes of the site and its theme, and of images below `static`. */
export function createZolaInsertion({ themeFolder }: ZolaSettings): Insertion {
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
      formatCall,
    },
  };
}

/** Variables and functions of templates that are no parameters of a shortcode. */
const templateGlobals = new Set([
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

function formatCall(name: string, text: string): string {
  const names = findParameterNames(text, /\{(?:\{-?|%-?[ \t]*(?:el)?if)[ \t]*([a-z_]\w*)/g);
  const parameters = names.filter((each) => !templateGlobals.has(each));
  const callArguments = parameters.map((each, index) => `${each}="\${${index + 1}}"`).join(', ');
  return /\bbody\b/.test(text) ? `{% ${name}(${callArguments}) %}\n$0\n{% end %}` : `{{ ${name}(${callArguments}) }}$0`;
}
